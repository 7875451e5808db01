import { expect, test } from "vitest";
import { markdown } from "../../src/report/markdown.ts";
import { CASES, people, reportWith } from "./reports.ts";

const text = markdown(reportWith("precision: { min: 0.95 }", people(90, 8, 2), CASES));

test("its sections stand in a fixed order", () => {
  expect(text.match(/^#+ .*/gm)).toEqual([
    "# small: failed",
    "## Verdicts",
    "## evening_offer",
    "### Size",
    "### From entry to send",
    "### Accuracy",
    "### Recall",
    "### Latency",
    "## Feeds",
    "## What was assumed",
  ]);
});

test("the identity stands there in whole numbers", () => {
  expect(text).toContain("Entries add up: 90 + 8 + 2 = 100 (right, intent and staleness false");
});

test("every row of a table has as many cells as its head", () => {
  for (const rows of text.match(/(^\|.*\n)+/gm) ?? []) {
    const cells = rows
      .trimEnd()
      .split("\n")
      .map((row) => row.split("|").length);
    expect(new Set(cells).size).toBe(1);
  }
});

test("it says what was assumed wherever an effect is", () => {
  expect(text).toMatch(/orders: 100; 0 by the same people without the sends \(assumed effect\)/);
});

test("recorded events have sections too, with the reason why numbers are missing", () => {
  const blind = people(1, 0, 0).map((log) => ({ ...log, truth: undefined }));
  expect(markdown(reportWith("size: { at_peak: 0%..100% }", blind))).toContain(
    "### Recall\n\nNot estimable: what people truly wanted is unknown: these are recorded events.",
  );
});
