import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf } from "../../src/text/columns.ts";
import { wrap } from "../../src/text/wrap.ts";

test("lines break at spaces, and inside of a word only where it is longer than a line", () => {
  expect(wrap("who is in it", 6)).toEqual(["who is", "in it"]);
  expect(wrap("an evening_offer", 8)).toEqual(["an", "evening_", "offer"]);
  expect(wrap("", 5)).toEqual([""]);
});

test("what fits stays as it is; spaces at the beginning stand before every line", () => {
  expect(wrap("a  b", 4)).toEqual(["a  b"]);
  expect(wrap("  one two", 6)).toEqual(["  one", "  two"]);
});

test("no line is wider than asked, and no character is lost", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "東", "é") });
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 20 }), (given, columns) => {
      const indented = given.trimStart();
      const lines = wrap(indented, columns);
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      expect(lines.join("").replaceAll(" ", "")).toBe(indented.replaceAll(" ", ""));
    }),
  );
});
