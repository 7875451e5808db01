import { expect, test } from "vitest";
import { judge } from "../../src/scenario/judge.ts";
import { at, log, measured, truly } from "../measure/logs.ts";
import { foundWith, scenarioWith } from "./sources.ts";

test("prices and the wish are those of the scenario, and the usual where it says nothing", () => {
  const { measure } = scenarioWith(
    "worth: { margin: 30%, complaint: 8 }\nwish: { uplift: +25% }\n",
  );
  expect(measure.prices).toEqual({ margin: 0.3, send: 0.001, unsubscribe: 1, complaint: 8 });
  expect(measure.wish).toEqual({ uplift: 0.25, days: 56 });
  expect(scenarioWith("wish: { within: 3w }\n").measure.wish).toEqual({ uplift: 0.2, days: 21 });
});

test.each([
  ["worth: { margin: 130% }", "OUT_OF_RANGE 4: 130%"],
  ["worth: { send: -1 }", "OUT_OF_RANGE 4: -1"],
  ["worth: { click: 1 }", "UNKNOWN_KEY 4: click"],
  ["wish: { uplift: 0% }", "OUT_OF_RANGE 4: 0%"],
  ["wish: { within: 0d }", "OUT_OF_RANGE 4: 0d"],
])("%s is refused: %s", (text, fault) => {
  expect(foundWith("seed: 7", text)).toEqual([fault]);
});

const NOTHING = { orders: 0, listCents: 0, discountCents: 0, unsubscribes: 0, complaints: 0 };
const gained = { ...NOTHING, orders: 1, listCents: 4000 };

/** A hundred sends, so many of which made somebody buy. */
function sends(good: number) {
  return Array.from({ length: 100 }, (_, index) => {
    const worlds = { with: index < good ? gained : NOTHING, without: NOTHING };
    const outcome = { at: at(18), segment: 0, isFinished: true, worlds };
    const orders = { ordersWith: index < good, ordersWithout: false };
    return log(index, { truth: { ...truly([]), outcomes: [{ ...outcome, ...orders }] } });
  });
}

test.each([
  ["wasted_sends: { max: 95% }", 20, "pass"],
  ["wasted_sends: '<= 60%'", 20, "fail"],
  ["wasted_sends: { max: 80% }", 20, "inconclusive"],
])("%s of 100 sends, %d of them good: %s", (text, good, verdict) => {
  const scenario = scenarioWith(`expectations: { evening_offer: { ${text} } }\n`);
  expect(judge(scenario, measured(sends(good)))[0]).toMatchObject({
    verdict,
    measure: "wasted_sends",
  });
});
