import { type NotEstimable, notEstimable } from "./proportion.ts";
import { chiSquareAbove } from "./tail/chi-square.ts";

/** Whether arms got the profiles that their weights promise. */
export interface SampleRatio {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/** The chi-square test of profiles per arm against weights, which need not add up to 1 (R: chisq.test; Fabijan and others,
 *  KDD 2019). Arms of weight 0 are left out: they would add a degree of freedom. */
export function sampleRatio(
  profiles: readonly number[],
  weights: readonly number[],
): SampleRatio | NotEstimable {
  const arms = profiles
    .map((count, index) => ({ count, weight: weights[index] ?? 0 }))
    .filter(({ weight }) => weight > 0);
  const all = arms.reduce((sum, { count }) => sum + count, 0);
  const weight = arms.reduce((sum, each) => sum + each.weight, 0);
  if (arms.length < 2) return notEstimable("fewer than two arms have a weight");
  if (all === 0) return notEstimable("no profiles");
  const chiSquare = arms.reduce((sum, each) => {
    const expected = (all * each.weight) / weight;
    return sum + (each.count - expected) ** 2 / expected;
  }, 0);
  return { chiSquare, df: arms.length - 1, p: chiSquareAbove(chiSquare, arms.length - 1) };
}
