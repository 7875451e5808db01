import { expect, test } from "vitest";
import { check } from "./checking.ts";

const WHEN = "segment a when device = mobile and opens >= 1 in last 7d and orders >= 1 in last 7d";

function remarks(more: string): readonly string[] {
  return check(`${WHEN} and ${more}`).filter((each) => !/ (PURE|LITERAL)_/.test(each));
}

test("a sound rule earns no remark", () => {
  expect(check(WHEN)).toEqual([]);
});

test.each([
  "local time 18:00..18:00",
  "clicks < 0 ever",
  "adds then no removals within 3h in last 2h",
  "adds then no removals within 2h in last 2h",
  "session duration >= 24h",
  "session depth < 0",
  "time on page > 24h",
  "maximum of revenue over orders > 2000000000 ever",
  'clicks where (subject = "a" and subject = "b") >= 1 ever',
  "location.zone is missing",
  "distinct campaign_id over clicks < 0 in last 7d",
])("%s never holds", (condition) => {
  expect(remarks(condition)).toEqual([`error NEVER_HOLDS ${condition}`]);
});

test.each([
  "clicks >= 0 ever",
  "clicks < 1 in last 1h or clicks >= 1 in last 1h",
  "location.zone is present",
  "local time 00:00..24:00",
  "consent given or consent withdrawn or consent unknown",
  "tier is missing or tier is present",
  "session clicks >= 0 or session ended",
  "not clicks < 0 ever",
  "distinct campaign_id over clicks >= 0 ever",
])("%s always holds", (condition) => {
  const text = condition.includes(" or ") ? `(${condition})` : condition;
  expect(remarks(text)).toEqual([`warning ALWAYS_HOLDS ${condition}`]);
});

test.each([
  ["device = desktop"],
  ["device in (desktop, tablet)"],
  ["device != mobile"],
  ["device is missing"],
  ["not device = mobile"],
  ["device = desktop for 30min"],
  ["orders < 1 in last 7d"],
  ["no orders in last 8d"],
  ["no orders ever"],
  ["last orders more than 8d ago"],
  ['no event starting with "Order " in last 2w'],
  ["no orders in last 10 calendar days"],
  ["no orders in last 10 calendar days utc"],
  ["no orders in last 3 calendar weeks"],
  ["sum of total over refunds >= 1 ever and no refunds ever", "no refunds ever"],
  [
    "maximum of revenue over orders < 2 in last 1h and minimum of revenue over orders > 3 ever",
    "minimum of revenue over orders > 3 ever",
  ],
  ["age > 30 and age <= 30", "age <= 30"],
  ["vip = true and not vip is present", "not vip is present"],
  ['plan = "a" and plan in ("b", "c")', 'plan in ("b", "c")'],
  ['tags contains "ab" and not tags contains "ab"', 'not tags contains "ab"'],
  ['plan = "ab" and not plan contains "a"', 'not plan contains "a"'],
  ['created_at < "2026-01-01" and created_at >= "2026-01-01"', 'created_at >= "2026-01-01"'],
  ["created_at more than 30d ago and created_at within next 3d", "created_at within next 3d"],
  ["created_at within last 3d and created_at is missing", "created_at is missing"],
  ["propensity fresher than 24h and propensity is missing", "propensity is missing"],
  ["consent given and not consent given for 7d and consent unknown", "consent unknown"],
  ["session depth >= 3 and session ended", "session ended"],
  ["session depth >= 3 and no events in last 24h", "no events in last 24h"],
  ["in session and no events ever", "no events ever"],
  ["in segment b for 2h and entered segment b in last 1h", "entered segment b in last 1h"],
  ["in segment b for 2h and left segment b in last 2h", "left segment b in last 2h"],
  ["in segment b and no cart_views ever", "no cart_views ever"],
  [
    "in segment b and left segment b in last 1h and not entered segment b in last 2h",
    "not entered segment b in last 2h",
  ],
  ["adds then clicks within 1h in last 2h and no adds in last 3h", "no adds in last 3h"],
  ["adds then clicks within 1h in last 2h and no clicks in last 2h", "no clicks in last 2h"],
  ["adds then no clicks within 1h in last 2h and clicks >= 1 in last 1h", "clicks >= 1 in last 1h"],
  ["first clicks within 2h and last clicks more than 2h ago", "last clicks more than 2h ago"],
  ["first clicks more than 2h ago and no clicks ever", "no clicks ever"],
  [
    "distinct email_id over clicks >= 3 in last 1h and clicks < 3 in last 2h",
    "clicks < 3 in last 2h",
  ],
  ['time >= "22:00" and time < "02:00"', 'time < "02:00"'],
  ["local time in morning and local time in evening", "local time in evening"],
  ["local day in (saturday, sunday) and local day = monday", "local day = monday"],
  [
    "(clicks >= 3 in last 1h or clicks >= 2 in last 2h) and clicks < 2 in last 3h",
    "clicks < 2 in last 3h",
  ],
  ["adds >= 2 of the same product ever and adds < 2 ever", "adds < 2 ever"],
  ["not (clicks >= 1 ever or vip = true) and vip = true", "vip = true"],
])("nobody satisfies the rule and %s", (more, marked = more) => {
  const found = check(
    `${WHEN} and ${more}\nsegment b when cart_views >= 1 in last 48h and plan = "x"`,
  ).filter((each) => !/ (PURE|LITERAL)_/.test(each));
  expect(found).toEqual([`error CONTRADICTION ${marked}`]);
});

