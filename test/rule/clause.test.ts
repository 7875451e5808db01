import { expect, test } from "vitest";
import type { Segment } from "../../src/rule/ast.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { printSegment } from "../../src/rule/printer.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { UNITS } from "../../src/time/duration.ts";

function parse(text: string) {
  return parseRules({ path: "rules/a-rule.segment", text }, defaultVocabulary);
}

/** The segment that a text without mistakes holds. */
function segmentOf(text: string): Segment {
  const { segments, findings } = parse(text);
  expect(findings).toEqual([]);
  expect(segments).toHaveLength(1);
  return segments[0]!;
}

/** The mistakes in a text, as `CODE marked text`. */
function mistakesIn(text: string): readonly string[] {
  return parse(text).findings.map(({ code, span }) =>
    `${code} ${text.slice(span.start, span.end)}`.trimEnd(),
  );
}

const CANONICAL = `segment narrow
refines mobile_evening when evidence >= 5 events in last 30d
when device = mobile
  and local time in evening
relax when propensity > 0.85: time by 45min, device to (mobile, tablet), priority +10
until opens >= 1 since entry or session ended
then send email "A"
  with image = cart_items
       level = plan
after 24h unless orders >= 1 since send send email "B"
  with urgency = "last day"
after 48h send email "C"
send within 19:00..21:00
cool off 72h
re-enter after 7d
stale after 72h
at most 3 sends per 7d
at most 9 sends per 30d
quiet hours 22:00..08:00 hold
priority 10
holdout 12.5%
`;

test("a segment with every clause is printed as it stands", () => {
  expect(printSegment(segmentOf(CANONICAL))).toBe(CANONICAL);
});

test("every clause means what it says", () => {
  expect(segmentOf(CANONICAL)).toMatchObject({
    refines: {
      segment: "mobile_evening",
      evidence: {
        kind: "count",
        metric: { word: "events", events: [], prefix: "", feed: "session-log" },
        comparator: ">=",
        number: 5,
        window: { kind: "last", length: 30 * UNITS.d },
      },
    },
    relax: {
      when: { kind: "attribute", attribute: "propensity" },
      time: 45 * UNITS.min,
      devices: ["mobile", "tablet"],
      priority: 10,
    },
    until: {
      kind: "or",
      conditions: [
        { kind: "count", window: { kind: "since", anchor: "entry" } },
        { kind: "in_session", ended: true, gap: 30 * UNITS.min },
      ],
    },
    followUps: [
      {
        after: 24 * UNITS.h,
        unless: { kind: "count", window: { kind: "since", anchor: "send" } },
        send: { subject: "B", values: [{ name: "urgency" }] },
      },
      { after: 48 * UNITS.h, send: { subject: "C", values: [] } },
    ],
    gate: { from: 19 * UNITS.h, to: 21 * UNITS.h },
    coolOff: 72 * UNITS.h,
    reEnter: 7 * UNITS.d,
    staleAfter: 72 * UNITS.h,
    caps: [
      { sends: 3, per: 7 * UNITS.d },
      { sends: 9, per: 30 * UNITS.d },
    ],
    quietHours: { from: 22 * UNITS.h, to: 8 * UNITS.h, hold: true },
    priority: 10,
    holdout: 0.125,
  });
});

test("clauses may come in any order, and are printed in one", () => {
  const [head, ...clauses] = CANONICAL.split(/\n(?=\S)/);
  expect(clauses).toHaveLength(16);
  // What repeats keeps its own order.
  const turned = [...clauses.slice(8), ...clauses.slice(0, 8)];
  expect(printSegment(segmentOf([head, ...turned].join("\n")))).toBe(CANONICAL);
  expect(printSegment(segmentOf([head, ...turned].join(" ; ")))).toBe(CANONICAL);
});

