import { expect, test } from "vitest";
import { markOf, reasonsOf, sentenceOf } from "../../src/report/sentence.ts";
import { at } from "../measure/logs.ts";
import { people, reportWith } from "./reports.ts";

function said(expectations: string, logs = people(90, 8, 2)) {
  const report = reportWith(expectations, logs);
  const verdict = report.verdicts[0]!;
  return {
    line: `${markOf(verdict)} ${sentenceOf(verdict)}`,
    reasons: reasonsOf(report, verdict),
  };
}

test.each([
  ["size: { at_peak: 90%..100% }", "✓ 100 % at its peak, within 90 % to 100 %"],
  ["size: { mean: { min: 1% } }", "✓ 12.5 % on average, at least 1 %"],
  ["reach: { per: day, min: 2% }", "✓ 100 % a day, at least 2 %"],
  ["entries: { min: 100 }", "✓ 100, at least 100"],
  ["flapping: { max: 2 }", "✓ 1 on one day, at most 2"],
  ["entry_latency: { p95: 2s, max: 10s }", "✓ p95 0ms, at most 2s; max 0ms, at most 10s"],
  ["precision: { min: 0.80 }", "✓ 0.90 [0.83, 0.94] of 100, at least 0.80"],
  ["precision: { min: 0.95 }", "✗ 0.90 [0.83, 0.94] of 100, at least 0.95"],
  [
    "precision: { min: 0.85 }",
    "? 0.90 [0.83, 0.94] of 100, at least 0.85: about 196 would decide it",
  ],
  ["precision: { min: 0.90 }", "? 0.90 [0.83, 0.94] of 100, at least 0.90: it lies on the bound"],
  ["recall: { min: 0.90 }", "✓ 1.00 [0.96, 1.00] of 90 missions, at least 0.90"],
  ["send_recall: { min: 0.90 }", "✓ 1.00 [0.96, 1.00] of 90 missions, at least 0.90"],
  [
    "staleness_false_negatives: { max: 0.05 }",
    "✓ 0.00 [0.00, 0.04] of 98 entries on perfect data, at most 0.05",
  ],
  // 6 wrong hours of 294: 2 people who were never in, so from 0 to 4.9 %.
  ["freshness_error: { max: 0.06 }", "✓ 0.02 [0.00, 0.05] of 100 profiles, at most 0.06"],
  ["sends: { min: 1, severity: warning }", "! 0, at least 1"],
])("%s says %s", (expectation, line) => {
  expect(said(expectation).line).toBe(line);
});

test("what is not estimable says why", () => {
  expect(said("precision: { min: 0.9 }", people(0, 0, 0)).line).toContain("✗ not estimable: ");
});

test("a failure counts what went wrong, and shows one profile and the command", () => {
  expect(said("precision: { min: 0.95 }").reasons).toEqual([
    "10 wrongly in: 2 by late or doubled data (staleness), 8 by intent",
    "p-90 is one: rehearsal explain p-90 --scenario small.yaml --segment evening_offer --at 2026-03-28T18:00:00.000Z",
  ]);
});

test("what is stale says what would prevent most of it", () => {
  const logs = people(40, 0, 60).map((each, index) => {
    const kind = "staleness_false_positive" as const;
    const blame = { at: at(18), segment: 0, kind, repairs: [{ fault: "zone" }] };
    return index < 40 ? each : { ...each, truth: { ...each.truth!, blames: [blame] } };
  });
  expect(said("freshness_error: { max: 10% }", logs).reasons).toEqual([
    "60 wrongly in, 100 % not if the zone is right",
  ]);
});

test("the slices beside the worst are named", () => {
  expect(said("precision: { min: 0.95, by: [zone, device] }").reasons.slice(2)).toEqual([
    "✗ 0.90 [0.83, 0.94] of 100 in mobile, at least 0.95",
    "✗ not estimable in Asia/Kolkata: no profiles that entered",
    "✗ not estimable in desktop: no profiles that entered",
  ]);
});

test("what passed needs no reason", () => {
  expect(said("precision: { min: 0.80 }").reasons).toEqual([]);
});
