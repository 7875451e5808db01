import { expect, test } from "vitest";
import fc from "fast-check";
import { rateOf, wilson } from "../../src/stats/proportion.ts";

// The cases of the reference (reference.test.ts) hold Wilson intervals of R too.

test("of nothing there is no rate, and the reason says of what", () => {
  expect(rateOf(0, 0, "entries")).toEqual({ status: "not_estimable", reason: "no entries" });
});

test("a rate carries its counts", () => {
  expect(rateOf(1, 4, "entries")).toMatchObject({ count: 1, of: 4, rate: 0.25 });
});

test("the interval holds the rate, stays within 0 and 1, and narrows with the sample", () => {
  const pair = fc
    .integer({ min: 1, max: 100_000 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
  fc.assert(
    fc.property(pair, ([count, of]) => {
      const few = wilson(count, of);
      const many = wilson(10 * count, 10 * of);
      expect(few.low).toBeLessThanOrEqual(count / of);
      expect(few.high).toBeGreaterThanOrEqual(count / of);
      expect(few.low).toBeGreaterThanOrEqual(0);
      expect(few.high).toBeLessThanOrEqual(1);
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
    }),
  );
});
