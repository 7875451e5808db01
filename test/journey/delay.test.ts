import fc from "fast-check";
import { expect, test } from "vitest";
import { type Delay, delayAt, normalShare, shareWithin } from "../../src/journey/delay.ts";

const HOUR = 3_600_000;
const delays = fc.constantFrom<Delay>(
  { dist: "lognormal", median: 20 * HOUR, sigma: 1.3 },
  { dist: "exponential", mean: 8 * HOUR },
  { dist: "uniform", min: HOUR, max: 9 * HOUR },
);

test("the share of delays within a delay is where that delay was drawn", () => {
  const draws = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(delays, draws, (delay, u) => {
      expect(shareWithin(delay, delayAt(delay, u))).toBeCloseTo(u, 5);
    }),
  );
});

test("a fixed delay is what it says", () => {
  const fixed: Delay = { dist: "fixed", value: HOUR };
  expect(delayAt(fixed, 0.2)).toBe(HOUR);
  expect([shareWithin(fixed, HOUR - 1), shareWithin(fixed, HOUR)]).toEqual([0, 1]);
});

test("shares of the normal are those of the tables", () => {
  expect(normalShare(0)).toBeCloseTo(0.5, 6);
  expect(normalShare(1.959964)).toBeCloseTo(0.975, 6);
  expect(normalShare(-1)).toBeCloseTo(0.1586553, 6);
});
