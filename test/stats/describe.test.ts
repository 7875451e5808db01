import { expect, test } from "vitest";
import { describe } from "../../src/stats/describe.ts";

test("the mean and the ends", () => {
  expect(describe([1, 2, 6])).toEqual({ mean: 3, min: 1, max: 6 });
});

test("of nothing, nothing", () => {
  expect(describe([])).toEqual({ mean: 0, min: 0, max: 0 });
});
