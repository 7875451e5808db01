import { expect, test } from "vitest";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { longestWindow } from "../../src/scenario/look-back.ts";
import { days, hours } from "../../src/time/duration.ts";
import { RULE } from "./sources.ts";

function longest(text: string): number {
  const { segments, findings } = parseRules({ path: "r.segment", text }, defaultVocabulary);
  if (findings.length > 0) throw new Error(findings[0]!.message);
  return longestWindow(segments);
}

test("the longest window is that of any condition, however deep", () => {
  expect(longest(RULE)).toBe(hours(72));
  expect(
    longest("segment a\nwhen device = mobile or not (device = tablet and no opens in last 9d)\n"),
  ).toBe(days(9));
  expect(longest("segment a\nwhen device = mobile\n")).toBe(0);
  expect(longestWindow([])).toBe(0);
});

test.each([
  ["cart_views >= 1 ever", 0],
  ["cart_views >= 1 in last 3 calendar days", days(3) + hours(1)],
  ["cart_views >= 1 in last 2 calendar weeks", days(14) + hours(1)],
  ["cart_views >= 1 in session", days(1)],
  ["sum of revenue over orders >= 100 in last 30d", days(30)],
  ["last orders within 7d", days(7)],
  ["adds then no orders within 1h in last 48h", hours(49)],
  ["device = mobile for 30min", hours(0.5)],
  ["propensity fresher than 24h", hours(24)],
  ["session depth >= 3", days(1)],
  ["in segment b for 2h", hours(2)],
  ["left segment b in last 24h", hours(24)],
  ["local day in (saturday, sunday)", 0],
])("%s looks back over %i ms", (condition, length) => {
  expect(longest(`segment a\nwhen ${condition}\n`)).toBe(length);
});

test("clauses look back too: evidence, relaxation, until, unless and staleness", () => {
  const rule = (clause: string) => longest(`segment a\n${clause}\n`);
  expect(rule("refines b when evidence >= 5 events in last 30d\nwhen device = mobile")).toBe(
    days(30),
  );
  expect(rule("when device = mobile\nrelax when opens >= 1 in last 8d: priority +10")).toBe(
    days(8),
  );
  expect(rule("when device = mobile\nuntil opens >= 1 in last 5d")).toBe(days(5));
  expect(rule("when device = mobile\nstale after 6d")).toBe(days(6));
  expect(
    rule(
      'when device = mobile\nthen send email "a"\nafter 24h unless orders >= 1 in last 4d send email "b"',
    ),
  ).toBe(days(4));
});
