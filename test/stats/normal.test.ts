import { expect, test } from "vitest";
import fc from "fast-check";
import { normalQuantile, reachOf } from "../../src/stats/normal.ts";

// Quantiles as R 4.2.2's qnorm prints them.
test.each([
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.95, 1.6448536269514722],
  [0.9, 1.2815515655446004],
  [0.999, 3.090232306167813],
  [1e-10, -6.361340902404056],
  [1e-20, -9.262340089798409],
])("the normal quantile of %f is %f", (probability, quantile) => {
  expect(normalQuantile(probability)).toBeCloseTo(quantile, 12);
});

test("a two-sided 95 % interval reaches 1.96 standard errors", () => {
  expect(reachOf(0.95)).toBeCloseTo(1.959963984540054, 13);
});

test("a probability outside (0, 1) is our bug", () => {
  expect(() => normalQuantile(0)).toThrow("unreachable");
  expect(() => normalQuantile(Number.NaN)).toThrow("unreachable");
});

test("it is symmetric and ascends, across the seams of its three parts too", () => {
  const probability = fc.double({ min: 1e-12, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(probability, (p) => {
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(1 - (1 - p)), 9);
      expect(normalQuantile(p * 1.001)).toBeGreaterThan(normalQuantile(p));
    }),
  );
});
