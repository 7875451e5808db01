import { expect, test } from "vitest";
import { json } from "../../src/report/json.ts";
import { log } from "../measure/logs.ts";
import { CASES, HOSTILE_CASES, people, reportWith } from "./reports.ts";

const EXPECTATIONS = "size: { at_peak: 0%..100% }, precision: { min: 0.85, by: [device] }";

function parsed(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

test("it is one document with its keys in order, ending with a line end", () => {
  const text = json(reportWith(EXPECTATIONS, people(90, 8, 2), CASES));
  expect(text.endsWith("}\n")).toBe(true);
  expect(Object.keys(parsed(text))).toEqual([
    "version",
    "ok",
    "scenario",
    "file",
    "seed",
    "versions",
    "clock",
    "again",
    "cases",
    "expectations",
    "run",
    "segments",
    "over_segmentation",
  ]);
});

test("an expectation has its verdict, numbers and place; an absent number its reason", () => {
  const document = parsed(json(reportWith(EXPECTATIONS)));
  expect(document).toMatchObject({
    version: 1,
    ok: false,
    seed: 7,
    versions: { rehearsal: "1.2.3", tz: "2026c" },
    clock: { start: "2026-03-28T00:00:00.000Z" },
    expectations: [
      { segment: "evening_offer", measure: "size", verdict: "pass", ok: true },
      {
        verdict: "not_estimable",
        ok: false,
        at: { file: "small.yaml", line: 9 },
        checks: [
          { slice: "desktop", actual: { status: "not_estimable", reason: expect.any(String) } },
          { slice: "mobile", verdict: "inconclusive", actual: 0.9, n: 100, deciding_n: 196 },
        ],
      },
    ],
    segments: [{ name: "evening_offer", size: { step_ms: 900_000 }, flow: { fires: 100 } }],
  });
});

test("accuracy stands by hour, day and mission, with its cases, what is to blame, and freshness", () => {
  const one = { status: "estimated", count: 90, of: 100 };
  expect(parsed(json(reportWith(EXPECTATIONS)))).toMatchObject({
    segments: [
      {
        eight_cases: [
          { name: "true_positive", engine: true, entries: one },
          {},
          {},
          {},
          {},
          {},
          {},
          {},
        ],
        accuracy_by: {
          entries: { hours: [{ name: "19", of: 100 }], days: [{}], missions: [{}, {}] },
        },
        race_false_positives: { status: "not_estimable", reason: "no sends" },
        blame: { errors: { staleness_false_positive: 0 }, repairs: [] },
        freshness: { as_it_is: { status: "estimated", units: 100 }, sampled: 0 },
      },
    ],
  });
});

test("rows of numbers stand on one line each", () => {
  const curve = json(reportWith(EXPECTATIONS)).match(/"curve": .*/)?.[0] ?? "";
  expect(curve).toMatch(/^"curve": \[0, 0, .*100, 100, .*0\],$/);
});

test("no NaN, no infinity and no bare null, with or without truth", () => {
  for (const logs of [people(1, 1, 1), [], [log(1)]])
    expect(json(reportWith(EXPECTATIONS, logs, CASES))).not.toMatch(/null|NaN|Infinity/);
});

test("names are kept to the letter, whatever rows of numbers they look like", () => {
  const document = parsed(json(reportWith(EXPECTATIONS, people(1, 1, 1), HOSTILE_CASES)));
  expect(document).toMatchObject({
    cases: [{ name: "[1,  2] | `x` <script>alert(1)</script>" }, {}, {}],
  });
});

test("but for the rows it is what JSON itself would write", () => {
  const text = json(reportWith(EXPECTATIONS, people(9, 1, 1), CASES));
  const unrowed = text.replaceAll(
    /^( *)("\w+": )\[([-\d., ]+)\]/gm,
    (_, space: string, key: string, row: string) => {
      const items = row.split(", ").map((each) => `${space}  ${each}`);
      return `${space}${key}[\n${items.join(",\n")}\n${space}]`;
    },
  );
  expect(unrowed).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
});

test("a number that JSON cannot say is our bug, and thrown", () => {
  const report = reportWith(EXPECTATIONS);
  const measures = { ...report.measures, events: NaN };
  expect(() => json({ ...report, measures })).toThrow("unreachable: NaN in a report");
});

test("nothing in it tells when or how fast the run was", () => {
  const report = reportWith(EXPECTATIONS, people(9, 1, 1), CASES);
  expect(json(report)).not.toMatch(/took|elapsed|per_second|duration/);
  expect(json(reportWith(EXPECTATIONS, people(9, 1, 1), CASES))).toBe(json(report));
});
