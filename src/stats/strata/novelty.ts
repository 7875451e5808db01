import { type NotEstimable, notEstimable } from "../proportion.ts";
import { normalTails } from "../tail/normal.ts";
import type { StratumEffect } from "./cochran.ts";

/** How an effect changes from day to day. */
export interface Slope {
  readonly slope: number;
  readonly error: number;
  readonly z: number;
  readonly p: number;
}

/** An effect of one day since the first exposure. */
export interface DayEffect extends StratumEffect {
  readonly day: number;
}

/** The line through daily effects, weighted by known variances; the error of the slope is theirs and not rescaled by what is
 *  left over (arXiv 2102.12893). Needs effects of two days. */
export function noveltySlope(effects: readonly DayEffect[]): Slope | NotEstimable {
  const weights = effects.map(({ error }) => 1 / (error * error));
  const all = weights.reduce((sum, each) => sum + each, 0);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each, index) => sum + each * weights[index]!, 0) / all;
  const days = effects.map(({ day }) => day);
  if (new Set(days).size < 2) return notEstimable("fewer than two days have an effect");
  const middle = mean(days);
  const spread = all * mean(days.map((day) => (day - middle) ** 2));
  const slope = (all * mean(effects.map(({ day, value }) => (day - middle) * value))) / spread;
  const error = Math.sqrt(1 / spread);
  return { slope, error, z: slope / error, p: normalTails(slope / error) };
}
