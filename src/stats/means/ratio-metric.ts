import { type NotEstimable, notEstimable } from "../proportion.ts";
import { covarianceOf, momentsOf } from "./moments.ts";

/** A ratio of sums over profiles, and its standard error. */
export interface RatioMetric {
  readonly ratio: number;
  readonly error: number;
}

/** A metric that is counted per event (clicks per open), by the delta method over profiles (Deng, Knoblich and Lu, KDD
 *  2018): a profile's events depend on each other, so rows are never taken for independent. Index for index a profile. */
export function ratioMetric(
  numerators: readonly number[],
  denominators: readonly number[],
): RatioMetric | NotEstimable {
  const [above, below] = [momentsOf(numerators), momentsOf(denominators)];
  if (above.of < 2) return notEstimable("fewer than two profiles");
  if (below.mean === 0) return notEstimable("nothing to count by");
  const ratio = above.mean / below.mean;
  const covariance = covarianceOf(numerators, denominators);
  const variance = above.variance - 2 * ratio * covariance + ratio * ratio * below.variance;
  return { ratio, error: Math.sqrt(Math.max(0, variance) / above.of) / Math.abs(below.mean) };
}