test.each([
  ["send within evening", "send within evening"],
  ["send within from 19:00 to 21:00", "send within 19:00..21:00"],
  ["send within 19:00–24:00", "send within 19:00..24:00"],
  ["quiet hours night", "quiet hours night"],
  ["quiet hours in night hold", "quiet hours night hold"],
  ["quiet_hours 22:00 until 08:00", "quiet hours 22:00..08:00"],
  ["cool_off 3d", "cool off 72h"],
  ["cool-off 72h", "cool off 72h"],
  ["re_enter never", "re-enter never"],
  ["Re-Enter After 1w", "re-enter after 7d"],
  ["stale after 3 d", "stale after 72h"],
  ["at most 1 send per 4d", "at most 1 sends per 4d"],
  ["priority -5", "priority -5"],
  ["holdout 0.1%", "holdout 0.1%"],
  ["holdout 7%", "holdout 7%"],
  ["holdout 100 %", "holdout 100%"],
  ["refines evening_cart", "refines evening_cart"],
  ['refines "2nd_offer"', 'refines "2nd_offer"'],
  ["refines b when evidence at least 3 events ever", "refines b when evidence >= 3 events ever"],
  ["refines b when evidence >= 3 in last 7d", "refines b when evidence >= 3 events in last 7d"],
  ["relax when vip = true: priority +10", "relax when vip = true: priority +10"],
  [
    "relax when vip = true: device to tablet and time by 1h",
    "relax when vip = true: time by 1h, device to (tablet)",
  ],
  ["until session ends", "until session ended"],
  ['after 1d send email: "Still there?"', 'after 24h send email "Still there?"'],
  [
    'after 24h unless converted or not converted send email "B"',
    'after 24h unless orders >= 1 since send or not orders >= 1 since send send email "B"',
  ],
])("%s", (written, printed) => {
  const segment = segmentOf(`segment a ${written} when vip = true`);
  const lines = printSegment(segment).split("\n");
  expect(lines).toContain(printed);
  expect(printSegment(segmentOf(`segment a when vip = true; ${written};`))).toBe(
    printSegment(segment),
  );
});

test("what the article states in prose can be said as one would write it down", () => {
  const segment = segmentOf(`segment viewers
refines mobile_evening when evidence >= 5 events in last 30d
when product_views where category = "skincare" >= 3 in last 48h and device = mobile
  and cart_views >= 1 in last 48h and local time in evening and no opens in last 72h
  and product_views >= 2 of the same product in last 24h and no adds of that product in last 24h
  and location.country = "US" and location.area = urban and adds then no orders within 1h in last 48h
relax when propensity > 0.85: time by 45min, device to (mobile, tablet); priority +10
until opens >= 1 since entry or session ends
then send email "A" with product_images = cart_items ; after 24h unless converted send email "B"
send within 19:00..21:00 cool off 72h stale after 72h`);
  expect(segment.relax?.priority).toBe(10);
  expect(segment.followUps).toHaveLength(1);
  expect(printSegment(segment)).toContain("until opens >= 1 since entry or session ended\n");
});

test("words that begin clauses are ordinary words elsewhere", () => {
  const block = `vocabulary
  attribute priority number; attribute holdout boolean; attribute until text
  attribute stale boolean; attribute quiet_hours text; attribute after number
`;
  const rule = `segment a
when at most 3 cart_views in last 7d
  and profile.priority = 3 and priority > 2 and holdout = true and until != "x"
  and stale is missing and quiet_hours contains "a" and after in (1, 2)
  and local time from 18:00 until 21:00
  and product_views where priority = 3 >= 1 ever
then send email "A"
  with priority = priority until = "x", send = 3 after = after
priority 4
`;
  const { segments, findings } = parse(block + rule);
  expect(findings.filter((each) => each.severity === "error")).toEqual([]);
  expect(segments[0]).toMatchObject({ priority: 4 });
  expect(segments[0]).not.toHaveProperty("until");
  expect(segments[0]!.then?.values).toHaveLength(4);
  expect(segments[0]!.when).toMatchObject({ conditions: { length: 10 } });
});

