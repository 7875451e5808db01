import { type Figure, isNumber } from "../stats/estimate.ts";
import { holm } from "../stats/multiple.ts";
import type { Pair } from "../stats/rates/pair.ts";
import { cochran } from "../stats/strata/cochran.ts";
import { oddsInteraction } from "../stats/strata/interaction.ts";
import { type Population, type Sample, type Strata, pairOf } from "./tables.ts";
import { type Effect, asRates, effectOf, roughEffect } from "./uplift.ts";

/** Whether the values of a column have one effect, on a named scale. */
export interface Heterogeneity {
  readonly by: string;
  /** Rates: the odds ratio, by likelihood ratio. Means: the difference, by Cochran's Q. */
  readonly scale: "odds ratio" | "difference";
  /** Of the interaction test. */
  readonly p: Figure;
  readonly levels: readonly LevelEffect[];
  /** Levels whose effect is significant, after Holm over the levels, and opposite to the whole, where the interaction is
   *  significant too. */
  readonly opposite: readonly string[];
}

/** The effect at one value of a column. */
export interface LevelEffect {
  readonly name: string;
  readonly pair: Pair<Sample>;
  readonly effect: Effect;
}

/** Which comparison is meant, and what it found in the whole. */
export interface Asked {
  readonly arm: number;
  readonly outcome: number;
  readonly alpha: number;
  readonly whole: Effect;
}

/** Compares the effects of a comparison over every column by which the population is sliced. */
export function heterogeneityOf(population: Population, asked: Asked): readonly Heterogeneity[] {
  return population.strata.map((strata) => oneOf(strata, asked));
}

function oneOf({ by, levels }: Strata, { arm, outcome, alpha, whole }: Asked): Heterogeneity {
  const effects = levels.map((level): LevelEffect => {
    const pair = pairOf(level, arm, outcome);
    return { name: level.name, pair, effect: effectOf(pair, alpha) };
  });
  const pairs = effects.map(({ pair }) => pair);
  const isRate = pairs.every((pair) => asRates(pair) !== undefined);
  const p = isRate ? oddsP(pairs) : differenceP(pairs);
  return {
    by,
    scale: isRate ? "odds ratio" : "difference",
    p,
    levels: effects,
    opposite: isNumber(p) && p < alpha ? oppositeOf(effects, whole, alpha) : [],
  };
}

function oddsP(pairs: readonly Pair<Sample>[]): Figure {
  const found = oddsInteraction(pairs.flatMap((pair) => asRates(pair) ?? []));
  return "status" in found ? found : found.p;
}

function differenceP(pairs: readonly Pair<Sample>[]): Figure {
  const effects = pairs.map(roughEffect).flatMap((each) => ("status" in each ? [] : [each]));
  const found = cochran(effects);
  return "status" in found ? found : found.p;
}

function oppositeOf(
  levels: readonly LevelEffect[],
  whole: Effect,
  alpha: number,
): readonly string[] {
  const tested = levels.filter(({ effect }) => isNumber(effect.p));
  const ps = holm(tested.map(({ effect }) => effect.p as number));
  return tested
    .filter(({ effect }, index) => ps[index]! < alpha && signOf(effect) === -signOf(whole))
    .map(({ name }) => name);
}

/** Which way an effect goes: 1, -1, or 0 where it is nothing or not estimable. */
export function signOf({ difference }: Effect): number {
  return difference.status === "estimated" ? Math.sign(difference.value) : 0;
}