test.each([
  ["device in (mobile, tablet)"],
  ["device is present"],
  ["not device = desktop"],
  ["orders >= 1 in last 30d"],
  ["orders >= 1 ever"],
  ["last orders within 7d"],
  ["last orders within 8d"],
  ['event starting with "Order " >= 1 in last 7d'],
  ["orders >= 1 in last 10 calendar days"],
  ["orders >= 1 in last 3 calendar weeks utc"],
  ["not last orders more than 7d ago"],
  ["clicks >= 3 in last 1h and clicks >= 2 in last 2h", "clicks >= 2 in last 2h"],
  ["clicks >= 2 in last 2h and clicks >= 3 in last 1h", "clicks >= 2 in last 2h"],
  ["clicks = 2 in last 2h and clicks <= 3 in last 1h", "clicks <= 3 in last 1h"],
  [
    'clicks where subject = "a" >= 1 in last 2h and clicks >= 1 in last 2h',
    "clicks >= 1 in last 2h",
  ],
  [
    'adds where (price > 5 and brand = "a") >= 1 ever and adds where price >= 5 >= 1 ever',
    "adds where price >= 5 >= 1 ever",
  ],
  [
    "distinct email_id over clicks >= 3 in last 1h and clicks >= 2 in last 2h",
    "clicks >= 2 in last 2h",
  ],
  [
    "average of total over refunds > 3 ever and maximum of total over refunds > 2 ever",
    "maximum of total over refunds > 2 ever",
  ],
  [
    "minimum of total over refunds > 3 in last 7d and refunds >= 1 in last 7d",
    "refunds >= 1 in last 7d",
  ],
  [
    "sum of total over refunds >= 3 in last 7d and refunds >= 1 in last 7d",
    "refunds >= 1 in last 7d",
  ],
  ["age > 30 and age != 20", "age != 20"],
  ["age > 30 and age is present", "age is present"],
  ['plan = "ab" and plan contains "a"', 'plan contains "a"'],
  ['plan = "ab" and not plan = "b"', 'not plan = "b"'],
  ["created_at more than 30d ago and created_at is present", "created_at is present"],
  ["created_at more than 30d ago and created_at more than 7d ago", "created_at more than 7d ago"],
  ["propensity fresher than 2h and propensity fresher than 24h", "propensity fresher than 24h"],
  ["consent given for 7d and consent given", "consent given"],
  ['plan = "x" for 7d and plan in ("x", "y") for 2h', 'plan in ("x", "y") for 2h'],
  ["session depth >= 3 and in session", "in session"],
  ["session depth >= 3 and session depth is present", "session depth is present"],
  ["session depth is missing and no pages in session", "no pages in session"],
  ["first clicks within 2h and clicks >= 1 in last 2h", "clicks >= 1 in last 2h"],
  [
    "created_at within last 3d and not created_at more than 3d ago",
    "not created_at more than 3d ago",
  ],
  ["in segment b for 2h and in segment b", "in segment b"],
  ["in segment b and cart_views >= 1 in last 72h", "cart_views >= 1 in last 72h"],
  ["entered segment b in last 1h and entered segment b in last 2h", "entered segment b in last 2h"],
  [
    "adds then clicks within 1h in last 2h and adds then clicks within 2h in last 3h",
    "adds then clicks within 2h in last 3h",
  ],
  [
    "adds then no clicks within 2h in last 3h and adds then no clicks within 1h in last 3h",
    "adds then no clicks within 1h in last 3h",
  ],
  ["local time 18:00..21:00 and not local time in morning", "not local time in morning"],
  ['time >= "18:00" and time > "17:00"', 'time > "17:00"'],
  ["adds >= 2 of the same product in last 2h and adds >= 2 in last 2h", "adds >= 2 in last 2h"],
  ["(vip = true or device = mobile)", "vip = true or device = mobile"],
])("the rule and %s: the last follows", (more, marked = more) => {
  const found = check(
    `${WHEN} and ${more}\nsegment b when cart_views >= 1 in last 48h and plan = "x"`,
  ).filter((each) => !/ (PURE|LITERAL)_/.test(each));
  expect(found).toEqual([`warning IMPLIED ${marked}`]);
});

