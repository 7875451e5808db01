import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/text/suggest.ts";

const KEYS = ["precision", "recall", "size", "reach"];

test.each([
  ["precison", "precision"],
  ["PRECISION", "precision"],
  ["sise", "size"],
  ["reack", "reach"],
  ["flapping", undefined],
  ["zzzz", undefined],
])("nearest to %s is %s", (word, found) => {
  expect(nearest(word, KEYS)).toBe(found);
});

test("says it as a question, or not at all", () => {
  expect(didYouMean("precison", KEYS)).toBe('did you mean "precision"?');
  expect(didYouMean("uplift", KEYS)).toBeUndefined();
});

test("one letter dropped from a long word is always found again", () => {
  fc.assert(
    fc.property(fc.nat({ max: 8 }), (index) => {
      const word = "precision";
      expect(nearest(word.slice(0, index) + word.slice(index + 1), KEYS)).toBe(word);
    }),
  );
});