test("a when after the segment that is refined is the rule's own", () => {
  const segment = segmentOf("segment a refines b when device = mobile");
  expect(segment.refines).not.toHaveProperty("evidence");
  expect(segment.when.kind).toBe("device");
});

test.each([
  ["cool off 72h cool off 48h", ["REPEATED cool off"]],
  ["priority 1 priority 2", ["REPEATED priority"]],
  ["until vip = true until plan is missing", ["REPEATED until"]],
  ["priority +10", ["UNEXPECTED +"]],
  ["priority 1.5", ["BAD_PRIORITY priority 1.5"]],
  ["holdout 10", ["BAD_SHARE 10"]],
  ["holdout 101%", ["BAD_SHARE 101%"]],
  ["holdout 0.125%", ["BAD_SHARE 0.125%"]],
  ["at most 0 sends per 7d", ["BAD_COUNT 0"]],
  ["at most 3 sends a week", ["UNEXPECTED a"]],
  ["at most 3 sends per 7", ["MISSING_UNIT 7"]],
  ["re-enter sometimes", ["UNEXPECTED sometimes"]],
  ["re-enter after 0h", ["BAD_DURATION 0h"]],
  ["stale 72h", []],
  ["quiet hours 22:00", ["UNEXPECTED"]],
  ["send within nite", ["UNKNOWN_PART nite"]],
  ["send within 19:00..21:00 hold", ["UNEXPECTED hold"]],
  ["refines b when evidence in last 3d", ["UNEXPECTED in"]],
  ["refines b when evidence >= 5 orders in last 3d", ["UNEXPECTED orders"]],
  ["refines b when evidence >= 5 events", ["MISSING_WINDOW evidence >= 5 events"]],
  ["refines b when evidence >= 5 events since entry", ["SINCE_OUT_OF_PLACE since entry"]],
  ["refines evening-cart", ["UNEXPECTED evening-cart"]],
  ["refines until", ["UNEXPECTED until", "UNEXPECTED"]],
  ["relax when vip = true", ["UNEXPECTED"]],
  ["relax time by 45min", ["UNEXPECTED time"]],
  ["relax when vip = true time by 45min", ["UNEXPECTED time"]],
  ["relax when vip = true:", ["UNEXPECTED"]],
  ["relax when vip = 1: time by 45m", ["TYPE_MISMATCH 1", "UNKNOWN_UNIT 45m"]],
  ["relax when vip = true: time by 1h, time by 2h", ["REPEATED time"]],
  ["relax when vip = true: device to (mobile, tablett)", ["UNKNOWN_DEVICE tablett"]],
  ["until opens >= 1 since send", ["SINCE_OUT_OF_PLACE since send"]],
  ["until opens >= 1", ["MISSING_WINDOW opens >= 1"]],
  ["until no adds of that product ever", ["THAT_WITHOUT_SAME no adds of that product ever"]],
  ['after 0h send email "B"', ["BAD_DURATION 0h"]],
  ["after 24h", ["UNEXPECTED"]],
  ['after 24h unless send email "B"', ["UNEXPECTED send"]],
  ['after 24h unless convertd send email "B"', ["UNKNOWN_NAME convertd"]],
  ['after 24h unless opens >= 1 since entry send email "B"', ["SINCE_OUT_OF_PLACE since entry"]],
  ["after 24h unless vip = true send mail", ["UNEXPECTED mail"]],
  ['send email "B"', ["UNEXPECTED send"]],
  ["; ; vip = true", ["UNEXPECTED ;"]],
])("%s", (clause, mistakes) => {
  expect(mistakesIn(`segment a when device = mobile ${clause}`)).toEqual(mistakes);
  const later = mistakesIn(`segment a when device = mobile ${clause}\ncool off 72`);
  expect(later.at(-1)).toBe("MISSING_UNIT 72");
});
