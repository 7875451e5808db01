import { reachOf } from "./normal.ts";
import { CONFIDENCE, type EstimatedRate } from "./proportion.ts";

/** What a number must keep to: at least `min`, at most `max`, both included. */
export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** What a rate says about its bounds. `decidingN`: how many it takes to decide if the rate stays as it is; absent if it
 *  lies on a bound, where no number decides. */
export type RateVerdict =
  | { readonly verdict: "pass" | "fail" }
  | { readonly verdict: "inconclusive"; readonly decidingN?: number | undefined };

/** Passes if the whole interval keeps to the bounds, fails if the whole of it does not, and else is inconclusive. */
export function judgeRate(
  rate: EstimatedRate,
  bounds: Bounds,
  confidence: number = CONFIDENCE,
): RateVerdict {
  const { min = 0, max = 1 } = bounds;
  if (min <= rate.low && rate.high <= max) return { verdict: "pass" };
  if (rate.high < min || max < rate.low) return { verdict: "fail" };
  return { verdict: "inconclusive", decidingN: decidingN(rate.rate, { min, max }, confidence) };
}

/** Whether a number that is known exactly keeps to its bounds. */
export function keepsTo(value: number, { min = -Infinity, max = Infinity }: Bounds): boolean {
  return min <= value && value <= max;
}

/** How many it takes until the Wilson interval of `rate` leaves out every bound that matters. */
function decidingN(rate: number, { min, max }: Range, confidence: number): number | undefined {
  const z = reachOf(confidence);
  const isWrong = rate < min || max < rate;
  // The ends of the scale bound nothing; on the wrong side only the bound that is broken matters.
  const bounds = [
    ...(min > 0 && (!isWrong || rate < min) ? [min] : []),
    ...(max < 1 && (!isWrong || rate > max) ? [max] : []),
  ];
  const n = Math.max(...bounds.map((bound) => sizeToExclude(rate, bound, z)));
  return Number.isFinite(n) ? n : undefined;
}

/** The interval leaves out `bound` when `n (rate - bound)² > z² bound (1 - bound)`: Wilson's inverts the score test. */
function sizeToExclude(rate: number, bound: number, z: number): number {
  if (rate === bound) return Infinity;
  return Math.floor((z * z * bound * (1 - bound)) / (rate - bound) ** 2) + 1;
}
