import type { Estimated } from "../estimate.ts";
import { estimated } from "../estimate.ts";
import { reachOf } from "../normal.ts";
import { CONFIDENCE } from "../proportion.ts";
import { normalBelow } from "../tail/normal.ts";

/** A normal by its mean and variance. */
export interface NormalPrior {
  readonly mean: number;
  readonly variance: number;
}

/** The posterior of an uplift, and the chance that it is above 0. */
export interface ChanceToWin {
  readonly posterior: Estimated;
  readonly deviation: number;
  readonly chance: number;
}

/** The chance to win of an uplift that was estimated with a standard `error`, as GrowthBook prints it: a normal posterior,
 *  with a flat prior unless one is given (theirs is N(0, 0.3²)). */
export function chanceToWin(
  { uplift, error }: { readonly uplift: number; readonly error: number },
  prior?: NormalPrior,
  confidence: number = CONFIDENCE,
): ChanceToWin {
  const own = 1 / (error * error);
  const before = prior === undefined ? 0 : 1 / prior.variance;
  const mean = (own * uplift + before * (prior?.mean ?? 0)) / (own + before);
  const deviation = Math.sqrt(1 / (own + before));
  const half = reachOf(confidence) * deviation;
  return {
    posterior: estimated(mean, mean - half, mean + half),
    deviation,
    chance: normalBelow(mean / deviation),
  };
}
