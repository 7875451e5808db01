import { expect, test } from "vitest";
import { analyse } from "../../src/experiment/analyse.ts";
import { foldRows } from "../../src/experiment/fold.ts";
import { USUAL_SETTINGS } from "../../src/experiment/tables.ts";
import {
  formatDifference,
  formatP,
  formatUplift,
  significant,
} from "../../src/report/experiment/figures.ts";
import { experimentPlain } from "../../src/report/experiment/plain.ts";

test("a tiny p is never printed as 0", () => {
  expect([0.5, 0.0421, 0.00012345, 5.7e-112, 1e-300, 9e-301, 0].map(formatP)).toEqual([
    "0.5",
    "0.0421",
    "0.000123",
    "5.7e-112",
    "1.0e-300",
    "<1e-300",
    "<1e-300",
  ]);
});

test("a difference is in points, an uplift in percent, and a mean in its own unit", () => {
  const found = { status: "estimated" as const, value: 0.0766, low: 0.07, high: 0.0832 };
  expect(formatDifference(found, { name: "visit", kind: "rate" })).toBe("+7.66 pp [+7.00, +8.32]");
  expect(formatDifference(found, { name: "spend", kind: "mean" })).toBe(
    "+0.0766 [+0.0700, +0.0832]",
  );
  expect(formatUplift({ ...found, low: -0.2 })).toBe("+7.7 % [-20.0, +8.3]");
  expect(formatUplift({ status: "not_estimable", reason: "the control has no events" })).toBe(
    "not estimable (the control has no events)",
  );
});

test("three digits, and whole thousands", () => {
  expect([0, 0.00012345, 7.654, 1234.5, 1e6].map(significant)).toEqual([
    "0",
    "0.000123",
    "7.65",
    "1 235",
    "1 000 000",
  ]);
});

test("an uplift over next to nothing is said to be unbounded, and the verdict stays open", () => {
  const rows = Array.from({ length: 200 }, (_, index) => ({
    arm: index % 2,
    values: [index % 4 < 2 ? -10 : 10.5 + (index % 2)],
    levels: [],
    segments: [],
  }));
  const arms = ["control", "offer"].map((name) => ({ name, weight: 1 }));
  const design = { arms, outcomes: ["margin"], by: [], segments: [], faults: [] };
  const analysis = analyse(foldRows(design, rows), { ...USUAL_SETTINGS, target: 20 });
  const text = experimentPlain(
    { file: "x.csv", version: "1", analysis, rankings: [] },
    { columns: 200 },
  );
  expect(text).toContain(
    'margin, "offer": inconclusive; the uplift is not estimable: unbounded: the control\'s mean may well be 0',
  );
  expect(text).toContain("not evaluated: multiplicity, heterogeneity, novelty, decision");
});
