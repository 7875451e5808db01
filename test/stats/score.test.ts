import { expect, test } from "vitest";
import fc from "fast-check";
import { streamKey, uniform } from "../../src/random/stream.ts";
import { newcombeDifference } from "../../src/stats/rates/difference.ts";
import type { Estimate } from "../../src/stats/estimate.ts";
import type { RatePair } from "../../src/stats/rates/pair.ts";
import { scoreDifference } from "../../src/stats/rates/score-difference.ts";
import { scoreRatio } from "../../src/stats/rates/score-ratio.ts";
import { scoreP } from "../../src/stats/rates/score.ts";

function pair(x1: number, n1: number, x2: number, n2: number): RatePair {
  return { treatment: { count: x1, of: n1 }, control: { count: x2, of: n2 } };
}

function ends(found: Estimate): readonly number[] {
  return found.status === "estimated" ? [found.low, found.high] : [];
}

// Newcombe, Statistics in Medicine 17 (1998), table II: methods 6 (Miettinen and Nurminen) and 10, four digits.
test.each([
  [pair(56, 70, 48, 80), [0.0528, 0.3382], [0.0524, 0.3339]],
  [pair(9, 10, 3, 10), [0.17, 0.8406], [0.1705, 0.809]],
  [pair(6, 7, 2, 7), [0.0342, 0.8534], [0.0582, 0.8062]],
  [pair(5, 56, 0, 29), [-0.0326, 0.1933], [-0.0381, 0.1926]],
  [pair(0, 10, 0, 20), [-0.1658, 0.2844], [-0.1611, 0.2775]],
  [pair(10, 10, 0, 20), [0.7156, 1], [0.6791, 1]],
])("the worked examples of the paper: %j", (table, score, newcombe) => {
  for (const [found, wanted] of [
    [ends(scoreDifference(table)), score],
    [ends(newcombeDifference(table)), newcombe],
  ] as const)
    for (const [index, each] of wanted.entries()) expect(found[index]).toBeCloseTo(each, 3.7);
});

test("what cannot be estimated says why", () => {
  const status = "not_estimable";
  expect(scoreP(pair(0, 0, 1, 5))).toEqual({ status, reason: "the treatment has no profiles" });
  expect(scoreDifference(pair(1, 5, 0, 0))).toEqual({
    status,
    reason: "the control has no profiles",
  });
  expect(scoreP(pair(0, 10, 0, 20))).toEqual({
    status,
    reason: "no variation: no events in either arm",
  });
  expect(scoreRatio(pair(10, 10, 20, 20))).toMatchObject({ status });
  expect(scoreRatio(pair(3, 10, 0, 20))).toEqual({ status, reason: "the control has no events" });
});

test("a treatment without events has an uplift of -100 % and an upper limit", () => {
  const found = scoreRatio(pair(0, 40, 9, 40));
  expect(found).toMatchObject({ value: 0, low: 0 });
  expect(ends(found)[1]).toBeGreaterThan(0.01);
  expect(ends(found)[1]).toBeLessThan(1);
});

const arm = fc
  .oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3000 }))
  .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }));
const table: fc.Arbitrary<RatePair> = fc.record({ treatment: arm, control: arm });
const confidence = fc.constantFrom(0.8, 0.9, 0.95, 0.99, 0.999);
const cases = { numRuns: Number(process.env["REHEARSAL_CASES"] ?? 600) };

test("0 is inside exactly where p is alpha or more, for the difference and for the uplift", () => {
  fc.assert(
    fc.property(table, confidence, (each, level) => {
      const p = scoreP(each);
      const [low = -1, high = 1] = ends(scoreDifference(each, level));
      const isAccepted = typeof p !== "number" || p >= 1 - level;
      expect(low <= 0 && 0 <= high).toBe(isAccepted);
      const ratio = scoreRatio(each, level);
      if (ratio.status === "estimated") expect(ratio.low <= 1 && 1 <= ratio.high).toBe(isAccepted);
    }),
    cases,
  );
});

test("swapping the arms negates the difference and inverts the ratio", () => {
  fc.assert(
    fc.property(table, ({ treatment, control }) => {
      const swapped = { treatment: control, control: treatment };
      const [low = 0, high = 0] = ends(scoreDifference({ treatment, control }));
      const [less = 0, more = 0] = ends(scoreDifference(swapped));
      expect(less).toBeCloseTo(-high, 10);
      expect(more).toBeCloseTo(-low, 10);
      const one = scoreRatio({ treatment, control });
      const other = scoreRatio(swapped);
      if (one.status === "estimated" && other.status === "estimated") {
        expect(other.low * one.high).toBeCloseTo(1, 8);
        expect(other.high * one.low).toBeCloseTo(1, 8);
      }
    }),
    cases,
  );
});

test("the intervals hold what was found, stay in their range and narrow with the sample", () => {
  fc.assert(
    fc.property(table, ({ treatment, control }) => {
      const tenfold = ({ count, of }: RatePair["control"]) => ({ count: 10 * count, of: 10 * of });
      const more = { treatment: tenfold(treatment), control: tenfold(control) };
      const few = scoreDifference({ treatment, control });
      const many = scoreDifference(more);
      if (few.status !== "estimated" || many.status !== "estimated") throw new Error("empty arm");
      expect(few.low).toBeGreaterThanOrEqual(-1);
      expect(few.high).toBeLessThanOrEqual(1);
      expect(few.low).toBeLessThanOrEqual(few.value + 1e-12);
      expect(few.high).toBeGreaterThanOrEqual(few.value - 1e-12);
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
    }),
    cases,
  );
});

test("one conversion more in the treatment never lowers an end of either interval", () => {
  fc.assert(
    fc.property(table, ({ treatment, control }) => {
      if (treatment.count === treatment.of) return;
      const more = { control, treatment: { ...treatment, count: treatment.count + 1 } };
      for (const estimate of [scoreDifference, scoreRatio]) {
        const [before, after] = [ends(estimate({ treatment, control })), ends(estimate(more))];
        for (const [index, end] of after.entries())
          if (before.length > 0) expect(end).toBeGreaterThanOrEqual(before[index]! - 1e-9);
      }
    }),
    cases,
  );
});

// Between the 0.0005 and the 0.9995 quantile of a binomial of 1000 trials with chance 0.95 lie 926 to 972.
test("the intervals cover the truth as often as they say", () => {
  const key = streamKey(20261123, "coverage");
  const draws = (replication: number, arm: number, chance: number) =>
    Array.from({ length: 400 }, (_, each) => uniform(key, replication, arm, each)).filter(
      (draw) => draw < chance,
    ).length;
  const covered = Array.from({ length: 1000 }, (_, replication) => {
    const [low = 0, high = 0] = ends(
      scoreDifference(pair(draws(replication, 0, 0.06), 400, draws(replication, 1, 0.03), 400)),
    );
    return low <= 0.03 && 0.03 <= high;
  }).filter(Boolean).length;
  expect(covered).toBeGreaterThanOrEqual(926);
  expect(covered).toBeLessThanOrEqual(972);
});
