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
  // Windows.
  ["orders >= 1 in last 1 calendar day", "orders >= 1 today"],
  ["orders >= 1 today in utc", "orders >= 1 today utc"],
  ["orders >= 1 in the last 3 calendar days", "orders >= 1 in last 3 calendar days"],
  ["orders >= 1 within 2 calendar weeks utc", "orders >= 1 in last 2 calendar weeks utc"],
  ["orders >= 1 this month", "orders >= 1 in last 1 calendar months"],
  ["orders >= 1 this week", "orders >= 1 in last 1 calendar weeks"],
  ["orders >= 1 in this session", "orders >= 1 in session"],
  ["no event starting with 'Order ' ever", 'no event starting with "Order " ever'],
  [
    "orders >= 2 of the same product today and no adds of that product in last 2 calendar days",
    "orders >= 2 of the same product today and no adds of that product in last 2 calendar days",
  ],
  // Figures.
  [
    "sum revenue over orders at least 100 in last 30d",
    "sum of revenue over orders >= 100 in last 30d",
  ],
  ["avg of revenue over orders ever >= 99.5", "average of revenue over orders >= 99.5 ever"],
  ["min of price over adds < 0.25 today", "minimum of price over adds < 0.25 today"],
  ["max of price over adds in session > 3", "maximum of price over adds > 3 in session"],
  [
    "distinct of product_id over product_views >= 3 where price > 2 in last 48h",
    "distinct product_id over product_views where price > 2 >= 3 in last 48h",
  ],
  [
    'sum of "Total Price" over event starting with "Order " between 1 and 2 ever',
    'sum of "Total Price" over event starting with "Order " >= 1 ever and sum of "Total Price" over event starting with "Order " <= 2 ever',
  ],
  // How long ago, and what followed what.
  ["last orders in last 7d", "last orders within 7d"],
  [
    "first orders more than 30d ago where total > 3",
    "first orders where total > 3 more than 30d ago",
  ],
  ["adds then orders in last 48h within 1h", "adds then orders within 1h in last 48h"],
  [
    "adds where price > 3 and quantity > 1 then no orders where total > 1 within 60min ever",
    "adds where (price > 3 and quantity > 1) then no orders where total > 1 within 1h ever",
  ],
  ["not adds then orders within 1h ever", "not adds then orders within 1h ever"],
  [
    'event "Cart Viewed" then event starting with "Order" within 1h ever and vip = true',
    'event "Cart Viewed" then event starting with "Order" within 1h ever and vip = true',
  ],
  // States that have held.
  ["device = mobile for 30 min", "device = mobile for 30min"],
  ["device is missing for 90min", "device is missing for 1h30min"],
  ['not plan = "gold" for 7d', 'not plan = "gold" for 7d'],
  ["consent is not given", "not consent given"],
  ["consent = given for 1w", "consent given for 7d"],
  ["consent = true", "consent = true"],
  // Instants and scores.
  ["created_at within the last 30d", "created_at within last 30d"],
  ["created_at in last 30d", "created_at within last 30d"],
  ["birthday within next 4d", "birthday within next 4d"],
  ["profile.birthday more than 4d ahead", "birthday more than 4d ahead"],
  ["propensity fresher than 1d", "propensity fresher than 24h"],
  // Sessions.
  ["session ends", "session ended"],
  ["not in session", "not in session"],
  ["session duration >= 300s", "session duration >= 5min"],
  ["time on page in (30s, 1min)", "time on page in (30s, 1min)"],
  ["time on page is missing", "time on page is missing"],
  ["scroll depth >= 50%", "scroll depth >= 50"],
  ["session depth not in (1, 2)", "not session depth in (1, 2)"],
  ['session campaign is "spring"', 'session campaign = "spring"'],
  // Other segments.
  ["in segment b for 2h", "in segment b for 2h"],
  ["not in segment 'b c'", 'not in segment "b c"'],
  ["entered segment b within 24h", "entered segment b in last 24h"],
  ["left segment b in the last 24h", "left segment b in last 24h"],
  // Days.
  ["local day = Mon", "local day = monday"],
  ["local day in (sunday, saturday, sunday)", "local day in (saturday, sunday)"],
  ["local day in weekend", "local day in (saturday, sunday)"],
  ["local day is not weekend", "not local day in (saturday, sunday)"],
  ["local day in (weekend, friday)", "local day in (friday, saturday, sunday)"],
  [
    "product_views where local day = weekend and local time = evening >= 2 ever and local time in night",
    "product_views where (local day in (saturday, sunday) and local time in evening) >= 2 ever and local time in night",
  ],
  [
    "product_views where not local time 18:00..21:00 >= 2 ever",
    "product_views where (not local time 18:00..21:00) >= 2 ever",
  ],
  ['product_views where local = "x" >= 1 ever', 'product_views where "local" = "x" >= 1 ever'],
] as const;

test.each(SPELLINGS)("%s", (written, printed) => {
  expect(canonical(written)).toBe(printed);
  expect(canonical(printed)).toBe(printed);
});

test("random rules have every kind of node and every clause", () => {
  const seen = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      seen.add(key === "kind" ? String(value) : key);
      visit(value);
    }
  };
  for (const given of fc.sample(segment, { numRuns: 300, seed: 1 })) visit(given);
  const kinds =
    "and or not some count aggregate recency sequence held device place attribute instant fresh consent session in_session in_segment segment_change weekday local_time clock_time last ever calendar since";
  const clauses =
    "refines evidence when relax until then followUps unless gate coolOff reEnter staleAfter caps quietHours priority holdout";
  for (const each of `${kinds} ${clauses}`.split(" ")) expect(seen).toContain(each);
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
