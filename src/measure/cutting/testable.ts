import { smallestDetectable } from "../../stats/detectable.ts";
import { sampleSize } from "../../stats/plan/sample-size.ts";
import { type NotEstimable, notEstimable } from "../../stats/proportion.ts";
import { UNITS } from "../../time/duration.ts";
import type { ResponseMeasure } from "../response.ts";

/** What a test of a segment should be able to tell: an uplift of that share of the rate without the send, within so many
 *  days. */
export interface Wish {
  readonly uplift: number;
  readonly days: number;
}

/** The usual wish (assumed): what most tests of an offer hope for, and as long as a quarter's plan leaves. */
export const USUAL_WISH: Wish = { uplift: 0.2, days: 56 };

/** How long after a send an order counts, in days (as the outcomes of the log do). */
const OUTCOME_DAYS = 7;

/** Whether a test of the segment could ever be decided. */
export interface TestMeasure {
  /** Profiles that get a message in the run, and in a day at the scale of the list. */
  readonly addressed: number;
  readonly perDay: number;
  /** The share of sends without which the person would have ordered all the same; of all segments if it is 0 here. */
  readonly baseRate: number | NotEstimable;
  /** The chance that not one of those addressed, at the scale of the list, orders within the outcome's time, (1 - p)^n. */
  readonly noConversion: number | NotEstimable;
  /** The smallest uplift, as a share of the base rate, that a test with half of those addressed in each arm would find. */
  readonly detectable: number | NotEstimable;
  /** Profiles per arm that the wished uplift needs, and days until they have come, in whole weeks and the outcome's time. */
  readonly perArm: number | NotEstimable;
  readonly days: number | NotEstimable;
  readonly isTestable: boolean;
}

/** What is known of the segment and of the run. */
export interface Addressed {
  readonly addressed: number;
  readonly scale: number;
  readonly stretchMs: number;
  readonly response: ResponseMeasure | NotEstimable;
  readonly all: readonly (ResponseMeasure | NotEstimable)[];
}

/** Reads it off. */
export function testOf(
  { addressed, scale, stretchMs, response, all }: Addressed,
  wish: Wish,
): TestMeasure {
  const perDay = stretchMs === 0 ? 0 : (addressed * scale * UNITS.d) / stretchMs;
  const base = baseRateOf(response, all);
  const common = { addressed, perDay, baseRate: base };
  if (typeof base !== "number")
    return {
      ...common,
      noConversion: base,
      detectable: base,
      perArm: base,
      days: base,
      isTestable: false,
    };
  const found = smallestDetectable(base, (addressed * scale) / 2);
  const perArm = perArmOf(base, wish);
  const days = daysOf(perArm, perDay);
  return {
    ...common,
    noConversion: (1 - base) ** Math.round(addressed * scale),
    detectable: typeof found === "number" ? found / base - 1 : found,
    perArm,
    days,
    isTestable: typeof days === "number" && days <= wish.days,
  };
}

function perArmOf(base: number, { uplift }: Wish): number | NotEstimable {
  const treatment = base * (1 + uplift);
  return treatment < 1
    ? Math.ceil(sampleSize({ control: base, treatment }))
    : notEstimable("the wished uplift is more than everybody");
}

function daysOf(perArm: number | NotEstimable, perDay: number): number | NotEstimable {
  if (typeof perArm !== "number") return perArm;
  if (perDay === 0) return notEstimable("nobody is addressed");
  return 7 * Math.ceil((2 * perArm) / perDay / 7) + OUTCOME_DAYS;
}

/** Orders of this segment's people without the send; if there are none, those of all segments' people. */
function baseRateOf(
  own: ResponseMeasure | NotEstimable,
  all: readonly (ResponseMeasure | NotEstimable)[],
): number | NotEstimable {
  if ("status" in own) return own;
  const [orders, sends] = [[own], all].map(summed).find(([count]) => count > 0) ?? [0, 0];
  return orders > 0 ? orders / sends : notEstimable("nobody would have ordered without a send");
}

function summed(
  responses: readonly (ResponseMeasure | NotEstimable)[],
): readonly [orders: number, sends: number] {
  let [orders, sends] = [0, 0];
  for (const each of responses) {
    if ("status" in each) continue;
    orders += each.sureThings + each.sleepingDogs;
    sends += each.sureThings + each.sleepingDogs + each.persuadables + each.lostCauses;
  }
  return [orders, sends];
}
