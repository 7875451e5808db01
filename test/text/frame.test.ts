import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf } from "../../src/text/columns.ts";
import type { Finding } from "../../src/text/finding.ts";
import { drawFinding } from "../../src/text/frame.ts";

/** A finding at the first place where `marked` stands in `text`. */
function findingAt(text: string, marked: string, note?: string): Finding {
  const start = text.indexOf(marked);
  return {
    severity: "error",
    code: "UNKNOWN_KEY",
    message: 'unknown key "precison"',
    source: { path: "scenarios/evening-offer.yaml", text },
    span: { start, end: start + marked.length },
    ...(note === undefined ? {} : { note }),
  };
}

test("a finding is drawn as the workbench draws it", () => {
  const text = `${"\n".repeat(41)}    precison: { min: 0.90 }\n`;
  expect(drawFinding(findingAt(text, "precison", 'did you mean "precision"?'))).toBe(
    `error UNKNOWN_KEY: unknown key "precison"
  --> scenarios/evening-offer.yaml:42:5
42 |     precison: { min: 0.90 }
   |     ^^^^^^^^ did you mean "precision"?`,
  );
});

test("the caret stands under its text, behind tabs, wide characters and combining ones", () => {
  const lines = drawFinding(findingAt("\tシャツ 🛒 e\u0301 = wrong", "wrong")).split("\n");
  expect(lines[2]).toBe("1 | \tシャツ 🛒 e\u0301 = wrong");
  expect(lines[3]).toBe(`  | \t${" ".repeat(6 + 1 + 2 + 1 + 1 + 3)}^^^^^`);
  expect(lines[1]).toContain(":1:13");
});

test("an empty span has one caret, one of several lines is marked on its first", () => {
  expect(drawFinding({ ...findingAt("ab", "b"), span: { start: 2, end: 2 } })).toMatch(/\| {3}\^$/);
  expect(drawFinding(findingAt("one (two\nthree)", "(two\nthree)"))).toMatch(/\| {5}\^{4}$/);
  expect(drawFinding(findingAt("one\r\ntwo\r\n", "two"))).toMatch(/^2 \| two\n/m);
});

test("nothing of a file commands the terminal", () => {
  const drawn = drawFinding(findingAt("a\u001b[31mred\u202e\0 \ud800 b", "b"));
  expect(drawn).toContain("a�[31mred�� � b");
});

test("a very long line is cut around the place", () => {
  const drawn = drawFinding(findingAt(`${"x".repeat(100_000)}!${"y".repeat(100_000)}`, "!"));
  const [, , line, caret] = drawn.split("\n");
  expect(line!.length).toBeLessThan(140);
  expect(line!.indexOf("!")).toBe(caret!.indexOf("^"));
});

test("the caret is as wide as what it marks, wherever the span lies", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
      const span = { start: start!, end: end! };
      const drawn = drawFinding({ ...findingAt(text, ""), span }).split("\n");
      expect(drawn).toHaveLength(4);
      expect(drawn[3]!.split("^").length - 1).toBeGreaterThan(0);
      expect(columnsOf(drawn[3]!)).toBeLessThanOrEqual(columnsOf(drawn[2]!) + 6);
    }),
  );
});
