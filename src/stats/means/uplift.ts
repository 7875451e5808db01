import type { Estimate, Figure } from "../estimate.ts";
import { estimated } from "../estimate.ts";
import { reachOf } from "../normal.ts";
import { CONFIDENCE, type NotEstimable, notEstimable } from "../proportion.ts";
import { type Pair, type RatePair, rate } from "../rates/pair.ts";
import { normalTails } from "../tail/normal.ts";
import { studentReach, studentTails } from "../tail/student.ts";
import { type Moments, errorVariance } from "./moments.ts";
import { welchDf, whyNoMeans } from "./welch.ts";

/** An uplift by the delta method, with its standard error and p. */
export interface DeltaUplift {
  readonly uplift: Estimate;
  readonly error: number;
  readonly p: Figure;
}

const NO_BASE = "the control's mean is 0";

/** The uplift of a mean by the delta method with the normal quantile, "for comparison" (GrowthBook's without its
 *  degrees of freedom). Symmetric, so poor where events are rare. */
export function deltaUplift(
  pair: Pair<Moments>,
  confidence: number = CONFIDENCE,
): DeltaUplift | NotEstimable {
  return delta(pair, reachOf(confidence), normalTails);
}

/** The same with Welch's degrees of freedom: what GrowthBook prints. */
export function deltaUpliftWelch(
  pair: Pair<Moments>,
  confidence: number = CONFIDENCE,
): DeltaUplift | NotEstimable {
  const reason = whyNoMeans(pair);
  if (reason !== undefined) return notEstimable(reason);
  const df = welchDf(pair);
  return delta(pair, studentReach(confidence, df), (t) => studentTails(t, df));
}

/** A pair of rates as moments, each with the variance p(1 − p), as GrowthBook takes them. */
export function asMoments({ treatment, control }: RatePair): Pair<Moments> {
  const moments = (each: RatePair["control"]): Moments => {
    const mean = each.of === 0 ? 0 : rate(each);
    return { of: each.of, mean, variance: mean * (1 - mean) };
  };
  return { treatment: moments(treatment), control: moments(control) };
}

function delta(
  pair: Pair<Moments>,
  reach: number,
  tails: (z: number) => number,
): DeltaUplift | NotEstimable {
  const reason = whyNoMeans(pair);
  if (reason !== undefined) return notEstimable(reason);
  const { treatment, control } = pair;
  if (control.mean === 0) return notEstimable(NO_BASE);
  const ratio = treatment.mean / control.mean;
  const error =
    Math.sqrt(errorVariance(treatment) + ratio * ratio * errorVariance(control)) /
    Math.abs(control.mean);
  const uplift = ratio - 1;
  return {
    uplift: estimated(uplift, uplift - reach * error, uplift + reach * error),
    error,
    p: tails(uplift / error),
  };
}

/** The ratio of two means with the interval of Fieller (Biometrika 28, 1940; Journal of the Royal Statistical Society B
 *  16, 1954) at `reach` standard errors. Where the control's mean may be 0 it is unbounded. */
export function fiellerRatio({ treatment, control }: Pair<Moments>, reach: number): Estimate {
  const reason = whyNoMeans({ treatment, control });
  if (reason !== undefined) return notEstimable(reason);
  if (control.mean === 0) return notEstimable(NO_BASE);
  const ratio = treatment.mean / control.mean;
  const [first, second] = [errorVariance(treatment), errorVariance(control)];
  const g = (reach * reach * second) / (control.mean * control.mean);
  if (g >= 1) return notEstimable("unbounded: the control's mean may well be 0");
  const root = Math.sqrt(Math.max(0, first * (1 - g) + ratio * ratio * second));
  const half = (reach * root) / Math.abs(control.mean);
  return estimated(ratio, (ratio - half) / (1 - g), (ratio + half) / (1 - g));
}
