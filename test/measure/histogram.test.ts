import { expect, test } from "vitest";
import fc from "fast-check";
import { addHistogram, emptyHistogram, quantile, take } from "../../src/measure/histogram.ts";

function histogramOf(lengths: readonly number[]) {
  const histogram = emptyHistogram();
  for (const length of lengths) take(histogram, length);
  return histogram;
}

test("below sixteen seconds quantiles are exact: nearest rank", () => {
  const histogram = histogramOf([5, 1, 2, 3, 4]);
  expect([0, 0.2, 0.21, 0.5, 0.95, 1].map((share) => quantile(histogram, share))).toEqual([
    1, 1, 2, 3, 5, 5,
  ]);
});

test("of nothing there is no quantile", () => {
  expect(quantile(emptyHistogram(), 0.5)).toBeUndefined();
});

test("beyond, they are at most 0.013 % too long, and never longer than the longest", () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 3e9 }), { minLength: 1 });
  fc.assert(
    fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const sorted = all.toSorted((a, b) => a - b);
      const exact = sorted[Math.max(1, Math.ceil(share * all.length - 1e-9)) - 1]!;
      const found = quantile(histogramOf(all), share)!;
      expect(found).toBeGreaterThanOrEqual(exact);
      expect(found).toBeLessThanOrEqual(Math.min(exact * 1.00013, sorted.at(-1)!));
    }),
  );
});

test("two histograms added are the histogram of both", () => {
  const into = histogramOf([1, 70_000]);
  addHistogram(into, histogramOf([70_000, 3]));
  expect(into).toEqual(histogramOf([1, 70_000, 70_000, 3]));
});
