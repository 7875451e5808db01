import { chanceToWin } from "../../src/stats/bayes/normal.ts";
import { chancesOfBest, credible, expectedLoss } from "../../src/stats/bayes/beta.ts";
import { type Estimate, type Estimated, isNumber } from "../../src/stats/estimate.ts";
import { cuped } from "../../src/stats/means/cuped.ts";
import { momentsOf, momentsOfSums } from "../../src/stats/means/moments.ts";
import { ratioMetric } from "../../src/stats/means/ratio-metric.ts";
import {
  asMoments,
  deltaUplift,
  deltaUpliftWelch,
  fiellerRatio,
} from "../../src/stats/means/uplift.ts";
import { type WelchTest, welch } from "../../src/stats/means/welch.ts";
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  hochberg,
  holm,
} from "../../src/stats/multiple.ts";
import { reachOf } from "../../src/stats/normal.ts";
import { arcsineSampleSize, effectH } from "../../src/stats/plan/arcsine.ts";
import { exaggeration } from "../../src/stats/plan/exaggeration.ts";
import { meanSampleSize } from "../../src/stats/plan/mean-size.ts";
import { detectableRate, powerOf } from "../../src/stats/plan/power.ts";
import { sampleSize, unequalSizes, unpooledSampleSize } from "../../src/stats/plan/sample-size.ts";
import { type NotEstimable, wilson } from "../../src/stats/proportion.ts";
import { qiniOf } from "../../src/stats/qini.ts";
import {
  agrestiCaffoDifference,
  newcombeDifference,
  waldDifference,
} from "../../src/stats/rates/difference.ts";
import { clopperPearson, jeffreys } from "../../src/stats/rates/exact.ts";
import { ruleQuality } from "../../src/stats/rates/confusion.ts";
import { fisherP } from "../../src/stats/rates/fisher.ts";
import { katzRatio } from "../../src/stats/rates/katz.ts";
import { mcNemar } from "../../src/stats/rates/mcnemar.ts";
import type { RatePair } from "../../src/stats/rates/pair.ts";
import { scoreDifference } from "../../src/stats/rates/score-difference.ts";
import { scoreRatio } from "../../src/stats/rates/score-ratio.ts";
import { pooledTest } from "../../src/stats/rates/score.ts";
import { sampleRatio } from "../../src/stats/sample-ratio.ts";
import { anytimeEstimate, tuning } from "../../src/stats/sequential/confidence-sequence.ts";
import { countOnly } from "../../src/stats/sequential/count-only.ts";
import { firstRejection, mixtureLooks } from "../../src/stats/sequential/msprt.ts";
import { sampleRatioLooks } from "../../src/stats/sequential/sample-ratio.ts";
import { cochran } from "../../src/stats/strata/cochran.ts";
import { differenceOfDifferences, oddsInteraction } from "../../src/stats/strata/interaction.ts";
import {
  pooledDifference,
  pooledRatio,
  stratifiedTest,
} from "../../src/stats/strata/mantel-haenszel.ts";
import { noveltySlope } from "../../src/stats/strata/novelty.ts";
import { posterior } from "../../src/stats/tail/beta.ts";

// What our functions answer to the inputs of the reference cases, under the names that the cases use.

type Numbers = Readonly<Record<string, number>>;
type Lists = Readonly<Record<string, readonly number[]>>;
type Answer = (inputs: never) => object;

/** What is estimable in these cases; anything else is shown by the test that reads it. */
function got<T extends object>(found: T | NotEstimable): T {
  if ("status" in found && found.status === "not_estimable")
    throw new Error(`not estimable: ${String(found.reason)}`);
  return found as T;
}

function pairOf({ x1, n1, x2, n2 }: Numbers): RatePair {
  return { treatment: { count: x1!, of: n1! }, control: { count: x2!, of: n2! } };
}

function strataOf({ x1, n1, x0, n0 }: Lists): readonly RatePair[] {
  return x1!.map((count, index) => ({
    treatment: { count, of: n1![index]! },
    control: { count: x0![index]!, of: n0![index]! },
  }));
}

function ends(found: Estimate): object {
  const { low, high } = got(found) as Estimated;
  return { lo: low, hi: high };
}

function shifted(found: Estimate, name: string): object {
  return { ...ends(found), [name]: (got(found) as Estimated).value };
}

function beta(x: number, n: number, { prior_a = 1, prior_b = 1 }: Numbers = {}) {
  return posterior({ count: x, of: n }, { a: prior_a, b: prior_b });
}

function welchAnswer(found: WelchTest | NotEstimable): object {
  const { difference, error, t, df, p } = got(found);
  return { ...shifted(difference, "diff"), se: error, t, df, p };
}

