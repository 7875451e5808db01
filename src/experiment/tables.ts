/** A finished experiment: what came of each arm, and what may be concluded from it, gate by gate. */

import type { Pair } from "../stats/rates/pair.ts";

/** An arm; the control comes first in every list of arms. Weights need not add up to 1. */
export interface Arm {
  readonly name: string;
  readonly weight: number;
}

/** What is compared: a rate if every profile has 0 or 1 of it, else a mean. */
export interface Outcome {
  readonly name: string;
  readonly kind: "rate" | "mean";
}

/** An outcome in one arm. A rate has its count; a mean its variance (over n − 1), and the same after its largest values
 *  were cut. */
export type Sample = RateSample | MeanSample;

/** A rate in one arm. */
export interface RateSample {
  readonly kind: "rate";
  readonly count: number;
  readonly of: number;
}

/** A mean in one arm. */
export interface MeanSample {
  readonly kind: "mean";
  readonly of: number;
  readonly mean: number;
  readonly variance: number;
}

/** Some of the profiles: how many each arm has, and each outcome in each arm. */
export interface Tables {
  readonly name: string;
  /** By arm. */
  readonly profiles: readonly number[];
  /** By outcome, then by arm. */
  readonly samples: readonly (readonly Sample[])[];
}

/** All values of a column, each with its own tables. */
export interface Strata {
  readonly by: string;
  readonly levels: readonly Tables[];
}

/** A group that is judged: all profiles, or those of a segment. */
export interface Population extends Tables {
  readonly strata: readonly Strata[];
  /** The days since the first exposure, if they are known, each with its own tables. */
  readonly days: readonly (Tables & { readonly day: number })[];
  /** Means with the largest 0.1 % of all values cut to the same height; by outcome, then by arm. */
  readonly winsorised: readonly (readonly Sample[])[];
}

/** Everything that is known of a finished experiment. */
export interface Experiment {
  readonly arms: readonly Arm[];
  readonly outcomes: readonly Outcome[];
  /** Profiles that stand more than once: nothing is concluded if there are any. Unknown where profiles have no id. */
  readonly faults: readonly string[] | undefined;
  /** All profiles first, then each segment. */
  readonly populations: readonly Population[];
}

/** An outcome in an arm and in the control. */
export function pairOf({ samples }: Tables, arm: number, outcome: number): Pair<Sample> {
  const own = samples[outcome]!;
  return { treatment: own[arm]!, control: own[0]! };
}

/** How strictly an experiment is judged. */
export interface Settings {
  /** Of every test, two-sided. */
  readonly alpha: number;
  readonly power: number;
  /** The uplift that the experiment ought to find, 0.1 for 10 %. */
  readonly target: number;
  /** Below this p the arms do not have the sizes that their weights promise. */
  readonly mismatch: number;
  /** New profiles per day, both arms together; unknown without. */
  readonly perDay?: number | undefined;
}

/** Mismatch at 0.001 is GrowthBook's default; a target of 10 % what most teams plan for. */
export const USUAL_SETTINGS: Settings = { alpha: 0.05, power: 0.8, target: 0.1, mismatch: 0.001 };
