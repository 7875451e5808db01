import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf, fit, padEnd, padStart } from "../../src/text/columns.ts";

test.each([
  ["abc", 3],
  ["", 0],
  ["シャツ", 6],
  ["한글", 4],
  ["e\u0301", 1],
  ["🛒", 2],
  ["👩‍👩‍👧", 2],
  ["🇩🇪", 2],
  ["❤️", 2],
  ["é", 1],
  ["–…“”", 4],
  ["▁▂█✓✗", 5],
  ["a\u200bb", 2],
])("%s takes %i columns", (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test("pads and cuts to columns, not to characters", () => {
  expect(padEnd("ab", 4)).toBe("ab  ");
  expect(padStart("シ", 4)).toBe("  シ");
  expect(fit("Asia/Kolkata", 6)).toBe("Asia/…");
  expect(fit("シャツ", 4)).toBe("シ… ");
  expect(fit("ab", 0)).toBe("");
});

test("what was fitted takes exactly its columns", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 1, max: 20 }),
      (text, columns) => {
        expect(columnsOf(fit(text, columns))).toBe(columns);
      },
    ),
  );
});
