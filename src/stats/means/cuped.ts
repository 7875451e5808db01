import { CONFIDENCE, type NotEstimable, notEstimable } from "../proportion.ts";
import type { Pair } from "../rates/pair.ts";
import { covarianceOf, momentsOf } from "./moments.ts";
import { type WelchTest, welch } from "./welch.ts";

/** What was known of each profile before it entered, beside its outcome; index for index. */
export interface Covaried {
  readonly outcomes: readonly number[];
  readonly covariates: readonly number[];
}

/** A difference of means after what was known beforehand is taken out. */
export interface Cuped {
  readonly theta: number;
  /** The share of the variance that goes away; worth the trouble from 0.05 on. */
  readonly explained: number;
  readonly test: WelchTest;
}

/** CUPED (Deng and others, WSDM 2013): theta over both arms together, then Welch's t of what is left. The covariate must
 *  date from before the entry. */
export function cuped(
  { treatment, control }: Pair<Covaried>,
  confidence: number = CONFIDENCE,
): Cuped | NotEstimable {
  const outcomes = [...treatment.outcomes, ...control.outcomes];
  const covariates = [...treatment.covariates, ...control.covariates];
  if (outcomes.length < 2) return notEstimable("fewer than two profiles");
  const [y, x] = [momentsOf(outcomes), momentsOf(covariates)];
  if (x.variance === 0 || y.variance === 0) return notEstimable("no variance to explain");
  const covariance = covarianceOf(outcomes, covariates);
  const theta = covariance / x.variance;
  const rest = ({ outcomes: own, covariates: known }: Covaried) =>
    momentsOf(own.map((each, index) => each - theta * (known[index]! - x.mean)));
  const test = welch({ treatment: rest(treatment), control: rest(control) }, confidence);
  if ("status" in test) return test;
  return { theta, explained: (covariance / x.variance) * (covariance / y.variance), test };
}
