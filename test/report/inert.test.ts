import { expect, test } from "vitest";
import fc from "fast-check";
import { code, inert } from "../../src/report/inert.ts";

test.each([
  ["the second view, at 18:00", "the second view, at 18:00"],
  ["0.81 [0.76, 0.85] of 312", "0.81 [0.76, 0.85] of 312"],
  ["evening_offer", "evening_offer"],
  ["a | b", String.raw`a \| b`],
  ["a\n\n# b", "a # b"],
  ["`rm`", "\\`rm\\`"],
  ["<script>alert(1)</script>", String.raw`\<script\>alert(1)\</script\>`],
  ["[a](javascript:b)", String.raw`[a\](javascript:b)`],
  ["**a** \\ ~~b~~ &lt;", String.raw`\*\*a\*\* \\ \~\~b\~\~ \&lt;`],
])("%s is no more than text", (text, written) => {
  expect(inert(text)).toBe(written);
});

test.each([
  ["rehearsal run a.yaml", "`rehearsal run a.yaml`"],
  ["a`b", "`` a`b ``"],
  ["``", "``` `` ```"],
  ["a\nb", "`a b`"],
])("%s is code", (text, written) => {
  expect(code(text)).toBe(written);
});

test("nothing that opens something is left bare, and the text is still there", () => {
  const hostile = fc.array(
    fc.constantFrom("|", "`", "<", ">", "\\", "\n", "*", "[", "](", "a", " "),
  );
  fc.assert(
    fc.property(hostile, (parts) => {
      const text = parts.join("");
      const bare = inert(text).replaceAll(/\\[\\`*<>|&~\]]/g, "");
      expect(bare).not.toMatch(/[`<>|*\n\\]|\]\(/);
      expect(inert(text).replaceAll(/\\([\\`*<>|&~\]])/g, "$1")).toBe(text.replace(/\s+/g, " "));
    }),
  );
});
