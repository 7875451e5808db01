import { normalQuantile, reachOf } from "./normal.ts";
import { type NotEstimable, notEstimable } from "./proportion.ts";

/** The two-sided alpha and the power of a test that is planned. */
const ALPHA = 0.05;
const POWER = 0.8;

/** Profiles per arm that tell two rates apart with 80 % power at a two-sided 5 %, pooled variance if they are equal and
 *  unpooled if not (R: power.prop.test). Not rounded; the rates differ and lie in (0, 1). */
export function profilesPerArm(control: number, treatment: number): number {
  const pooled = (control + treatment) / 2;
  const equal = reachOf(1 - ALPHA) * Math.sqrt(2 * varianceOf(pooled));
  const unequal = normalQuantile(POWER) * Math.sqrt(varianceOf(control) + varianceOf(treatment));
  return ((equal + unequal) / (treatment - control)) ** 2;
}

/** The smallest rate above the control's that such a test finds with so many profiles in each arm (R: power.prop.test). */
export function smallestDetectable(control: number, perArm: number): number | NotEstimable {
  if (control <= 0) return notEstimable("nobody converts without the send");
  if (perArm < 1) return notEstimable("an arm has no profiles");
  let [missed, found] = [control, 1 - 1e-12];
  if (control >= found || profilesPerArm(control, found) > perArm)
    return notEstimable("no effect is large enough to be found");
  for (let halving = 0; halving < 60; halving++) {
    const middle = (missed + found) / 2;
    if (middle > control && profilesPerArm(control, middle) <= perArm) found = middle;
    else missed = middle;
  }
  return found;
}

function varianceOf(rate: number): number {
  return rate * (1 - rate);
}
