import { reachOf } from "./normal.ts";

/** A number that the data do not give, with the reason: what is printed in place of NaN. */
export interface NotEstimable {
  readonly status: "not_estimable";
  readonly reason: string;
}

/** A rate with its interval: `count` of `of`; `rate`, `low` and `high` are from 0 to 1. */
export interface EstimatedRate {
  readonly status: "estimated";
  readonly count: number;
  readonly of: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** A rate, or the reason why there is none. */
export type Rate = EstimatedRate | NotEstimable;

/** An interval, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The confidence of intervals unless the scenario says otherwise. */
export const CONFIDENCE = 0.95;

/** A number that cannot be had, and why. */
export function notEstimable(reason: string): NotEstimable {
  return { status: "not_estimable", reason };
}

/** The Wilson score interval without continuity correction (Wilson 1927) of `count` of `of`, `of` at least 1. */
export function wilson(count: number, of: number, confidence: number = CONFIDENCE): Interval {
  const z = reachOf(confidence);
  const centre = (count + (z * z) / 2) / (of + z * z);
  const half = (z / (of + z * z)) * Math.sqrt((count * (of - count)) / of + (z * z) / 4);
  return {
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === of ? 1 : Math.min(1, centre + half),
  };
}

/** The rate of `count` among `of` `what` ("entries") with its Wilson interval; without any, the reason. */
export function rateOf(count: number, of: number, what: string, confidence?: number): Rate {
  if (of === 0) return notEstimable(`no ${what}`);
  return { status: "estimated", count, of, rate: count / of, ...wilson(count, of, confidence) };
}
