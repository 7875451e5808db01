import type { Figure } from "../estimate.ts";
import { notEstimable } from "../proportion.ts";
import { normalTails } from "../tail/normal.ts";
import { type RatePair, rate, whyUntested } from "./pair.ts";

/** A difference of two rates, and how many standard errors of equal rates it is from 0. */
export interface PooledTest {
  readonly difference: number;
  readonly z: number;
  readonly chiSquare: number;
  readonly p: number;
}

/** The pooled z test of two rates, which is the chi-square test without Yates' correction (R: prop.test, correct = FALSE).
 *  It lacks the factor of the default family, so it stands beside it "for comparison". */
export function pooledTest(pair: RatePair): PooledTest | ReturnType<typeof notEstimable> {
  const reason = whyUntested(pair);
  if (reason !== undefined) return notEstimable(reason);
  const z = pooledScore(pair);
  const difference = rate(pair.treatment) - rate(pair.control);
  return { difference, z, chiSquare: z * z, p: normalTails(z) };
}

/** The p of the default family: the score test of equal rates with the factor N/(N − 1) of Miettinen and Nurminen
 *  (Statistics in Medicine, 1985). `p < alpha` exactly where `scoreDifference` and `scoreRatio` leave out equality. */
export function scoreP(pair: RatePair): Figure {
  const reason = whyUntested(pair);
  return reason === undefined ? normalTails(scoreOfEquality(pair)) : notEstimable(reason);
}

/** The score of equal rates with its factor; 0 where nothing varies. */
export function scoreOfEquality(pair: RatePair): number {
  if (whyUntested(pair) !== undefined) return 0;
  const all = pair.treatment.of + pair.control.of;
  return pooledScore(pair) * Math.sqrt((all - 1) / all);
}

function pooledScore({ treatment, control }: RatePair): number {
  const all = treatment.of + control.of;
  const pooled = (treatment.count + control.count) / all;
  const rest = (all - treatment.count - control.count) / all;
  const variance = pooled * rest * (1 / treatment.of + 1 / control.of);
  return (rate(treatment) - rate(control)) / Math.sqrt(variance);
}
