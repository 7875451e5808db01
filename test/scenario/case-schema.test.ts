import { expect, test } from "vitest";
import { found, SCENARIO } from "./sources.ts";

/** What is wrong with a case, as `CODE line: marked text`. */
function faultsOf(text: string): readonly string[] {
  return found(`${SCENARIO}cases:\n  - ${text}\n`);
}

const REST = "at: 2026-03-28T18:00Z, expectations: { evening_offer: in }";

test.each([
  ["-47h59min Cart Viewed"],
  ["-0s Cart Viewed"],
  ["-0 Cart Viewed"],
  ["  -13d   Email Opened  "],
])("%s is an event", (event) => {
  expect(faultsOf(`{ name: a, events: ["${event}"], ${REST} }`)).toEqual([]);
});

test.each([
  ["{ at: -5min, event: Cart Viewed }", []],
  ["{ at: 0, event: Cart Viewed, properties: { price: 3.5, sizes: [1, null], gift: true } }", []],
  ["{ at: 5min, event: Cart Viewed }", ["WRONG_TYPE 10: 5min"]],
  ["{ at: +5min, event: Cart Viewed, arrives: -1min }", []],
  ["{ at: -5min, event: Cart Viewed, arrives: -1min, id: 7, zone: asia/kolkata }", []],
  ["{ at: -5min, event: Cart Viewed, place: { country: US, area: urban }, feed: crm }", []],
  ["{ at: +5min, event: Cart Viewed }", ["OUT_OF_RANGE 10: { at: +5min, event: Cart Viewed }"]],
  ["{ at: -5min, event: Cart Viewed, arrives: 1min }", ["WRONG_TYPE 10: 1min"]],
  ["{ at: -5min, event: Cart Viewed, arrives: -1m }", ["UNKNOWN_UNIT 10: -1m"]],
  ["{ at: -5min, event: Cart Viewed, id: [] }", ["WRONG_TYPE 10: []"]],
  ["{ at: -5min, event: Cart Viewed, zone: Europe/Berln }", ["UNKNOWN_ZONE 10: Europe/Berln"]],
  ["{ at: -5min, event: Cart Viewed, place: { land: US } }", ["UNKNOWN_KEY 10: land"]],
  ["{ at: -5min, event: Cart Viewed, feed: carrier-pigeon }", ["UNKNOWN_WORD 10: carrier-pigeon"]],
  ["{ at: -5m, event: Cart Viewed }", ["UNKNOWN_UNIT 10: -5m"]],
  ["{ at: -5min, evnt: Cart Viewed }", ["MISSING_KEY", "UNKNOWN_KEY 10: evnt"]],
  ["{ at: -5min, event: Cart Veiwed }", ["UNKNOWN_EVENT 10: { at: -5min, event: Cart Veiwed }"]],
  ["{ at: -5min, event: Cart Viewed, properties: { a: .nan } }", ["WRONG_TYPE 10: { a: .nan }"]],
  ["{ at: -5min, event: Cart Viewed, properties: 3 }", ["WRONG_TYPE 10: 3"]],
  ["3", ["WRONG_TYPE 10: 3"]],
])("the event %s", (event, faults) => {
  const all = faultsOf(`{ name: a, events: [${event}], ${REST} }`);
  expect(all.map((each) => (each.startsWith("MISSING") ? "MISSING_KEY" : each))).toEqual(faults);
});

test.each([
  ["2026-03-28T18:00 local", []],
  ["2026-03-28T18:00Z", []],
  ["2026-03-28T18:00+05:30", []],
  ["2026-03-28T18:00", ["INSTANT_WITHOUT_ZONE 10: 2026-03-28T18:00"]],
  ["2026-03-28T18:00Z local", ["WRONG_TYPE 10: 2026-03-28T18:00Z local"]],
  ["2026-02-30T18:00 local", ["WRONG_TYPE 10: 2026-02-30T18:00 local"]],
  ["1970-01-01T00:00Z", ["OUT_OF_RANGE 10: 1970-01-01T00:00Z"]],
  ["2099-03-28T18:00 local", ["OUT_OF_RANGE 10: 2099-03-28T18:00 local"]],
])("a case at %s", (at, faults) => {
  expect(faultsOf(`{ name: a, at: ${at}, expectations: { evening_offer: in } }`)).toEqual(faults);
});

test.each([
  ["-13d", []],
  ["0", []],
  ["2026-03-01T00:00Z", []],
  ["2026-03-01T00:00 local", []],
  ["+1h", ["OUT_OF_RANGE 10: +1h"]],
  ["2026-03-28T18:00:00.001Z", ["OUT_OF_RANGE 10: 2026-03-28T18:00:00.001Z"]],
  ["2026-03-01T00:00", ["INSTANT_WITHOUT_ZONE 10: 2026-03-01T00:00"]],
  ["-13m", ["UNKNOWN_UNIT 10: -13m"]],
  ["yesterday", ["WRONG_TYPE 10: yesterday"]],
])("a case from %s", (from, faults) => {
  expect(faultsOf(`{ name: a, from: ${from}, ${REST} }`)).toEqual(faults);
});

test.each([
  ["{ is: in, because: cart_views }", []],
  ["{ is: out, decision: none }", []],
  ["{ decision: cool_off, cause: re_entered }", []],
  ["{ decision: priority, by: evening_offer }", []],
  ["{}", ["EMPTY_BOUNDS 10: {}"]],
  ["{ because: cart_views }", ["EMPTY_BOUNDS 10: { because: cart_views }"]],
  ["{ decision: fired, because: opens }", ["EMPTY_BOUNDS 10: { decision: fired, because: opens }"]],
  ["{ is: in, cause: entered }", ["EMPTY_BOUNDS 10: { is: in, cause: entered }"]],
  ["{ decision: none, cause: entered }", ["EMPTY_BOUNDS 10: { decision: none, cause: entered }"]],
  [
    "{ decision: fired, by: evening_offer }",
    ["EMPTY_BOUNDS 10: { decision: fired, by: evening_offer }"],
  ],
  ["{ decision: cooloff }", ["UNKNOWN_WORD 10: cooloff"]],
  ["{ decision: fired, cause: entred }", ["UNKNOWN_WORD 10: entred"]],
  ["{ decision: priority, by: evening_ofer }", ["UNKNOWN_SEGMENT 10: evening_ofer"]],
  ["{ is: in, decison: fired }", ["UNKNOWN_KEY 10: decison"]],
])("a wish %s", (wish, faults) => {
  expect(
    faultsOf(`{ name: a, at: 2026-03-28T18:00Z, expectations: { evening_offer: ${wish} } }`),
  ).toEqual(faults);
});

test.each([
  ["hello", "WRONG_TYPE 10: hello"],
  [`{ name: a, profile: { zone: Europe/Berln }, ${REST} }`, "UNKNOWN_ZONE 10: Europe/Berln"],
  [`{ name: a, profile: { attributes: 3 }, ${REST} }`, "WRONG_TYPE 10: 3"],
  [`{ name: a, events: 3, ${REST} }`, "WRONG_TYPE 10: 3"],
  [`{ name: "a\\nb", ${REST} }`, 'WRONG_TYPE 10: "a\\nb"'],
  [`{ name: a, note: b, ${REST} }`, "UNKNOWN_KEY 10: note"],
  [`{ name: a, profile: { holdout: maybe }, ${REST} }`, "WRONG_TYPE 10: maybe"],
  ["{ name: a, todo: 3 }", "WRONG_TYPE 10: 3"],
])("%s is refused", (text, fault) => {
  expect(faultsOf(text)).toEqual([fault]);
});
