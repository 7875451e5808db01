import fc from "fast-check";
import { expect, test } from "vitest";
import { tokensOf } from "../../src/rule/lexer.ts";

/** The tokens of a text without their places, `kind:text`. */
function kinds(text: string): string {
  return tokensOf(text)
    .tokens.slice(0, -1)
    .map((each) => `${each.kind}:${each.text}`)
    .join(" ");
}

test.each([
  ["Device = mobile", "word:Device symbol:= word:mobile"],
  ["location.country≠'US'", "word:location.country symbol:!= text:US"],
  ["18:00..21:00", "time:18:00 symbol:.. time:21:00"],
  ["18:00–21:00:30.5", "time:18:00 symbol:- time:21:00:30.5"],
  ["18:00…24:00", "time:18:00 symbol:.. time:24:00"],
  [">= 48h and 1h30min", "symbol:>= number:48h word:and number:1h30min"],
  [
    "10_000 1e21 0.5 2026-03",
    "number:10_000 number:1e21 number:0.5 number:2026 symbol:- number:03",
  ],
  [
    "re-enter; +10 20%",
    "word:re symbol:- word:enter symbol:; symbol:+ number:10 number:20 symbol:%",
  ],
  ["a <> b == c # d\ne", "word:a symbol:!= word:b symbol:= word:c word:e"],
  ["\ufeffsegment\u200b\u00a0größe_1", "word:segment word:größe_1"],
])("%s", (text, tokens) => {
  expect(kinds(text)).toBe(tokens);
  expect(tokensOf(text).strays).toEqual([]);
});

test("what belongs to no token is a stray, as one stretch", () => {
  expect(tokensOf("a @@@ b ?").strays).toEqual([
    { start: 2, end: 5 },
    { start: 8, end: 9 },
  ]);
});

test("tokens stand in order, apart, inside the text, and end with the end", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { tokens } = tokensOf(text);
      let last = 0;
      for (const { start, end } of tokens) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      expect(tokens.at(-1)?.kind).toBe("end");
    }),
  );
});
