import { type NotEstimable, notEstimable } from "../proportion.ts";
import { binomialAtMost } from "../tail/binomial.ts";
import { chiSquareAbove } from "../tail/chi-square.ts";

/** What McNemar's test says: the chi-square without correction and its p, and the exact binomial p. */
export interface McNemar {
  readonly chiSquare: number;
  readonly p: number;
  readonly exactP: number;
}

/** Whether two rules differ on the same profiles (McNemar, Psychometrika 12, 1947): `onlyFirst` and `onlySecond` are the
 *  profiles that just one of them matched. */
export function mcNemar(onlyFirst: number, onlySecond: number): McNemar | NotEstimable {
  const all = onlyFirst + onlySecond;
  if (all === 0) return notEstimable("no profile is matched by just one of the two");
  const chiSquare = (onlyFirst - onlySecond) ** 2 / all;
  return {
    chiSquare,
    p: chiSquareAbove(chiSquare, 1),
    exactP: Math.min(1, 2 * binomialAtMost(Math.min(onlyFirst, onlySecond), all, 0.5)),
  };
}
