import { expect, test } from "vitest";
import fc from "fast-check";
import { foundWith, saidOf, scenarioWith } from "./sources.ts";

/** What an expectation of the small scenario's segment asks for. */
function askedBy(text: string) {
  const { place: _, ...asked } = scenarioWith(`expectations: { evening_offer: { ${text} } }\n`)
    .expectations[0]!;
  return asked;
}

function faultsOf(text: string): readonly string[] {
  return foundWith("seed: 7", `expectations: { evening_offer: { ${text} } }`);
}

test.each([
  ["size: 0.5%..4%", "size: { at_peak: 0.5%..4% }"],
  ["size: 0.5..4 %", "size: { at_peak: { min: 0.005, max: 4% } }"],
  ['reach: ">= 2%"', "reach: { per: day, min: 2% }"],
  ['reach: ">= 2%"', "reach: { min: 0.02 }"],
  ['entries: ">= 100"', "entries: { min: 100 }"],
  ["fires: 100..200", "fires: { min: 100, max: 200 }"],
  ['sends: "<= 0"', "sends: { max: 0 }"],
  ['flapping: "<= 2"', "flapping: { max: 2, per: member_day }"],
  ['precision: ">= 0.90"', "precision: { min: 0.90, confidence: 95% }"],
  ['precision: ">= 90% by zone"', "precision: { min: 90%, by: [zone] }"],
  ['precision: ">= 90% by device, zone"', "precision: { min: 0.9, by: [zone, device] }"],
  ['intent_false_positives: "<= 10%"', "intent_false_positives: { max: 0.1 }"],
  ['freshness_error: "<= 10%"', "freshness_error: { max: 10% }"],
  ['send_recall: "≥ 80%"', "send_recall: { min: 0.80, per: mission }"],
  ['recall: "≥ 80%"', "recall: { min: 0.80, per: mission }"],
])("%s means %s", (short, long) => {
  expect(askedBy(short)).toEqual(askedBy(long));
});

test("unless it says otherwise an expectation is an error, at 95 %, over all", () => {
  expect(askedBy("precision: { min: 0.9 }")).toEqual({
    segment: "evening_offer",
    measure: "precision",
    asks: [{ quantity: "value", bounds: { min: 0.9 } }],
    by: [],
    confidence: 0.95,
    severity: "error",
    onInconclusive: "error",
  });
});

test.each([
  "size: {}",
  "size: { severity: warning }",
  "size: { at_peak: {} }",
  "reach: { per: run }",
  "precision: { by: [zone] }",
  "recall: { per: mission }",
  "entry_latency: {}",
  "flapping: { per: member_day }",
  "precision: 0.9",
  "precision: [0.9]",
  "flapping: 2",
  'flapping: ">= 2"',
])("%s asks for nothing", (text) => {
  expect(faultsOf(text)).toEqual([expect.stringMatching(/^EMPTY_BOUNDS 4: /)]);
});

test.each([
  "precision: { min: 0.9, max: 0.1 }",
  "size: { mean: { min: 5%, max: 1% } }",
  "size: 5%..1%",
  "entries: { min: 10, max: 1 }",
  'precision: ">= 120%"',
  "precision: { min: 90 }",
  "precision: { min: 0.9, confidence: 100% }",
  "precision: { min: 0.9, confidence: 40% }",
  "flapping: { max: 0 }",
  'flapping: "<= 0"',
  "sends: { min: -1 }",
])("%s is out of range", (text) => {
  expect(faultsOf(text)).toEqual([expect.stringMatching(/^OUT_OF_RANGE 4: /)]);
});

test.each([
  ["precision: { min: 0.9, by: [mail_client] }", "UNKNOWN_WORD 4: mail_client"],
  ['precision: ">= 0.9 by zon"', 'UNKNOWN_WORD 4: ">= 0.9 by zon"'],
  ["precision: { min: 0.9, by: [] }", "WRONG_TYPE 4: []"],
  ["precision: { min: 0.9, by: zone }", "WRONG_TYPE 4: zone"],
  ["recall: { min: 0.9, by: [zone] }", "UNKNOWN_KEY 4: by"],
  ["entry_latency: { p95: 2m }", "UNKNOWN_UNIT 4: 2m"],
  ["entry_latency: { p99: 2s }", "UNKNOWN_KEY 4: p99"],
  ["precision: { min: 0.9, severity: eror }", "UNKNOWN_WORD 4: eror"],
  ['entries: ">= 10_000"', 'NUMBER_WITH_UNDERSCORES 4: ">= 10_000"'],
  ["uplift: { min: 0% }", "NOT_YET_SUPPORTED 4: uplift"],
])("%s is refused where it stands", (text, finding) => {
  expect(faultsOf(text)).toEqual([finding]);
});

test("the message of crossed bounds says what is wrong with them", () => {
  expect(
    saidOf("seed: 7", "expectations: { evening_offer: { fires: { min: 2, max: 1 } } }"),
  ).toEqual(["nothing can keep to both: min is more than max"]);
});

test("any two bounds in order mean the same in one word and in two", () => {
  const percent = fc.nat({ max: 100 });
  fc.assert(
    fc.property(percent, percent, (one, other) => {
      const [min, max] = [Math.min(one, other), Math.max(one, other)];
      expect(askedBy(`reach: ${min}%..${max}%`)).toEqual(
        askedBy(`reach: { min: ${min}%, max: ${max}% }`),
      );
    }),
    { numRuns: 40 },
  );
});