function aimOf({ power, alpha }: Numbers) {
  return { power: power!, alpha: alpha! };
}

function ratesOf({ p1, p2 }: Numbers) {
  return { control: p1!, treatment: p2! };
}

function sizes(n: number): object {
  return { n_exact: n, n_per_arm: Math.ceil(n) };
}

function adjusted(adjust: typeof holm): Answer {
  return ({ p }: Lists) => ({ adjusted: adjust(p!) });
}

function lift(found: ReturnType<typeof deltaUplift>): object {
  const { uplift, error, p } = got(found);
  return { ...shifted(uplift, "lift"), se: error, p };
}

function valueOf(rate: ReturnType<typeof ruleQuality>["precision"]): number {
  return rate.status === "estimated" ? rate.rate : Number.NaN;
}

const rates: Readonly<Record<string, Answer>> = {
  wilson_ci: ({ x, n, conf }: Numbers) => {
    const { low, high } = wilson(x!, n!, conf);
    return { lo: low, hi: high };
  },
  clopper_pearson_ci: ({ x, n, conf }: Numbers) => {
    const { low, high } = clopperPearson({ count: x!, of: n! }, conf);
    return { lo: low, hi: high };
  },
  jeffreys_ci: ({ x, n }: Numbers) => {
    const { low, high } = jeffreys({ count: x!, of: n! });
    return { lo: low, hi: high };
  },
  two_prop_z_pooled: (inputs: Numbers) => {
    const { difference, z, p, chiSquare } = got(pooledTest(pairOf(inputs)));
    return { diff: difference, z, p, chisq: chiSquare };
  },
  two_prop_wald_diff_ci: (inputs: Numbers) => ends(waldDifference(pairOf(inputs), inputs["conf"])),
  newcombe_diff_ci: (inputs: Numbers) => ends(newcombeDifference(pairOf(inputs), inputs["conf"])),
  miettinen_nurminen_diff_ci: (inputs: Numbers) =>
    ends(scoreDifference(pairOf(inputs), inputs["conf"])),
  agresti_caffo_diff_ci: (inputs: Numbers) =>
    ends(agrestiCaffoDifference(pairOf(inputs), inputs["conf"])),
  risk_ratio_katz: (inputs: Numbers) => {
    const found = got(katzRatio(pairOf(inputs), inputs["conf"]));
    return { ...shifted(found, "rr"), se_log: found.logError };
  },
  risk_ratio_score_mn: (inputs: Numbers) => ends(scoreRatio(pairOf(inputs), inputs["conf"])),
  relative_lift_delta: (inputs: Numbers) =>
    lift(deltaUplift(asMoments(pairOf(inputs)), inputs["conf"])),
  fieller_ratio_ci: (inputs: Numbers) =>
    ends(fiellerRatio(asMoments(pairOf(inputs)), reachOf(inputs["conf"]!))),
  fisher_exact_two_sided: (inputs: Numbers) => ({ p: fisherP(pairOf(inputs)) }),
  mcnemar_paired_rules: ({ only_a, only_b }: Numbers) => {
    const { chiSquare, p, exactP } = got(mcNemar(only_a!, only_b!));
    return { chisq: chiSquare, p_chisq: p, p_exact: exactP };
  },
  confusion_metrics: ({ tp, fp, fn, tn }: Numbers) => {
    const found = ruleQuality({
      truePositives: tp!,
      falsePositives: fp!,
      falseNegatives: fn!,
      trueNegatives: tn!,
    });
    const { precision, recall, specificity, falsePositiveRate, falseDiscoveryRate } = found;
    return {
      precision: valueOf(precision),
      precision_lo: precision.status === "estimated" && precision.low,
      precision_hi: precision.status === "estimated" && precision.high,
      recall: valueOf(recall),
      specificity: valueOf(specificity),
      fpr: valueOf(falsePositiveRate),
      fdr: valueOf(falseDiscoveryRate),
      f1: found.f1,
      mcc: found.correlation,
      kappa: found.kappa,
    };
  },
};

