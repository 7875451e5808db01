import fc from "fast-check";
import { expect, test } from "vitest";
import { streamKey, uniform } from "../../src/random/stream.ts";
import { meanCount } from "../../src/stats/count.ts";
import { wilson } from "../../src/stats/proportion.ts";

/** The sums of some profiles' counts. */
function sumsOf(counts: readonly number[]) {
  return {
    sum: counts.reduce((sum, each) => sum + each, 0),
    squares: counts.reduce((sum, each) => sum + each * each, 0),
    of: counts.length,
  };
}

test("counts that spread as chance does: 100 of 10 000 people, by hand", () => {
  // φ = (1 - 0.01) · 10 000 / 9 999, z = 1.959964: 0.01 + z²φ/2n ± √(z²φ 0.01/n + (z²φ/2n)²)
  const { mean, low, high } = meanCount({ sum: 100, squares: 100, of: 10_000 });
  expect(mean).toBe(0.01);
  expect(low).toBeCloseTo(0.0082306841, 9);
  expect(high).toBeCloseTo(0.0121496583, 9);
});

test("no count at all leaves up to z² / n, and one profile tells of chance only", () => {
  expect(meanCount({ sum: 0, squares: 0, of: 1000 })).toMatchObject({ mean: 0, low: 0 });
  expect(meanCount({ sum: 0, squares: 0, of: 1000 }).high).toBeCloseTo(0.003841459, 8);
  expect(meanCount({ sum: 4, squares: 16, of: 1 }).high).toBeGreaterThan(9);
});

test("what one profile does ten times is no ten profiles", () => {
  const once = meanCount(sumsOf(Array.from({ length: 1000 }, (_, index) => (index < 100 ? 1 : 0))));
  const often = meanCount(
    sumsOf(Array.from({ length: 1000 }, (_, index) => (index < 10 ? 10 : 0))),
  );
  expect(often.mean).toBe(once.mean);
  expect(often.high - often.low).toBeGreaterThan(3 * (once.high - once.low));
});

test("people who do something once at most have nearly Wilson's interval", () => {
  for (const [count, of] of [
    [30, 2000],
    [445, 40_000],
    [5, 500],
  ] as const) {
    const [ours, theirs] = [meanCount({ sum: count, squares: count, of }), wilson(count, of)];
    const width = theirs.high - theirs.low;
    expect(Math.abs(ours.low - theirs.low)).toBeLessThan(0.03 * width);
    expect(Math.abs(ours.high - theirs.high)).toBeLessThan(0.03 * width);
  }
});

test("of 100 intervals of people who do things in heaps, about 95 hold the true mean", () => {
  const key = streamKey("coverage", "count");
  const [runs, people] = [2000, 400];
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const counts = Array.from({ length: people }, (_, index) =>
      uniform(key, run, index, 0) < 0.2 ? 1 + Math.floor(6 * uniform(key, run, index, 1)) : 0,
    );
    const { low, high } = meanCount(sumsOf(counts));
    if (low <= 0.7 && 0.7 <= high) held += 1; // 0.2 · (1 + … + 6) / 6
  }
  // Four standard errors of a binomial.
  expect(Math.abs(held / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / runs));
});

test("the interval holds the mean, never falls below 0, and narrows with the sample", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 50 }), (counts) => {
      const { sum, squares, of } = sumsOf(counts);
      const few = meanCount({ sum, squares, of });
      const many = meanCount({ sum: 10 * sum, squares: 10 * squares, of: 10 * of });
      expect(few.low).toBeGreaterThanOrEqual(0);
      expect(few.low).toBeLessThanOrEqual(few.mean);
      expect(few.high).toBeGreaterThanOrEqual(few.mean);
      expect(many.high - many.low).toBeLessThanOrEqual(few.high - few.low);
    }),
  );
});
