import { expect, test } from "vitest";
import type { ProfileLog } from "../../src/model/log.ts";
import { type Verdict, judge } from "../../src/scenario/judge.ts";
import { type Scenario, readScenario } from "../../src/scenario/read.ts";
import { sentenceOf } from "../../src/report/sentence.ts";
import { log, measured, visits } from "../measure/logs.ts";
import { RULE, SCENARIO } from "./sources.ts";

const RULES = `${RULE}
segment nudge
when cart_views >= 1 in last 24h
`;

function read(expectations: string) {
  const text = `${SCENARIO}expectations:\n  over_segmentation: ${expectations}\n`;
  return readScenario({ path: "small.yaml", text }, (path) => ({ path, text: RULES }));
}

function scenarioWith(expectations: string): Scenario {
  const { scenario, findings } = read(expectations);
  if (scenario === undefined) throw new Error(findings.map(({ message }) => message).join("; "));
  return scenario;
}

/** Ten people in the offer, four of them also nudged, and two who are only nudged. */
const logs: readonly ProfileLog[] = Array.from({ length: 12 }, (_, index) =>
  log(index, {
    transitions: [
      ...(index < 10 ? visits([18, 21]) : []),
      ...(index >= 6 ? visits([index === 6 ? 20 : 22, 23], 1) : []),
    ].toSorted((a, b) => a.at - b.at),
  }),
);

function judged(expectations: string): Verdict {
  const scenario = scenarioWith(expectations);
  return judge(scenario, measured(logs, scenario.measure))[0]!;
}

test.each([
  ["{ smallest_segment: { min: 6 } }", "pass", "6 in nudge, at least 6"],
  ["{ smallest_segment: '>= 7' }", "fail", "6 in nudge, at least 7"],
  ["{ conditions_per_rule: { max: 4 } }", "pass", "4 in evening_offer, at most 4"],
  ["{ conditions_per_rule: { max: 3 } }", "fail", "4 in evening_offer, at most 3"],
  ["{ segments_per_profile: { p95: 2 } }", "pass", "p95 2, at most 2"],
  ["{ segments_per_profile: { max: 1 } }", "fail", "2 at most, at most 1"],
  [
    "{ overlap: { evening_offer & nudge: { max: 40% } } }",
    "pass",
    "33.3 % in evening_offer & nudge, at most 40 %",
  ],
  [
    "{ overlap: { nudge & evening_offer: '<= 33%' } }",
    "fail",
    "33.3 % in nudge & evening_offer, at most 33 %",
  ],
])("%s: %s, %s", (expectations, verdict, sentence) => {
  const found = judged(expectations);
  expect(found.verdict).toBe(verdict);
  expect(sentenceOf(found)).toBe(sentence);
});

test("of two segments that reach nobody there is no overlap", () => {
  const scenario = scenarioWith("{ overlap: { evening_offer & nudge: '<= 5%' } }");
  expect(judge(scenario, measured([log(1)], scenario.measure))[0]).toMatchObject({
    segment: "over_segmentation",
    verdict: "not_estimable",
    place: { line: 10 },
  });
});

test.each([
  ["{ smallest_segment: {} }", "EMPTY_BOUNDS"],
  ["{}", "EMPTY_BOUNDS"],
  ["{ smallest: { min: 4 } }", "UNKNOWN_KEY"],
  ["{ segments_per_profile: { p50: 4 } }", "UNKNOWN_KEY"],
  ["{ overlap: { evening_offer: { max: 4% } } }", "WRONG_TYPE"],
  ["{ overlap: { nudge & nudge: { max: 4% } } }", "WRONG_TYPE"],
  ["{ overlap: { evening_offer & nugde: { max: 4% } } }", "UNKNOWN_SEGMENT"],
  ["{ overlap: { evening_offer & nudge: 4 } }", "EMPTY_BOUNDS"],
  ["{ overlap: { evening_offer & nudge: { min: 5%, max: 4% } } }", "OUT_OF_RANGE"],
])("%s is refused in its place", (expectations, code) => {
  const errors = read(expectations).findings.filter(({ severity }) => severity === "error");
  expect(errors.map((each) => each.code)).toEqual([code]);
  expect(errors[0]!.span.start).toBeGreaterThanOrEqual(SCENARIO.length);
});
