import { expect, test } from "vitest";
import fc from "fast-check";
import type { ProfileLog } from "../../src/model/log.ts";
import { type Verdict, judge } from "../../src/scenario/judge.ts";
import { at, log, decided, measured, sent, truly, visits, wants } from "../measure/logs.ts";
import { scenarioWith } from "./sources.ts";

/** Profiles that enter at 18:00, of which so many wanted to, so many did not, and so many would not on perfect data. */
function people(
  right: number,
  unwanted: number,
  stale: number,
  zone = "Europe/Berlin",
): readonly ProfileLog[] {
  const of = (count: number, truth: ProfileLog["truth"]): readonly Partial<ProfileLog>[] =>
    Array.from({ length: count }, () => ({ truth }));
  const all = [
    ...of(right, truly([18, 21], wants(17, 22))),
    ...of(unwanted, truly([18, 21])),
    ...of(stale, truly([])),
  ];
  const decisions = [decided(18, "fired")];
  const transitions = visits([18, 18.5, 19, 21]);
  return all.map((given, index) => log(index, { zone, transitions, decisions, ...given }));
}

function judgedOf(expectation: string, logs: readonly ProfileLog[]): Verdict {
  const scenario = scenarioWith(`expectations: { evening_offer: { ${expectation} } }\n`);
  return judge(scenario, measured(logs))[0]!;
}

// 100 people, 90 right, 8 by intent, 2 by late data: [0.826, 0.945], [0.041, 0.150], [0.006, 0.070].
test.each([
  ["precision: { min: 0.80 }", "pass"],
  ["precision: { min: 0.95 }", "fail"],
  ["precision: { min: 0.85 }", "inconclusive"],
  ["precision: { min: 0.85, confidence: 70% }", "pass"],
  ["intent_false_positives: { max: 20% }", "pass"],
  ["intent_false_positives: { max: 4% }", "fail"],
  ["intent_false_positives: { max: 10% }", "inconclusive"],
  ["staleness_false_positives: { max: 10% }", "pass"],
  ["staleness_false_positives: { max: 0.5% }", "fail"],
  ["staleness_false_positives: { max: 3% }", "inconclusive"],
  ["recall: { min: 0.90, per: mission }", "pass"],
  ["recall: { max: 0.90 }", "fail"],
  ["recall: { min: 0.97 }", "inconclusive"],
  ["send_recall: { min: 0.90, per: mission }", "pass"],
  ["send_recall: { max: 0.90 }", "fail"],
  ["send_recall: { min: 0.97 }", "inconclusive"],
  ["staleness_false_negatives: { max: 5% }", "pass"],
  ["staleness_false_negatives: { min: 5% }", "fail"],
  ["staleness_false_negatives: { max: 2% }", "inconclusive"],
  // Half an hour of three wrong for 98, and two and a half of none for 2: 18.4 % [16.0 %, 20.8 %].
  ["freshness_error: { max: 25% }", "pass"],
  ["freshness_error: { max: 15% }", "fail"],
  ["freshness_error: { max: 20% }", "inconclusive"],
  ["size: { at_peak: 90%..100% }", "pass"],
  ["size: { at_peak: 0%..99% }", "fail"],
  ["size: { mean: { min: 11% } }", "fail"],
  ["reach: { per: day, min: 100% }", "pass"],
  ["reach: { per: run, max: 99% }", "fail"],
  ["entries: { min: 200, max: 200 }", "pass"],
  ['entries: ">= 201"', "fail"],
  ["fires: { min: 100 }", "pass"],
  ["fires: { max: 99 }", "fail"],
  ["sends: { max: 0 }", "pass"],
  ["sends: { min: 1 }", "fail"],
  ["entry_latency: { p50: 1ms, max: 1ms }", "pass"],
  ["exit_latency: { p95: 1ms }", "pass"],
  ["flapping: { max: 2 }", "pass"],
  ["flapping: { max: 1 }", "fail"],
])("%s: %s", (expectation, verdict) => {
  expect(judgedOf(expectation, people(90, 8, 2)).verdict).toBe(verdict);
});

test.each([
  ["race_false_positives: { max: 20% }", "pass"],
  ["race_false_positives: { max: 1% }", "fail"],
  ["race_false_positives: { max: 7% }", "inconclusive"],
])("with 10 races in 100 sends %s: %s", (expectation, verdict) => {
  const race = { segment: 0, at: at(18), orderedAt: at(17), deliveredAt: at(18.1) };
  const logs = people(100, 0, 0).map((each, index) => ({
    ...each,
    sends: [sent(18)],
    truth: { ...each.truth!, races: index < 10 ? [race] : [] },
  }));
  expect(judgedOf(expectation, logs).verdict).toBe(verdict);
});