test.each([
  ["orders >= 1 in last 7d or orders >= 2 in last 7d", "orders >= 2 in last 7d"],
  ["orders >= 1 in last 7d or orders >= 1 in last 48h", "orders >= 1 in last 48h"],
  ["vip = true or vip = true", "vip = true"],
  ["vip = true or (vip = true and clicks >= 1 ever)", "vip = true and clicks >= 1 ever"],
  ["clicks >= 1 ever or last clicks within 7d or vip = true", "last clicks within 7d"],
  ["age < 5 or age > 3 or age = 4", "age = 4"],
  ["age < 5 or age > 3 or age = 9", "age = 9"],
  ["consent given or consent unknown or consent given for 7d", "consent given for 7d"],
])("(%s): a branch is swallowed", (branches, marked) => {
  const text = `segment a when device = mobile and (${branches})`;
  expect(check(text).filter((each) => !each.includes("PURE"))).toEqual([
    `warning SWALLOWED ${marked}`,
  ]);
});

test.each([
  ["(device = desktop or vip = true)", "CONTRADICTION device = desktop"],
  ["(no orders ever or vip = true)", "CONTRADICTION no orders ever"],
  ["(clicks < 0 ever or vip = true)", "NEVER_HOLDS clicks < 0 ever"],
  ["not (device = desktop and vip = true)", "IMPLIED not (device = desktop and vip = true)"],
  ["not (device = mobile and vip = true)", "IMPLIED device = mobile"],
  [
    '(vip = true or device = desktop and plan = "x")',
    'CONTRADICTION device = desktop and plan = "x"',
  ],
  ['(vip = true or orders >= 1 ever and plan = "x")', "IMPLIED orders >= 1 ever"],
  [
    "not (vip = true or clicks >= 1 ever or clicks >= 1 in last 1h)",
    "SWALLOWED clicks >= 1 in last 1h",
  ],
])("what stands beside it reaches into %s", (more, found) => {
  expect(remarks(more)).toEqual([`warning ${found}`]);
});

test.each([
  "no orders in last 6d",
  "orders <= 1 in last 7d",
  'no orders where coupon = "X" in last 7d',
  "no orders in last 7 calendar days",
  "no orders today",
  "last orders more than 6d ago",
  "first orders more than 7d ago",
  "orders >= 2 in last 30d",
  "no adds in last 7d",
  'event starting with "Order " >= 2 in last 7d',
  "no events ever",
  "maximum of total over refunds > 3 ever and maximum of total over refunds < 2 in last 1h",
  "minimum of total over refunds < 3 ever and minimum of total over refunds > 4 in last 1h",
  "cart_views >= 1 today and no cart_views in last 24h",
  "cart_views >= 1 today and no cart_views in last 1 calendar days utc",
  "cart_views >= 2 in session and cart_views < 2 in last 2h",
  "adds then clicks within 1h in last 2h and no adds in last 2h",
  "adds >= 1 of the same product ever and adds < 2 of that product ever and adds >= 2 ever",
  "(adds >= 2 of the same product ever and no orders of that product ever) and (reviews >= 1 of the same product ever and orders >= 1 of that product ever)",
  "sum of total over orders <= 0 in last 7d",
  "not (age >= 3) and age != 5",
  'plan != "a" and plan != "b"',
  'tags contains "a" and not tags contains "ab"',
  'plan contains "a" and not plan contains "ab"',
  "not device = mobile for 30min",
  'location.country = "US" and location.city is missing',
  "age >= 30 and age <= 30",
  'plan = "a" and tier = "b"',
  'time >= "18:00" and time < "21:00"',
  "local time 20:00..23:00 and local time in night",
  "created_at within last 30d and created_at more than 7d ago",
  "propensity > 0.5 and propensity fresher than 24h",
  "consent given and not consent given for 7d",
  "session duration >= 23h",
  "session depth >= 3 and page_views >= 1 in session",
  "not in segment b",
  "in segment b and not in segment b for 2h",
  "entered segment b in last 24h and left segment b in last 24h",
  "entered segment b in last 24h and not in segment b",
  "adds then clicks within 3h in last 2h",
  "adds then no clicks within 1h in last 3h and clicks >= 1 in last 3h",
  "adds then clicks within 1h in last 3h and adds then no clicks within 1h in last 3h",
  "adds >= 2 of the same product in last 2h and adds < 3 in last 2h",
  "adds >= 2 of the same product ever and no adds of that product in last 2h",
  "adds >= 1 of the same product ever and not (adds >= 2 of the same product ever)",
  "first clicks within 2h and clicks >= 1 in last 1h",
])("%s is let be", (more) => {
  const text = `${WHEN.replace(" and opens >= 1 in last 7d", "")} and ${more}\nsegment b when cart_views >= 1 in last 48h and plan = "x"`;
  const found = check(text).filter((each) => !/ (PURE|LITERAL)_/.test(each));
  expect(found).toEqual([]);
});
