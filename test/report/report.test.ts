import { expect, test } from "vitest";
import { talliesOf } from "../../src/report/report.ts";
import { CASES, reportWith } from "./reports.ts";

test("a report is fine if nothing failed that makes a run fail", () => {
  expect(reportWith("precision: { min: 0.80 }").ok).toBe(true);
  expect(reportWith("precision: { min: 0.95 }").ok).toBe(false);
  expect(reportWith("precision: { min: 0.95, severity: warning }").ok).toBe(true);
  expect(reportWith("precision: { min: 0.85 }").ok).toBe(false);
  expect(reportWith("precision: { min: 0.80 }", undefined, CASES).ok).toBe(false);
});

test("verdicts and cases are counted, each once", () => {
  const report = reportWith(
    "precision: { min: 0.85 }, size: { at_peak: 90%..100% }, sends: { min: 1 }, fires: { max: 1, severity: warning }",
    undefined,
    CASES,
  );
  expect(talliesOf(report)).toEqual({
    failed: 2,
    inconclusive: 1,
    warnings: 1,
    passed: 2,
    todo: 1,
  });
});

test("it names the command that shows it again", () => {
  expect(reportWith("sends: { max: 1 }").again).toBe("rehearsal run small.yaml");
});
