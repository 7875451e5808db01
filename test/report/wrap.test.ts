import { expect, test } from "vitest";
import fc from "fast-check";
import { columnsOf } from "../../src/text/columns.ts";
import { wrap } from "../../src/report/wrap.ts";

const at = (columns: number, text: string) => wrap(text, { columns, indent: 4 });

test("a text that fits stays as it is", () => {
  expect(at(10, "  one  two")).toEqual(["  one  two"]);
});

test("a longer one goes on below, at a single space", () => {
  expect(at(10, " one two three")).toEqual([" one two", "    three"]);
});

test("numbers keep together, with their thousands and their sign of per cent", () => {
  expect(at(12, "about 1 118 would")).toEqual(["about 1 118", "    would"]);
  expect(at(10, "about 1 118 would")).toEqual(["about", "    1 118", "    would"]);
  expect(at(10, "within 90 % to")).toEqual(["within", "    90 %", "    to"]);
});

test("a word that no line can hold is cut, wide characters whole", () => {
  expect(at(10, "abcdefghijklmnop")).toEqual(["abcdefghij", "    klmnop"]);
  expect(at(10, "日本語日本語日本")).toEqual(["日本語日本", "    語日本"]);
});

test("what would command the terminal is shown as a mark", () => {
  expect(at(20, "a\u001b[2J\nb\u202ec")).toEqual(["a\ufffd[2J\ufffdb\ufffdc"]);
});

test("no line is too wide and no letter is lost, whatever the text", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 120 });
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 40, max: 160 }),
      fc.nat({ max: 40 }),
      (all, columns, indent) => {
        const lines = wrap(all, { columns, indent });
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        if (!/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(all))
          expect(lines.join("").replaceAll(" ", "")).toBe(all.replaceAll(" ", ""));
      },
    ),
  );
});
