import { type NotEstimable, notEstimable } from "../stats/proportion.ts";
import { type Slope, noveltySlope } from "../stats/strata/novelty.ts";
import type { Asked } from "./heterogeneity.ts";
import { signOf } from "./heterogeneity.ts";
import { type Population, pairOf } from "./tables.ts";
import { roughEffect } from "./uplift.ts";

/** How the difference changes with the days since the first exposure, and whether it fades. */
export interface Novelty extends Slope {
  readonly fades: boolean;
}

/** Whether an effect is only new: the slope of the daily differences points against the whole, significantly. */
export function noveltyOf({ days }: Population, asked: Asked): Novelty | NotEstimable {
  if (days.length === 0) return notEstimable("the days since the first exposure are not known");
  const effects = days.flatMap((each) => {
    const found = roughEffect(pairOf(each, asked.arm, asked.outcome));
    return "status" in found ? [] : [{ day: each.day, ...found }];
  });
  const slope = noveltySlope(effects);
  if ("status" in slope) return slope;
  const isAgainst = Math.sign(slope.slope) === -signOf(asked.whole);
  return { ...slope, fades: isAgainst && slope.p < asked.alpha };
}
