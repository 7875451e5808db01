import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRules } from "../../src/rule/parser.ts";
import { printCondition, printSegment } from "../../src/rule/printer.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { segment, withoutSpans } from "./arbitraries.ts";

function parse(text: string) {
  return parseRules({ path: "rules/some-rule.segment", text }, defaultVocabulary);
}

/** The canonical form of a condition's text. */
function canonical(condition: string): string {
  const { segments, findings } = parse(`segment a when ${condition}`);
  expect(findings.filter((each) => each.severity === "error")).toEqual([]);
  return printCondition(segments[0]!.when);
}

test("prints a segment as the workbench shows it", () => {
  const text = `segment evening_offer
when device = mobile
  and local time 18:00..21:00
  and cart_views >= 2 in last 48h
  and no opens in last 72h
then send email "Exclusive Evening Offer"
  with discount_code = "VIEW20"
       image = cart_items
cool off 72h
`;
  expect(printSegment(parse(text).segments[0]!)).toBe(text);
});

test("an unnamed segment is called after its file and printed without a name", () => {
  const { segments } = parse("segment when vip = true");
  expect(segments[0]).toMatchObject({ name: "some_rule", named: false });
  expect(printSegment(segments[0]!)).toBe("segment\nwhen vip = true\n");
});

const SPELLINGS = [
  ["opens_last_72h = false", "no opens in last 72h"],
  ["opens_last_72h = true", "opens >= 1 in last 72h"],
  ["opens_last_72h ≥ 2", "opens >= 2 in last 72h"],
  ["at least 2 cart_views within 2d", "cart_views >= 2 in last 48h"],
  ["AT MOST 2 cart_views in the past 90min", "cart_views <= 2 in last 1h30min"],
  ["exactly 3 orders ever", "orders = 3 ever"],
  ["more than 1 orders ever", "orders > 1 ever"],
  ["orders fewer than 3 in last 4d", "orders < 3 in last 4d"],
  ["exactly 0 orders ever", "no orders ever"],
  [
    "cart_views between 2 and 5 in last 7d",
    "cart_views >= 2 in last 7d and cart_views <= 5 in last 7d",
  ],
  [
    "vip = true and opens between 1 and 2 ever",
    "vip = true and opens >= 1 ever and opens <= 2 ever",
  ],
  [
    "product_views of the same product >= 2 in last 48 h",
    "product_views >= 2 of the same product in last 48h",
  ],
  [
    "product_views >= 3 in last 48h where category = “skincare” and price > 30",
    'product_views where (category = "skincare" and price > 30) >= 3 in last 48h',
  ],
  [
    'product_views where category = "a" >= 3 in last 48h and vip = true',
    'product_views where category = "a" >= 3 in last 48h and vip = true',
  ],
  [
    'product_views >= 3 in last 48h where category = "a" and title = "Dr"',
    'product_views where (category = "a" and title = "Dr") >= 3 in last 48h',
  ],
  [
    'product_views >= 3 in last 48h where category = "a" and orders >= 1 ever',
    'product_views where category = "a" >= 3 in last 48h and orders >= 1 ever',
  ],
  ['event "Cart Viewed" >= 1 in last 1h', 'event "Cart Viewed" >= 1 in last 1h'],
  ['no event "Cart Viewed" in last 1h', 'no event "Cart Viewed" in last 1h'],
  ["device == MOBILE", "device = mobile"],
  ["device <> 'desktop'", "device != desktop"],
  ["device in (mobile, tablet)", "device in (mobile, tablet)"],
  ["device not in (mobile)", "not device in (mobile)"],
  ["device is not missing", "device is present"],
  ["local time 18:00–21:00", "local time 18:00..21:00"],
  ["time = 18:00-21:00", "local time 18:00..21:00"],
  ["local time from 6:30 to 24:00", "local time 06:30..24:00"],
  ["local time 22:00:30.5..02:00", "local time 22:00:30.500..02:00"],
  ["time = evening", "local time in evening"],
  ["local time not in evening", "not local time in evening"],
  ["time <= 21:00", 'time <= "21:00"'],
  ["Time >= “18:00”", 'time >= "18:00"'],
  ["location.zone = 'europe/berlin'", 'location.zone = "Europe/Berlin"'],
  ["location.area = urban", "location.area = urban"],
  ["profile.plan = “gold”", 'plan = "gold"'],
  ['tags contains "vip"', 'tags contains "vip"'],
  ['plan does not contain "go"', 'not plan contains "go"'],
  ['created_at >= "2026-03-10"', 'created_at >= "2026-03-10"'],
  ["((vip = true))", "vip = true"],
  [
    "vip = true AND (device = mobile And orders >= 1 ever)",
    "vip = true and (device = mobile and orders >= 1 ever)",
  ],
  [
    "(vip = true and consent = true) or plan is missing",
    "vip = true and consent = true or plan is missing",
  ],
  ["not (vip = true or not consent = true)", "not (vip = true or not consent = true)"],
] as const;

test.each(SPELLINGS)("%s", (written, printed) => {
  expect(canonical(written)).toBe(printed);
  expect(canonical(printed)).toBe(printed);
});

test("a printed segment reads as the same segment, and prints the same again", () => {
  fc.assert(
    fc.property(segment, (given) => {
      const text = printSegment(given);
      const { segments, findings } = parse(text);
      expect(findings).toEqual([]);
      expect(withoutSpans(segments)).toEqual([withoutSpans(given)]);
      expect(printSegment(segments[0]!)).toBe(text);
    }),
    { numRuns: 500 },
  );
});
