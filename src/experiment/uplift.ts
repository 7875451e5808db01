import { type Estimate, type Figure, confidenceOf, estimated } from "../stats/estimate.ts";
import { fiellerRatio } from "../stats/means/uplift.ts";
import { welch } from "../stats/means/welch.ts";
import { type NotEstimable, notEstimable } from "../stats/proportion.ts";
import type { StratumEffect } from "../stats/strata/cochran.ts";
import type { Pair, RatePair } from "../stats/rates/pair.ts";
import { scoreDifference } from "../stats/rates/score-difference.ts";
import { scoreRatio } from "../stats/rates/score-ratio.ts";
import { scoreP } from "../stats/rates/score.ts";
import { studentReach } from "../stats/tail/student.ts";
import type { MeanSample, Sample } from "./tables.ts";

/** What a treatment did to an outcome: p, difference and uplift of one family, which cannot contradict each other. */
export interface Effect {
  readonly family: "score" | "welch";
  readonly p: Figure;
  /** Treatment less control: a share, or in the outcome's own unit. */
  readonly difference: Estimate;
  /** Treatment over control, less 1. */
  readonly uplift: Estimate;
}

/** The effect on one outcome. Rates have the score family of Miettinen and Nurminen, means Welch's t and Fieller's ratio
 *  with the same degrees of freedom. */
export function effectOf(pair: Pair<Sample>, alpha: number): Effect {
  const rates = asRates(pair);
  return rates === undefined
    ? meanEffect(pair as Pair<MeanSample>, alpha)
    : {
        family: "score",
        p: scoreP(rates),
        difference: scoreDifference(rates, confidenceOf(alpha)),
        uplift: less1(scoreRatio(rates, confidenceOf(alpha))),
      };
}

/** The pair if it is one of rates. */
export function asRates({ treatment, control }: Pair<Sample>): RatePair | undefined {
  return treatment.kind === "rate" && control.kind === "rate" ? { treatment, control } : undefined;
}

function meanEffect(pair: Pair<MeanSample>, alpha: number): Effect {
  const found = welch(pair, confidenceOf(alpha));
  if ("status" in found) {
    const isEmpty = pair.treatment.of === 0 || pair.control.of === 0;
    const value = isEmpty ? undefined : pair.treatment.mean - pair.control.mean;
    return { family: "welch", p: found, difference: { ...found, value }, uplift: found };
  }
  const reach = studentReach(confidenceOf(alpha), found.df);
  const uplift = less1(fiellerRatio(pair, reach));
  return { family: "welch", p: found.p, difference: found.difference, uplift };
}

function less1(ratio: Estimate): Estimate {
  if (ratio.status !== "estimated") return ratio;
  return estimated(ratio.value - 1, ratio.low - 1, ratio.high - 1);
}

/** An outcome's effect in its own standard errors: for comparing strata and days. Rates have unpooled variances. */
export function roughEffect({ treatment, control }: Pair<Sample>): StratumEffect | NotEstimable {
  const [first, second] = [momentsOf(treatment), momentsOf(control)];
  if (treatment.of < 2 || control.of < 2) return notEstimable("an arm has fewer than two profiles");
  const error = Math.sqrt(first.variance / treatment.of + second.variance / control.of);
  if (error === 0) return notEstimable("no variation in either arm");
  return { value: first.mean - second.mean, error };
}

/** The mean and the variance of a sample; a rate's are p and p(1 − p). */
export function momentsOf(sample: Sample): { readonly mean: number; readonly variance: number } {
  if (sample.kind === "mean") return sample;
  const mean = sample.of === 0 ? 0 : sample.count / sample.of;
  return { mean, variance: mean * (1 - mean) };
}
