import fc from "fast-check";
import { expect, test } from "vitest";
import { quote, readText } from "../../src/rule/quote.ts";

test.each([
  ['"VIEW20" more', "VIEW20"],
  ["“VIEW20” more", "VIEW20"],
  ["„VIEW20“ more", "VIEW20"],
  ["«VIEW20» more", "VIEW20"],
  ["‘VIEW20’ more", "VIEW20"],
  ["'VIEW20' more", "VIEW20"],
  ['“VIEW20" more', "VIEW20"],
  ['"say “hi”" more', "say “hi”"],
  ["“say \\“hi\\” \\u{1F6D2}” more", "say “hi” 🛒"],
  ['"a\\\\u{41}\\d" more', "a\\u{41}\\d"],
])("%s says %s", (text, value) => {
  expect(readText(text, 0)).toEqual({ value, end: text.indexOf(" more"), closed: true });
});

test("a text ends on its own line, closed or not", () => {
  expect(readText('"open\nnext"', 0)).toEqual({ value: "open", end: 5, closed: false });
  expect(readText('"open\\\nnext"', 0)).toEqual({ value: "open\\", end: 6, closed: false });
  expect(readText("open", 0)).toBeUndefined();
  expect(readText("", 0)).toBeUndefined();
});

test("whatever is quoted reads as itself, on one line and without controls", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const quoted = quote(value);
      expect(quoted).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
      expect(readText(quoted, 0)).toEqual({ value, end: quoted.length, closed: true });
    }),
  );
});
