import { normalQuantile, reachOf } from "../normal.ts";

/** What a test is planned for: its two-sided alpha and its power, both from 0 to 1. */
export interface Aim {
  readonly alpha: number;
  readonly power: number;
}

/** The usual aim. */
export const USUAL_AIM: Aim = { alpha: 0.05, power: 0.8 };

/** The rates that a test is to tell apart; they differ and lie strictly between 0 and 1. */
export interface Rates {
  readonly control: number;
  readonly treatment: number;
}

/** Profiles per arm to tell two rates apart, pooled variance if they are equal and unpooled if not: the default (R:
 *  power.prop.test; Fleiss, Statistical Methods for Rates and Proportions). Not rounded. */
export function sampleSize({ control, treatment }: Rates, aim: Aim = USUAL_AIM): number {
  return unequalSizes({ control, treatment }, 1, aim).treatment;
}

/** The same with unpooled variance on both sides; about 1 % less. */
export function unpooledSampleSize({ control, treatment }: Rates, aim: Aim = USUAL_AIM): number {
  const reach = reachOf(1 - aim.alpha) + normalQuantile(aim.power);
  return (reach ** 2 * (varianceOf(control) + varianceOf(treatment))) / (treatment - control) ** 2;
}

/** Profiles in each arm, not rounded. */
export interface ArmSizes {
  readonly treatment: number;
  readonly control: number;
}

/** Profiles in each arm if the control has `controlPerTreatment` as many as the treatment (Fleiss, Tytun and Ury,
 *  Biometrics 36, 1980, without correction). A holdout of 10 % is 1/9. */
export function unequalSizes(
  { control, treatment }: Rates,
  controlPerTreatment: number,
  { alpha, power }: Aim = USUAL_AIM,
): ArmSizes {
  const k = controlPerTreatment;
  const pooled = (treatment + k * control) / (1 + k);
  const equal = reachOf(1 - alpha) * Math.sqrt(varianceOf(pooled) * (1 + 1 / k));
  const unequal =
    normalQuantile(power) * Math.sqrt(varianceOf(treatment) + varianceOf(control) / k);
  const size = ((equal + unequal) / (treatment - control)) ** 2;
  return { treatment: size, control: k * size };
}

/** How many times the profiles of two equal arms a test needs if `share` of all profiles (0 to 1) are the control. */
export function holdoutCost(rates: Rates, share: number, aim: Aim = USUAL_AIM): number {
  const { treatment, control } = unequalSizes(rates, share / (1 - share), aim);
  return (treatment + control) / (2 * sampleSize(rates, aim));
}

function varianceOf(rate: number): number {
  return rate * (1 - rate);
}