test("latency that is too long fails, and the number that does stands first", () => {
  const logs = people(90, 8, 2).map((each) => ({ ...each, transitions: visits([18.001, 21]) }));
  const verdict = judgedOf("entry_latency: { p50: 10s, p95: 2s, max: 3s }", logs);
  expect(verdict.verdict).toBe("fail");
  expect(verdict.checks[0]).toMatchObject({ quantity: "p95", actual: 3600, wanted: { max: 2000 } });
});

test("an inconclusive rate names the sample that would decide", () => {
  const [check] = judgedOf("precision: { min: 0.85 }", people(90, 8, 2)).checks;
  // z² · 0.85 · 0.15 / 0.05² = 195.9
  expect(check).toMatchObject({ actual: 0.9, n: 100, decidingN: 196 });
});

test("with slices the worst one is the verdict, and it stands first", () => {
  const logs = [...people(100, 0, 0), ...people(30, 30, 0, "Asia/Kolkata")];
  expect(judgedOf("precision: { min: 0.70 }", logs).verdict).toBe("pass");
  const verdict = judgedOf("precision: { min: 0.70, by: [zone] }", logs);
  expect(verdict.verdict).toBe("fail");
  expect(verdict.checks.map(({ slice, verdict: word }) => [slice, word])).toEqual([
    ["Asia/Kolkata", "fail"],
    ["Europe/Berlin", "pass"],
  ]);
});

test("of slices that all fail, the one furthest from its bound stands first", () => {
  const logs = [...people(60, 40, 0), ...people(30, 70, 0, "Asia/Kolkata")];
  const slices = (bounds: string) =>
    judgedOf(`precision: { ${bounds}, by: [zone] }`, logs).checks.map(({ slice }) => slice);
  expect(slices("min: 0.90")).toEqual(["Asia/Kolkata", "Europe/Berlin"]);
  expect(slices("max: 0.10")).toEqual(["Europe/Berlin", "Asia/Kolkata"]);
});

test("a slice without data is never a pass", () => {
  const verdict = judgedOf("precision: { min: 0.70, by: [device] }", people(100, 0, 0));
  expect(verdict).toMatchObject({ verdict: "not_estimable", blocks: true });
  expect(verdict.checks[0]).toMatchObject({
    slice: "desktop",
    actual: { status: "not_estimable", reason: "no profiles that entered" },
  });
});

test.each([
  "precision: { min: 0.1 }",
  "recall: { min: 0.1 }",
  "send_recall: { min: 0.1 }",
  "race_false_positives: { max: 50% }",
  "freshness_error: { max: 50% }",
  "size: { at_peak: 1%..90% }",
  "reach: { min: 1% }",
  "entries: { min: 1 }",
  "entry_latency: { p95: 2s }",
])("a rule that nobody meets does not pass %s", (expectation) => {
  const logs = [log(1, { truth: truly([]) }), log(2, { truth: truly([]) })];
  expect(judgedOf(expectation, logs)).toMatchObject({ blocks: true });
});

test("recorded events have no truth, so nothing about it passes", () => {
  const logs = [log(1, { transitions: visits([18, 21]) })];
  expect(judgedOf("precision: { min: 0.1 }", logs)).toMatchObject({
    verdict: "not_estimable",
    blocks: true,
  });
});

test("a warning does not make the run fail, nor does an open one that is to be a warning", () => {
  const logs = people(90, 8, 2);
  const warned = judgedOf("precision: { min: 0.95, severity: warning }", logs);
  expect(warned).toMatchObject({ verdict: "fail", severity: "warning", blocks: false });
  const open = "precision: { min: 0.85, on_inconclusive: warning }";
  expect(judgedOf(open, logs)).toMatchObject({ verdict: "inconclusive", blocks: false });
  const failing = "precision: { min: 0.95, on_inconclusive: warning }";
  expect(judgedOf(failing, logs)).toMatchObject({ verdict: "fail", blocks: true });
  expect(judgedOf("precision: { min: 0.85 }", logs)).toMatchObject({ blocks: true });
});

test("where min passes and max does, both bounds in one are no other verdict", () => {
  const counts = fc.record({ right: fc.nat({ max: 30 }), unwanted: fc.nat({ max: 30 }) });
  fc.assert(
    fc.property(counts, fc.nat({ max: 100 }), ({ right, unwanted }, percent) => {
      const logs = people(right, unwanted, 0);
      const word = (bounds: string) => judgedOf(`precision: { ${bounds} }`, logs).verdict;
      const [low, high] = [word(`min: ${percent}%`), word(`max: ${percent}%`)];
      if (right + unwanted === 0) expect([low, high]).toEqual(["not_estimable", "not_estimable"]);
      else if (low === "fail") expect(high).toBe("pass");
      else if (low === "inconclusive") expect(high).not.toBe("fail");
    }),
    { numRuns: 40 },
  );
});
