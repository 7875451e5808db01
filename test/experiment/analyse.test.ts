import { expect, test } from "vitest";
import fc from "fast-check";
import { analyse } from "../../src/experiment/analyse.ts";
import { foldRows } from "../../src/experiment/fold.ts";
import { daysFor, planOf } from "../../src/experiment/power.ts";
import { rankings } from "../../src/experiment/ranking.ts";
import { USUAL_SETTINGS } from "../../src/experiment/tables.ts";
import { streamKey, uniform } from "../../src/random/stream.ts";
import { experimentJson } from "../../src/report/experiment/json.ts";
import { experimentPlain } from "../../src/report/experiment/plain.ts";
import { SETTINGS, experimentOf } from "./tabled.ts";

const rates = (x1: number, n1: number, x2: number, n2: number) => ({
  treatment: { kind: "rate" as const, count: x1, of: n1 },
  control: { kind: "rate" as const, count: x2, of: n2 },
});

// power.prop.test(p1 = 0.02, p2 = 0.024, power = 0.8) of R says 21108.4 per arm.
test("a plan says how many it takes, what these find, and for how long", () => {
  const settings = { ...USUAL_SETTINGS, target: 0.2, perDay: 1000 };
  const plan = planOf(rates(400, 20_000, 400, 20_000), settings);
  expect(plan).toMatchObject({ needed: 42_218, found: 40_000, days: 49 });
  expect(plan.detectable).toBeCloseTo(0.206, 2);
  expect(daysFor(42_218, undefined)).toMatchObject({ status: "not_estimable" });
  expect(planOf(rates(5, 10, 6, 8), { ...settings, target: 0.5 }).needed).toMatchObject({
    reason: "the target is above 100 %",
  });
});

test("Holm adjusts over every outcome, arm and population", () => {
  const rows = Array.from({ length: 900 }, (_, index) => ({
    arm: index % 3,
    values: [index % 7 === 0 ? 1 : 0, index % 11],
    levels: [],
    segments: [index % 2 === 0],
  }));
  const design = {
    arms: ["control", "a", "b"].map((name) => ({ name, weight: 1 })),
    outcomes: ["ordered", "pages"],
    by: [],
    segments: ["even"],
    faults: [],
  };
  const experiment = foldRows(design, rows);
  expect(experiment.outcomes.map(({ kind }) => kind)).toEqual(["rate", "mean"]);
  const { comparisons } = analyse(experiment, SETTINGS);
  expect(comparisons).toHaveLength(8);
  const least = Math.min(...comparisons.map(({ effect }) => effect.p as number));
  const first = comparisons.find(({ effect }) => effect.p === least);
  expect(first?.adjustedP).toBeCloseTo(Math.min(1, 8 * least), 12);
});

test("a score that knows who is moved ranks them, the opposite score the other way round", () => {
  const rows = Array.from({ length: 400 }, (_, index) => {
    const moved = index % 4 < 2;
    const arm = index % 2;
    return { arm, values: [moved && arm === 1 ? 1 : 0], levels: [], segments: [] };
  });
  const design = {
    arms: [
      { name: "control", weight: 1 },
      { name: "offer", weight: 1 },
    ],
    outcomes: ["ordered"],
    by: [],
    segments: [],
    faults: [],
  };
  const experiment = foldRows(design, rows);
  const scores = rows.map((_, index) => (index % 4 < 2 ? 1 : 0));
  const [best] = rankings(experiment, rows, scores);
  const [worst] = rankings(
    experiment,
    rows,
    scores.map((each) => -each),
  );
  expect(best?.qiniArea).toBeGreaterThan(0.3);
  expect(worst?.qiniArea).toBeCloseTo(-(best?.qiniArea as number), 9);
});

// Between the 0.0005 and the 0.9995 quantile of a binomial of 400 trials with chance 0.05 lie 8 to 36.
test("arms that are the same win in one of twenty experiments, not more", () => {
  const key = streamKey(20261123, "a/a");
  const winners = Array.from({ length: 400 }, (_, replication) => {
    const converted = [0, 1].map((arm) =>
      Array.from({ length: 300 }, (__, each) => uniform(key, replication, arm, each)).filter(
        (draw) => draw < 0.2,
      ),
    );
    const experiment = experimentOf({
      control: [converted[0]!.length, 300],
      offer: [converted[1]!.length, 300],
    });
    return analyse(experiment, { ...SETTINGS, target: 0.9 }).comparisons[0]!.verdict;
  }).filter((verdict) => verdict === "improves" || verdict === "harms").length;
  expect(winners).toBeGreaterThanOrEqual(8);
  expect(winners).toBeLessThanOrEqual(36);
});

const cell = fc
  .integer({ min: 0, max: 40 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));

test("no table, however small or odd, is reported with NaN, Infinity or null", () => {
  const strata = fc.array(
    fc.record({ control: cell, offer: cell, device: fc.constantFrom("mobile", "desktop") }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(strata, (cells) => {
      const analysis = analyse(experimentOf(...cells), SETTINGS);
      const report = { file: "test.csv", version: "1", analysis, rankings: [] };
      const text = experimentJson(report);
      JSON.parse(text, (key: string, value: unknown) => {
        if (value === null) throw new Error(`null at ${key}`);
        return value;
      });
      expect(experimentPlain(report, { columns: 100 })).not.toMatch(/NaN|Infinity|undefined|null/);
    }),
    { numRuns: 300 },
  );
});
