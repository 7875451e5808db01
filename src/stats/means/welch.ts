import type { Estimate, Figure } from "../estimate.ts";
import { estimated } from "../estimate.ts";
import { CONFIDENCE, type NotEstimable, notEstimable } from "../proportion.ts";
import { type Pair, whyEmpty } from "../rates/pair.ts";
import { studentReach, studentTails } from "../tail/student.ts";
import { type Moments, errorVariance } from "./moments.ts";

/** The difference of two means by Welch's t. */
export interface WelchTest {
  readonly difference: Estimate;
  readonly error: number;
  readonly t: number;
  readonly df: number;
  readonly p: Figure;
}

/** The difference of two means with unequal variances (Welch, Biometrika 34, 1947; R: t.test), interval and p of one
 *  family. Needs two profiles in each arm and some variance. */
export function welch(
  pair: Pair<Moments>,
  confidence: number = CONFIDENCE,
): WelchTest | NotEstimable {
  const reason = whyNoMeans(pair);
  if (reason !== undefined) return notEstimable(reason);
  const difference = pair.treatment.mean - pair.control.mean;
  const error = Math.sqrt(errorVariance(pair.treatment) + errorVariance(pair.control));
  const df = welchDf(pair);
  const half = studentReach(confidence, df) * error;
  const t = difference / error;
  return {
    difference: estimated(difference, difference - half, difference + half),
    error,
    t,
    df,
    p: studentTails(t, df),
  };
}

/** The degrees of freedom of Welch and Satterthwaite. */
export function welchDf({ treatment, control }: Pair<Moments>): number {
  const [first, second] = [errorVariance(treatment), errorVariance(control)];
  const all = first + second;
  return 1 / ((first / all) ** 2 / (treatment.of - 1) + (second / all) ** 2 / (control.of - 1));
}

/** Why two means cannot be compared: too few profiles, or nothing varies. */
export function whyNoMeans(pair: Pair<Moments>): string | undefined {
  const { treatment, control } = pair;
  const empty = whyEmpty(pair);
  if (empty !== undefined) return empty;
  if (treatment.of < 2 || control.of < 2) return "an arm has one profile only";
  if (treatment.variance === 0 && control.variance === 0) return "no variance in either arm";
  return undefined;
}
