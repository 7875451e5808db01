import type { Bounds, RateVerdict } from "./bound.ts";
import { reachOf } from "./normal.ts";
import { CONFIDENCE, type Interval, type NotEstimable, notEstimable } from "./proportion.ts";

/** Sums over independent units of a part and a whole that belong together: exact, so that they can be added in any order. */
export interface RatioSums {
  readonly units: number;
  /** Units of which part or whole is not 0. */
  readonly counted: bigint;
  readonly part: bigint;
  readonly whole: bigint;
  readonly partSquares: bigint;
  readonly wholeSquares: bigint;
  readonly products: bigint;
}

/** A ratio of two sums with its interval; `low` is at least 0. */
export interface EstimatedRatio extends Interval {
  readonly status: "estimated";
  readonly ratio: number;
  readonly units: number;
}

/** A ratio, or the reason why there is none. */
export type Ratio = EstimatedRatio | NotEstimable;

/** Below so many units that count, the interval is no interval (Cochran asks for more than 30). */
const LEAST = 30n;

/** The ratio of all parts to all wholes. The interval is that of the ratio estimator (Cochran, Sampling Techniques, 1977,
 *  section 6.3): units are drawn independently, and the variance is of what each part is away from its share of the whole.
 *  Not estimable where fewer than 30 `what` ("profiles that were members") count, or without a whole. */
export function ratioOf(sums: RatioSums, what: string, confidence: number = CONFIDENCE): Ratio {
  const { units } = sums;
  if (sums.counted < LEAST || sums.whole === 0n) return notEstimable(`fewer than ${LEAST} ${what}`);
  const whole = Number(sums.whole);
  const ratio = Number(sums.part) / whole;
  const half = (reachOf(confidence) * Math.sqrt((units / (units - 1)) * residuals(sums))) / whole;
  return { status: "estimated", ratio, units, low: Math.max(0, ratio - half), high: ratio + half };
}

/** The sum of the squares of part - ratio × whole. Whole numbers until the end, because the terms nearly cancel. */
function residuals({ part, whole, partSquares, wholeSquares, products }: RatioSums): number {
  const scaled =
    partSquares * whole * whole - 2n * products * part * whole + wholeSquares * part * part;
  return Number(scaled) / Number(whole) / Number(whole);
}

/** Passes if the whole interval keeps to the bounds, fails if the whole of it does not, and else is inconclusive, with how many
 *  units would decide if the ratio and its spread stay as they are. `ratio` has the interval of `CONFIDENCE`. */
export function judgeRatio(
  { ratio, units, high }: EstimatedRatio,
  { min = -Infinity, max = Infinity }: Bounds,
  confidence: number,
): RateVerdict & { readonly interval: Interval } {
  const half = ((high - ratio) * reachOf(confidence)) / reachOf(CONFIDENCE);
  const interval = { low: Math.max(0, ratio - half), high: ratio + half };
  if (min <= interval.low && interval.high <= max) return { verdict: "pass", interval };
  if (interval.high < min || max < interval.low) return { verdict: "fail", interval };
  const away =
    ratio < min ? min - ratio : ratio > max ? ratio - max : Math.min(ratio - min, max - ratio);
  const decidingN = away === 0 ? undefined : Math.ceil(units * (half / away) ** 2);
  return { verdict: "inconclusive", decidingN, interval };
}
