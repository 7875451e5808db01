import { type Interval, type NotEstimable, notEstimable } from "./proportion.ts";
import { reachOf } from "./normal.ts";

/** Sums over independent units of a part and a whole that belong together: exact, so that they can be added in any order. */
export interface RatioSums {
  readonly units: number;
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

/** The ratio of all parts to all wholes. The interval is that of the ratio estimator (Cochran, Sampling Techniques, 1977,
 *  section 6.3): units are drawn independently, and the variance is of what each part is away from its share of the whole.
 *  Not estimable below two units or without a whole. */
export function ratioOf(sums: RatioSums, confidence: number, what: string): Ratio {
  const { units } = sums;
  if (units < 2) return notEstimable(`fewer than two ${what}`);
  if (sums.whole === 0n) return notEstimable(`nothing to be a share of in ${what}`);
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
