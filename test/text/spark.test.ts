import fc from "fast-check";
import { expect, test } from "vitest";
import { spark } from "../../src/text/spark.ts";

test("draws the least as the lowest bar and the greatest as the highest", () => {
  expect(spark([0, 1, 2, 3, 4, 5, 6, 7])).toBe("▁▂▃▄▅▆▇█");
  expect(spark([5, 5, 5])).toBe("▁▁▁");
  expect(spark([0, Number.NaN, 1])).toBe("▁ █");
  expect(spark([])).toBe("");
});

test("a narrower line keeps the greatest of each stretch", () => {
  expect(spark([0, 7, 0, 0, 3, 0], 3)).toBe("█▁▄");
});

test("is as wide as asked, or as there are values", () => {
  fc.assert(
    fc.property(fc.array(fc.double()), fc.integer({ min: 1, max: 30 }), (values, width) => {
      expect(spark(values, width)).toHaveLength(Math.min(values.length, width));
    }),
  );
});
