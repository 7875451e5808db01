import type { Comparison } from "../../experiment/analyse.ts";
import type { Exploration } from "../../experiment/explore.ts";
import type { Heterogeneity } from "../../experiment/heterogeneity.ts";
import type { Plan } from "../../experiment/power.ts";
import type { Sample } from "../../experiment/tables.ts";
import type { Effect } from "../../experiment/uplift.ts";
import { written } from "../json.ts";
import type { ExperimentReport } from "./report.ts";

/** What stands in place of findings that a failed gate has cut off. */
const CUT_OFF = { status: "not_evaluated" } as const;

/** A finished experiment as one JSON document with its keys in a fixed order, ending with a line end. Shares, uplifts and
 *  differences of rates are fractions of 1; a number that cannot be had is `{"status": "not_estimable", "reason": …}`. */
export function experimentJson({ file, version, analysis, rankings }: ExperimentReport): string {
  const { experiment, settings, ratios, comparisons, exploration } = analysis;
  const isInvalid = comparisons.some(({ verdict }) => verdict === "invalid");
  const { profiles } = experiment.populations[0]!;
  return `${written(
    {
      version: 1,
      file,
      rehearsal: version,
      settings: {
        alpha: settings.alpha,
        interval: 1 - settings.alpha,
        power: settings.power,
        target_uplift: settings.target,
        mismatch: settings.mismatch,
        per_day: settings.perDay,
      },
      arms: experiment.arms.map(({ name, weight }, arm) => ({
        name,
        control: arm === 0,
        weight,
        profiles: profiles[arm],
      })),
      outcomes: experiment.outcomes,
      faults: experiment.faults,
      sample_ratio: ratios,
      comparisons: comparisons.map(comparisonOf),
      rankings: isInvalid
        ? CUT_OFF
        : rankings.map(({ outcome, arm, qiniArea, upliftArea, qini, uplift }) => ({
            outcome,
            arm,
            qini_area: qiniArea,
            uplift_area: upliftArea,
            qini,
            uplift,
          })),
      exploration: isInvalid ? CUT_OFF : explorationOf(exploration),
    },
    "\n",
  )}\n`;
}

function comparisonOf(comparison: Comparison) {
  const { population, outcome, arm, pair, verdict, gates, plan, effect, adjustedP } = comparison;
  const isSeen = verdict !== "invalid" && verdict !== "untestable";
  const seen = <T>(found: T): T | typeof CUT_OFF => (isSeen ? found : CUT_OFF);
  return {
    population,
    outcome: outcome.name,
    arm,
    verdict,
    gates,
    plan: verdict === "invalid" ? CUT_OFF : planOf(plan),
    treatment: seen(sampleOf(pair.treatment)),
    control: seen(sampleOf(pair.control)),
    effect: seen({ ...effectOf(effect), adjusted_p: adjustedP, adjustment: "Holm" }),
    heterogeneity: seen(comparison.heterogeneity.map(heterogeneityOf)),
    novelty: seen(comparison.novelty),
    for_comparison: seen(comparison.parities),
    belief: seen(
      comparison.belief && {
        prior: "Beta(1, 1)",
        chance_to_be_better: comparison.belief.chance,
        loss_of_treatment: comparison.belief.lossOfTreatment,
        loss_of_control: comparison.belief.lossOfControl,
      },
    ),
  };
}

function planOf({ needed, found, detectable, holdouts, days }: Plan) {
  return { needed, found, detectable_uplift: detectable, holdouts, days };
}

function sampleOf(sample: Sample) {
  const { kind, of } = sample;
  if (kind === "mean") return { kind, of, mean: sample.mean, variance: sample.variance };
  return { kind, of, count: sample.count };
}

function effectOf({ family, p, difference, uplift }: Effect) {
  return { estimator: ESTIMATORS[family], p, difference, uplift };
}

const ESTIMATORS = {
  score: "Miettinen-Nurminen score, N/(N-1)",
  welch: "Welch t and Fieller",
} as const;

function heterogeneityOf({ by, scale, p, opposite, levels }: Heterogeneity) {
  return {
    by,
    scale,
    interaction_p: p,
    opposite,
    levels: levels.map(({ name, pair, effect }) => ({
      name,
      treatment: sampleOf(pair.treatment),
      control: sampleOf(pair.control),
      effect: effectOf(effect),
    })),
  };
}

function explorationOf({
  cells,
  expectedFalseWinners,
  chanceOfAny,
  testable,
  smallest,
}: Exploration) {
  return {
    adjustment: "Benjamini-Hochberg",
    expected_false_winners: expectedFalseWinners,
    chance_of_any: chanceOfAny,
    testable_cells: testable,
    smallest,
    cells: cells.map(({ group, outcome, arm, profiles, effect, q, shrunk, isTestable }) => ({
      group,
      outcome,
      arm,
      profiles,
      effect: effectOf(effect),
      q,
      shrunk_difference: shrunk,
      testable: isTestable,
    })),
  };
}