const means: Readonly<Record<string, Answer>> = {
  relative_lift_delta_welch: ({ sum_c, ss_c, n_c, sum_t, ss_t, n_t, conf }: Numbers) =>
    lift(
      deltaUpliftWelch(
        {
          treatment: momentsOfSums(n_t!, sum_t!, ss_t!),
          control: momentsOfSums(n_c!, sum_c!, ss_c!),
        },
        conf,
      ),
    ),
  welch_t: ({ a, b }: Lists) =>
    welchAnswer(welch({ treatment: momentsOf(a!), control: momentsOf(b!) })),
  welch_t_summary: ({ m1, v1, n1, m2, v2, n2 }: Numbers) =>
    welchAnswer(
      welch({
        treatment: { mean: m1!, variance: v1!, of: n1! },
        control: { mean: m2!, variance: v2!, of: n2! },
      }),
    ),
  ratio_metric_delta: ({ num, den }: Lists) => {
    const { ratio, error } = got(ratioMetric(num!, den!));
    return { ratio, se: error };
  },
  cuped: ({ y, x, g }: Lists) => {
    const arm = (wanted: number) => ({
      outcomes: y!.filter((_, index) => g![index] === wanted),
      covariates: x!.filter((_, index) => g![index] === wanted),
    });
    const { theta, explained, test: found } = got(cuped({ treatment: arm(1), control: arm(0) }));
    return { theta, rho2: explained, ...welchAnswer(found) };
  },
};

const plans: Readonly<Record<string, Answer>> = {
  sample_size_two_prop: (inputs: Numbers) => sizes(sampleSize(ratesOf(inputs), aimOf(inputs))),
  sample_size_two_prop_unpooled: (inputs: Numbers) =>
    sizes(unpooledSampleSize(ratesOf(inputs), aimOf(inputs))),
  sample_size_arcsine: (inputs: Numbers) => ({
    h: effectH(ratesOf(inputs)),
    n_exact: arcsineSampleSize(ratesOf(inputs), aimOf(inputs)),
  }),
  sample_size_holdout_alloc: (inputs: Numbers) => {
    const wanted = { control: inputs["pc"]!, treatment: inputs["pt"]! };
    const { treatment, control } = unequalSizes(wanted, inputs["control_to_treat"]!, aimOf(inputs));
    const equal = 2 * sampleSize(wanted, aimOf(inputs));
    const all = treatment + control;
    return { n_treat: treatment, n_control: control, n_total: all, total_vs_equal: all / equal };
  },
  sample_size_means_t: (inputs: Numbers) => ({
    n_exact: meanSampleSize(
      { difference: inputs["delta"]!, deviation: inputs["sd"]! },
      aimOf(inputs),
    ),
  }),
  power_two_prop_z: ({ pc, nc, pt, nt, alpha }: Numbers) => ({
    power: powerOf({ control: pc!, treatment: pt! }, { control: nc!, treatment: nt! }, alpha),
  }),
  mde_two_prop: (inputs: Numbers) => {
    const { p1, n } = inputs;
    const p2 = detectableRate(p1!, { treatment: n!, control: n! }, aimOf(inputs));
    if (!isNumber(p2)) return p2;
    return { p2, mde_abs: p2 - p1!, mde_rel: (p2 - p1!) / p1! };
  },
  exaggeration_type_s_m: ({ effect, se, alpha }: Numbers) => {
    const { power, wrongSign, timesTooLarge } = exaggeration(effect!, se!, alpha);
    return { power, type_s: wrongSign, type_m: timesTooLarge };
  },
};

const bayes: Readonly<Record<string, Answer>> = {
  beta_prob_b_beats_a: (inputs: Numbers) => {
    const { xa, na, xb, nb } = inputs;
    return { p: chancesOfBest([beta(xa!, na!, inputs), beta(xb!, nb!, inputs)])[1] };
  },
  beta_prob_best_of_3: ({ x, n }: Lists) => ({
    p: chancesOfBest(x!.map((count, index) => beta(count, n![index]!))),
  }),
  beta_expected_loss: (inputs: Numbers) => {
    const { xa, na, xb, nb } = inputs;
    const [a, b] = [beta(xa!, na!, inputs), beta(xb!, nb!, inputs)];
    return { loss_choose_b: expectedLoss(b, a), loss_choose_a: expectedLoss(a, b) };
  },
  beta_credible_interval: (inputs: Numbers) => {
    const { low, high, mean } = credible(beta(inputs["x"]!, inputs["n"]!, inputs), 0.95);
    return { lo: low, hi: high, mean };
  },
  normal_chance_to_win: ({ d, se, mu0, v0 }: Numbers) => {
    const prior = { mean: mu0!, variance: v0! };
    const found = chanceToWin({ uplift: d!, error: se! }, prior);
    return { ...shifted(found.posterior, "mean"), sd: found.deviation, ctw: found.chance };
  },
};

function bits(text: string): readonly number[] {
  return Array.from(text, Number);
}

