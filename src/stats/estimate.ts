import { CONFIDENCE, type NotEstimable } from "./proportion.ts";

/** A finite number, or the reason why there is none. */
export type Figure = number | NotEstimable;

/** A number with its interval, both ends included. */
export interface Estimated {
  readonly status: "estimated";
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Why a number has no interval; `value` is the number itself, where at least that can be had. */
export interface WithoutInterval extends NotEstimable {
  readonly value?: number | undefined;
}

/** A number with its interval, or the reason why there is none. */
export type Estimate = Estimated | WithoutInterval;

/** A number with its interval. */
export function estimated(value: number, low: number, high: number): Estimated {
  return { status: "estimated", value, low, high };
}

/** Whether a figure is a number. */
export function isNumber(figure: Figure): figure is number {
  return typeof figure === "number";
}

/** The alpha of tests, unless somebody says otherwise: what `CONFIDENCE` leaves. */
export const ALPHA = 0.05;

/** The confidence of the intervals that go with tests at `alpha`. */
export function confidenceOf(alpha: number): number {
  return alpha === ALPHA ? CONFIDENCE : 1 - alpha;
}
