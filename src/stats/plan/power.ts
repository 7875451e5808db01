import type { Figure } from "../estimate.ts";
import { reachOf } from "../normal.ts";
import { bisect } from "../numeric/bisect.ts";
import { notEstimable } from "../proportion.ts";
import { normalBelow } from "../tail/normal.ts";
import { type Aim, type ArmSizes, type Rates, USUAL_AIM } from "./sample-size.ts";

/** The chance that a test of two rates says they differ, both tails counted: pooled error if they are equal, unpooled if
 *  not. */
export function powerOf(rates: Rates, sizes: ArmSizes, alpha: number = USUAL_AIM.alpha): number {
  const { shift, stretch } = placeOf(rates, sizes, alpha);
  return normalBelow(shift - stretch) + normalBelow(-shift - stretch);
}

/** The smallest treatment rate above the control's that a test of these arms finds with the power of `aim` (R:
 *  power.prop.test, which leaves out the far tail). Not estimable where even a rate of 1 would be missed. */
export function detectableRate(control: number, sizes: ArmSizes, aim: Aim = USUAL_AIM): Figure {
  const isMissed = (treatment: number): boolean => {
    const { shift, stretch } = placeOf({ control, treatment }, sizes, aim.alpha);
    return normalBelow(shift - stretch) < aim.power;
  };
  if (control <= 0) return notEstimable("the control has no events");
  if (sizes.treatment < 1 || sizes.control < 1) return notEstimable("an arm has no profiles");
  if (control >= 1 || isMissed(1)) return notEstimable("no effect is large enough to be found");
  return bisect(isMissed, control, 1);
}

/** The difference in its own standard errors, and the critical value in the same. */
function placeOf({ control, treatment }: Rates, sizes: ArmSizes, alpha: number) {
  const all = sizes.treatment + sizes.control;
  const pooled = (treatment * sizes.treatment + control * sizes.control) / all;
  const equal = Math.sqrt(pooled * (1 - pooled) * (1 / sizes.treatment + 1 / sizes.control));
  const unequal = Math.sqrt(
    (treatment * (1 - treatment)) / sizes.treatment + (control * (1 - control)) / sizes.control,
  );
  const scale = Math.max(unequal, Number.MIN_VALUE);
  return {
    shift: Math.abs(treatment - control) / scale,
    stretch: (reachOf(1 - alpha) * equal) / scale,
  };
}
