import { expect, test } from "vitest";
import { markdown } from "../../src/report/markdown.ts";
import { CASES, HOSTILE_CASES, people, reportWith } from "./reports.ts";

const text = markdown(reportWith("precision: { min: 0.95 }", people(90, 8, 2), CASES));

test("its sections stand in a fixed order", () => {
  expect(text.match(/^#+ .*/gm)).toEqual([
    "# small: failed",
    "## Verdicts",
    "## evening_offer",
    "### Size",
    "### From entry to send",
    "### Accuracy",
    "### What staleness is to blame on",
    "### How fresh the data must be",
    "### Recall",
    "### What the sends did (assumed effect)",
    "### What the sends are worth (assumed effect)",
    "### Latency",
    "## Over-segmentation: high risk",
    "### Audiences",
    "### Overlap",
    "### What a test could tell",
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

test("names can open nothing: no tag, no code, no cell", () => {
  const hostile = markdown(reportWith("precision: { min: 0.95 }", people(9, 1, 1), HOSTILE_CASES));
  expect(hostile).toContain("- ✗ case: [1, 2] \\| \\`x\\` \\<script\\>alert(1)\\</script\\>\n");
});

test("names of slices, kinds and intents cannot break a table", () => {
  const report = reportWith("precision: { min: 0.95 }");
  const bad = "a | `b`\n| <i> |";
  const [segment] = report.measures.segments;
  const zones = segment!.size.zones.map((zone) => ({ ...zone, name: bad }));
  const segments = [{ ...segment!, intent: bad, size: { ...segment!.size, zones } }];
  const written = markdown({ ...report, measures: { ...report.measures, segments } });
  const rows =
    written
      .match(/### Size\n\n.*\n\n((?:\|.*\n)+)/)?.[1]
      ?.trimEnd()
      .split("\n") ?? [];
  expect(rows).toHaveLength(2 + 1 + 2 + 2);
  const cells = rows.map((row) => row.replaceAll(String.raw`\|`, "").split("|").length);
  expect(new Set(cells)).toEqual(new Set([11]));
  expect(written).toContain("truly wanted `` a | `b` | <i> | `` at");
});

test("one warning is one", () => {
  const warned = markdown(reportWith("sends: { min: 1, severity: warning }"));
  expect(warned).toContain("0 passed, 0 failed, 0 inconclusive, 1 warning, 0 to do.");
});
