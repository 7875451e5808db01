import { type Figure, isNumber } from "../stats/estimate.ts";
import { holm } from "../stats/multiple.ts";
import type { NotEstimable } from "../stats/proportion.ts";
import type { Pair } from "../stats/rates/pair.ts";
import { type Belief, type Parity, beliefOf, paritiesOf } from "./comparison.ts";
import { type Exploration, explore } from "./explore.ts";
import { type Judged, judge } from "./gates.ts";
import { type Heterogeneity, heterogeneityOf } from "./heterogeneity.ts";
import { type Novelty, noveltyOf } from "./novelty.ts";
import { type Plan, planOf } from "./power.ts";
import { type RatioCheck, ratioChecks } from "./sample-ratio.ts";
import {
  type Experiment,
  type Outcome,
  type Population,
  type Sample,
  type Settings,
  pairOf,
} from "./tables.ts";
import { type Effect, asRates, effectOf } from "./uplift.ts";

/** What came of one arm against the control, for one outcome of one population. */
export interface Comparison extends Judged {
  readonly population: string;
  readonly outcome: Outcome;
  readonly arm: string;
  readonly pair: Pair<Sample>;
  readonly plan: Plan;
  readonly effect: Effect;
  readonly adjustedP: Figure;
  readonly heterogeneity: readonly Heterogeneity[];
  readonly novelty: Novelty | NotEstimable;
  readonly parities: readonly Parity[];
  readonly belief?: Belief | undefined;
}

/** The whole analysis of a finished experiment. */
export interface Analysis {
  readonly experiment: Experiment;
  readonly settings: Settings;
  readonly ratios: readonly RatioCheck[];
  readonly comparisons: readonly Comparison[];
  readonly exploration: Exploration;
}

/** Takes every comparison through the gates. The declared family, over which Holm adjusts, is every outcome of every arm in
 *  every population. */
export function analyse(experiment: Experiment, settings: Settings): Analysis {
  const ratios = ratioChecks(experiment);
  const cells = cellsOf(experiment, settings);
  const ps = holm(cells.map(({ effect }) => effect.p).filter(isNumber));
  let next = 0;
  const comparisons = cells.map((cell) => {
    const { p } = cell.effect;
    const adjustedP = isNumber(p) ? ps[next++]! : p;
    return comparisonOf({ ...cell, adjustedP }, { experiment, settings, ratios });
  });
  return { experiment, settings, ratios, comparisons, exploration: explore(experiment, settings) };
}

interface Cell {
  readonly population: Population;
  readonly arm: number;
  readonly outcome: number;
  readonly pair: Pair<Sample>;
  readonly effect: Effect;
}

function cellsOf({ arms, outcomes, populations }: Experiment, { alpha }: Settings) {
  return populations.flatMap((population) =>
    outcomes.flatMap((_, outcome) =>
      arms.slice(1).map((__, before): Cell => {
        const pair = pairOf(population, before + 1, outcome);
        return { population, arm: before + 1, outcome, pair, effect: effectOf(pair, alpha) };
      }),
    ),
  );
}

interface Setting {
  readonly experiment: Experiment;
  readonly settings: Settings;
  readonly ratios: readonly RatioCheck[];
}

function comparisonOf(
  { population, arm, outcome, pair, effect, adjustedP }: Cell & { readonly adjustedP: Figure },
  { experiment, settings, ratios }: Setting,
): Comparison {
  const asked = { arm, outcome, alpha: settings.alpha, whole: effect };
  const plan = planOf(pair, settings);
  const heterogeneity = heterogeneityOf(population, asked);
  const novelty = noveltyOf(population, asked);
  const found = {
    faults: experiment.faults,
    ratios,
    plan,
    effect,
    adjustedP,
    heterogeneity,
    novelty,
  };
  const own = population.winsorised[outcome]!;
  const winsorised = { treatment: own[arm]!, control: own[0]! };
  const rates = asRates(pair);
  return {
    ...judge(found, settings),
    population: population.name,
    outcome: experiment.outcomes[outcome]!,
    arm: experiment.arms[arm]!.name,
    pair,
    plan,
    effect,
    adjustedP,
    heterogeneity,
    novelty,
    parities: paritiesOf(pair, { alpha: settings.alpha, winsorised }),
    belief: rates === undefined ? undefined : beliefOf(rates),
  };
}