const looks: Readonly<Record<string, Answer>> = {
  msprt_two_prop: ({ a, b, tau2, alpha }: Numbers & Readonly<Record<"a" | "b", string>>) => {
    const found = mixtureLooks(bits(a), bits(b), tau2!);
    const at = found.map((_, index) => index + 1).filter((k) => k % 50 === 0 || k === found.length);
    return {
      first_reject: firstRejection(found, alpha!) ?? null,
      lambda_last: Math.exp(found.at(-1)!.logRatio),
      p_last: found.at(-1)!.p,
      looks: at,
      p_at_looks: at.map((k) => found[k - 1]!.p),
    };
  },
  acs_rho: ({ alpha, n_star }: Numbers) => ({ rho: tuning(alpha!, n_star) }),
  asymptotic_confidence_sequence: ({ est, se, n, n_star, alpha }: Numbers) => {
    const rho = tuning(alpha!, n_star);
    const found = anytimeEstimate({ value: est!, error: se! }, n!, { alpha: alpha!, rho });
    const { low, high } = found.estimate;
    return { rho, lo: low, hi: high, halfwidth: (high - low) / 2, p: found.p };
  },
  miller_sequential: ({ arms, N, sided }: Numbers & { readonly arms: string }) => {
    const order = Array.from(arms, (each) => (each === "T" ? "treatment" : "control"));
    const { verdict, conversions, ahead, threshold } = countOnly(order, N!, sided as 1 | 2);
    return { verdict, stop: conversions, diff: ahead, threshold };
  },
  srm_sequential_dirichlet: (inputs: {
    readonly increments: readonly (readonly number[])[];
    readonly theta: readonly number[];
    readonly k: number;
  }) => {
    const found = sampleRatioLooks(inputs.increments, inputs.theta, inputs.k);
    return {
      log_bf_last: found.at(-1)!.logBayesFactor,
      p_last: found.at(-1)!.p,
      p_path: found.map(({ p }) => p),
    };
  },
};

const many: Readonly<Record<string, Answer>> = {
  srm_chisq: ({ observed, weights }: Lists) => {
    const { chiSquare, df, p } = got(sampleRatio(observed!, weights!));
    return { chisq: chiSquare, df, p };
  },
  adjust_holm: adjusted(holm),
  adjust_bh: adjusted(benjaminiHochberg),
  adjust_by: adjusted(benjaminiYekutieli),
  adjust_hochberg: adjusted(hochberg),
  adjust_bonferroni: adjusted(bonferroni),
  cochran_q: ({ est, se }: Lists) => {
    const effects = est!.map((value, index) => ({ value, error: se![index]! }));
    const { pooled, q, df, p, i2 } = got(cochran(effects));
    return { pooled: pooled.value, se: pooled.error, Q: q, df, p, I2: i2 };
  },
  mantel_haenszel_rd: (inputs: Lists) => {
    const found = got(pooledDifference(strataOf(inputs)));
    return { ...shifted(found, "rd"), se: found.error };
  },
  mantel_haenszel_rr: (inputs: Lists) => {
    const found = got(pooledRatio(strataOf(inputs)));
    return { ...shifted(found, "rr"), se_log: found.logError };
  },
  cmh_test: (inputs: Lists) => {
    const { chiSquare, p, oddsRatio } = got(stratifiedTest(strataOf(inputs)));
    return { chisq: chiSquare, p, common_or: oddsRatio };
  },
  interaction_two_segments: (inputs: Lists) => {
    const [first, second] = strataOf(inputs);
    const { difference, z, p } = got(differenceOfDifferences(first!, second!));
    return { diff_of_diffs: difference, z, p };
  },
  logistic_interaction_lrt: (inputs: Lists) => {
    const { statistic, df, p } = got(oddsInteraction(strataOf(inputs)));
    return { lr: statistic, df, p };
  },
  novelty_slope_wls: ({ day, lift: value, se }: Lists) => {
    const effects = day!.map((each, index) => ({
      day: each,
      value: value![index]!,
      error: se![index]!,
    }));
    const { slope, error, z, p } = got(noveltySlope(effects));
    return { slope, se_known_variance: error, z, p };
  },
  qini_curve: ({ y, w, s }: Lists) => {
    const found = qiniOf(
      y!.map((each, index) => ({
        converted: each === 1,
        treated: w![index] === 1,
        score: s![index]!,
      })),
    );
    return {
      qini_x: found.qini.map(({ profiles }) => profiles),
      qini_y: found.qini.map(({ gain }) => gain),
      uplift_x: found.uplift.map(({ profiles }) => profiles),
      uplift_y: found.uplift.map(({ gain }) => gain),
      qini_auc: found.qiniArea,
      uplift_auc: found.upliftArea,
    };
  },
};

/** Every function of the reference, by its name there. */
export const answers: Readonly<Record<string, Answer>> = {
  ...rates,
  ...means,
  ...plans,
  ...bayes,
  ...looks,
  ...many,
};
