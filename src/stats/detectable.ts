import { sampleSize } from "./plan/sample-size.ts";
import { type NotEstimable, notEstimable } from "./proportion.ts";

/** The smallest rate above the control's that the usual test finds with so many profiles in each arm (R: power.prop.test):
 *  `plan/power.ts` without the tails of the normal, which take longer to load than a run may. */
export function smallestDetectable(control: number, perArm: number): number | NotEstimable {
  if (control <= 0) return notEstimable("nobody converts without the send");
  if (perArm < 1) return notEstimable("an arm has no profiles");
  let [missed, found] = [control, 1 - 1e-12];
  if (control >= found || sampleSize({ control, treatment: found }) > perArm)
    return notEstimable("no effect is large enough to be found");
  for (let halving = 0; halving < 60; halving++) {
    const middle = (missed + found) / 2;
    if (middle > control && sampleSize({ control, treatment: middle }) <= perArm) found = middle;
    else missed = middle;
  }
  return found;
}
