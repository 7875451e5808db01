import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/rule/ast.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { printSegment } from "../../src/rule/printer.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { drawFinding } from "../../src/text/frame.ts";
import { positionAt } from "../../src/text/span.ts";
import { UNITS } from "../../src/time/duration.ts";
import { segment } from "./arbitraries.ts";

function parse(text: string, path = "rules/a-rule.segment") {
  return parseRules({ path, text }, defaultVocabulary);
}

/** The mistakes in a condition, as `CODE marked text`. */
function mistakesIn(condition: string): readonly string[] {
  const text = `segment a when ${condition}`;
  return parse(text).findings.map(({ code, span }) =>
    `${code} ${text.slice(span.start, span.end)}`.trimEnd(),
  );
}

const ARTICLE = `segment
when device = mobile
and time >= “18:00” and time <= “21:00”
and cart_views >= 3 in last 48h
and opens_last_72h = false
then
send email: “Exclusive Evening Offer – Your Skincare Set Awaits”
with product_images = cart_items
discount_code = “VIEW20”
urgency = “24h offer”
`;

test("the article's block parses as it stands", () => {
  const { segments, findings } = parse(ARTICLE, "rules/article-evening-offer.segment");
  expect(findings).toEqual([]);
  expect(segments).toMatchObject([
    {
      name: "article_evening_offer",
      named: false,
      when: {
        kind: "and",
        conditions: [
          { kind: "device", test: { kind: "compare", comparator: "=", value: "mobile" } },
          { kind: "clock_time", comparator: ">=", time: 18 * UNITS.h },
          { kind: "clock_time", comparator: "<=", time: 21 * UNITS.h },
          {
            kind: "count",
            metric: { word: "cart_views", events: ["Cart Viewed"] },
            comparator: ">=",
            number: 3,
            window: { kind: "last", length: 48 * UNITS.h },
          },
          {
            kind: "count",
            metric: { word: "opens", events: ["Email Opened"] },
            comparator: "=",
            number: 0,
            window: { kind: "last", length: 72 * UNITS.h },
          },
        ],
      },
      then: {
        channel: "email",
        subject: "Exclusive Evening Offer – Your Skincare Set Awaits",
        values: [
          { name: "product_images", value: { kind: "bound", to: { kind: "cart_items" } } },
          { name: "discount_code", value: { kind: "literal", value: "VIEW20" } },
          { name: "urgency", value: { kind: "literal", value: "24h offer" } },
        ],
      },
    },
  ]);
  expect(segments[0]).not.toHaveProperty("coolOff");
});

test("the workbench's error is drawn to the letter", () => {
  const text = `segment evening_offer\nwhen device = mobile\n\n\n  and cart_views >= 2 in last 48m\n`;
  const [finding] = parse(text, "scenarios/rules/evening-offer.segment").findings;
  expect(drawFinding(finding!)).toBe(
    `error UNKNOWN_UNIT: unknown unit "m": write 48h or 48min
  --> scenarios/rules/evening-offer.segment:5:31
5 |   and cart_views >= 2 in last 48m
  |                               ^^^`,
  );
});

test("all mistakes of a file are found in one pass, in the order of the text", () => {
  const text = `segment a
when cart_vews >= 2 in last 48m and device = mobil and plan = gold
  and opens >= 1.5 and local time in evning or time <= 21:99
  and cart_views where categry = "a" and price > "3" >= 2 in last 48
  && vip = 3
then send mail
cool off 72 hours
segment b
when no opens in last 72h
thne
`;
  const { findings } = parse(text);
  const placed = findings.map(({ source, span, code }) => {
    const { line, column } = positionAt(source, span.start);
    return `${line}:${column} ${code}`;
  });
  const column = (line: number, word: string): string =>
    `${line}:${text.split("\n")[line - 1]!.indexOf(word) + 1}`;
  expect(placed).toEqual([
    `${column(2, "cart_vews")} UNKNOWN_METRIC`,
    `${column(2, "48m")} UNKNOWN_UNIT`,
    `${column(2, "mobil")} UNKNOWN_DEVICE`,
    `${column(2, "gold")} UNEXPECTED`,
    `${column(3, "opens")} MISSING_WINDOW`,
    `${column(3, "1.5")} BAD_COUNT`,
    `${column(3, "evning")} UNKNOWN_PART`,
    `${column(3, "21:99")} BAD_TIME`,
    `${column(4, "categry")} UNKNOWN_PROPERTY`,
    `${column(4, '"3"')} TYPE_MISMATCH`,
    `${column(4, "48")} MISSING_UNIT`,
    `${column(5, "&&")} UNEXPECTED_CHARACTER`,
    `${column(5, "3")} TYPE_MISMATCH`,
    `${column(6, "mail")} UNEXPECTED`,
    `${column(7, "72 hours")} UNKNOWN_UNIT`,
    `${column(10, "thne")} UNEXPECTED`,
  ]);
});

test.each([
  ["orders >= 1 in last 7d vip = true", ["UNEXPECTED vip"]],
  ["orders >= 1 in last 7d and", ["UNEXPECTED"]],
  ["orders >= 1", ["MISSING_WINDOW orders >= 1"]],
  ["orders >= 10_000 ever", ["BAD_NUMBER 10_000"]],
  ["orders >= -1 ever", ["BAD_COUNT -1"]],
  ["orders >= 1000001 ever", ["BAD_COUNT 1000001"]],
  ["orders >= 2 in last 48 hours", ["UNKNOWN_UNIT 48 hours"]],
  ["orders >= 2 in last 200y", ["UNKNOWN_UNIT 200y"]],
  ["orders >= 2 in last 6000w", ["BAD_DURATION 6000w"]],
  ["orders >= 2 in last 0.5ms", ["BAD_DURATION 0.5ms"]],
  ["orders >= 2 in last 1d in last 2d", ["REPEATED in"]],
  ["orders_last_3x = 1", ["UNKNOWN_UNIT 3x"]],
  ["(orders >= 1 ever", ["UNEXPECTED"]],
  ["orders >= 1 ever)", ["UNEXPECTED )"]],
  ["no product_vews ever and no opns ever", ["UNKNOWN_METRIC product_vews", "UNKNOWN_METRIC opns"]],
  ["time >= 24:00", ["BAD_TIME 24:00"]],
  ["time = 6pm..9pm", ["BAD_TIME 6pm", "BAD_TIME 9pm"]],
  ["local time 18:00", ["UNEXPECTED"]],
  ["device = phone", ["UNKNOWN_DEVICE phone"]],
  ["location.zone = 'CEST'", ["UNKNOWN_ZONE 'CEST'"]],
  ["location.country = US", ["UNEXPECTED US"]],
  ["vip = 1", ["TYPE_MISMATCH 1"]],
  ['plan > "a"', ['TYPE_MISMATCH "a"']],
  ['tags = "a"', ['TYPE_MISMATCH "a"']],
  ['birthday > "soon"', ['TYPE_MISMATCH "soon"']],
  ["age in (1, )", ["UNEXPECTED )"]],
  ["lifetime_value >= 1e999", ["BAD_NUMBER 1e999"]],
  ["constructor = 1", ["UNKNOWN_NAME constructor"]],
  ["__proto__ >= 1 ever", ["UNKNOWN_METRIC __proto__"]],
  ["device = __proto__", ["UNKNOWN_DEVICE __proto__"]],
  // Windows.
  ["orders >= 1 since entry", ["SINCE_OUT_OF_PLACE since entry"]],
  ["orders >= 1 since send", ["SINCE_OUT_OF_PLACE since send"]],
  ["orders >= 1 since monday", ["UNEXPECTED monday"]],
  ["orders >= 1 in last 0 calendar days", ["BAD_CALENDAR 0 calendar days"]],
  ["orders >= 1 in last 1.5 calendar weeks", ["BAD_CALENDAR 1.5 calendar weeks"]],
  ["orders >= 1 in last 1201 calendar months", ["BAD_CALENDAR 1201 calendar months"]],
  ["orders >= 1 in last 3 calendar years", ["UNEXPECTED years"]],
  ["orders >= 1 today in session", ["REPEATED in"]],
  [
    "orders >= 1 of the same product in session",
    ["BINDING_OUT_OF_PLACE orders >= 1 of the same product in session"],
  ],
  // Figures.
  ["sum of revenue orders >= 1 ever", ["UNEXPECTED orders"]],
  ["sum of revenu over orders >= 1 ever", ["UNKNOWN_PROPERTY revenu"]],
  ["sum of coupon over orders >= 1 ever", ["TYPE_MISMATCH coupon"]],
  ["distinct products over orders >= 1 ever", ["TYPE_MISMATCH products"]],
  ["sum of revenue over ordres >= 1 ever", ["UNKNOWN_METRIC ordres"]],
  ["sum of revenue over orders_last_3d >= 1 ever", ["WRONG_WINDOW orders_last_3d"]],
  ["sum of revenue over orders >= 0.00001 ever", ["BAD_FIGURE 0.00001"]],
  ["sum of revenue over orders >= 1e13 ever", ["BAD_FIGURE 1e13"]],
  ["distinct coupon over orders >= 1.5 ever", ["BAD_FIGURE 1.5"]],
  ["sum of revenue over orders >= 1", ["MISSING_WINDOW sum of revenue over orders >= 1"]],
  ["sum of revenue over orders ever and vip = 3", ["UNEXPECTED and", "TYPE_MISMATCH 3"]],
  [
    "sum of revenue over orders >= 1 of the same product ever",
    ["BINDING_OUT_OF_PLACE of the same product"],
  ],
  // How long ago, and what followed what.
  ["last orders", ["UNEXPECTED"]],
  ["last orders ever", ["WRONG_WINDOW ever"]],
  ["last orders more than 3d", ["UNEXPECTED"]],
  ["last ordrs within 7d", ["UNKNOWN_METRIC ordrs"]],
  ["first orders of that product within 7d", ["BINDING_OUT_OF_PLACE of that product"]],
  ["adds then orders within 1h", ["MISSING_WINDOW adds then orders within 1h"]],
  ["adds then orders in last 3d", ["UNEXPECTED"]],
  ["adds then orders within 1h today", ["WRONG_WINDOW adds then orders within 1h today"]],
  ["adds then ordrs within 1h ever and vip = 3", ["UNKNOWN_METRIC ordrs", "TYPE_MISMATCH 3"]],
  ["addz then orders within 1m ever", ["UNKNOWN_METRIC addz", "UNKNOWN_UNIT 1m"]],
  ["adds >= 2 then orders within 1m ever", ["UNEXPECTED adds >= 2", "UNKNOWN_UNIT 1m"]],
  ["adds then orders within 1h ever then opens within 1h ever", ["UNEXPECTED then"]],
  ["adds then orders of that product within 1h ever", ["BINDING_OUT_OF_PLACE of that product"]],
  // States that have held.
  ["device not in (mobile) for 3d", ["HELD_NOT for 3d"]],
  ["device = mobile for 0h", ["BAD_DURATION 0h"]],
  ["device = mobile for ever", ["UNEXPECTED ever"]],
  ["orders >= 1 ever for 3d and vip = 3", ["UNEXPECTED for", "TYPE_MISMATCH 3"]],
  ["consent givn", ["UNEXPECTED givn"]],
  // Instants and scores.
  ["plan within last 3d", ["TYPE_MISMATCH plan within last 3d"]],
  ["created_at within 3d", ["UNEXPECTED 3d"]],
  ["create_at within last 3d", ["UNKNOWN_NAME create_at"]],
  ["created_at more than 3d", ["UNEXPECTED"]],
  ["propensity fresher 24h", ["UNEXPECTED 24h"]],
  ["propensty fresher than 24h", ["UNKNOWN_NAME propensty"]],
  // Sessions.
  ["session dept >= 3", ["UNKNOWN_SESSION_FIELD dept"]],
  ["session and vip = 3", ["UNKNOWN_SESSION_FIELD session", "TYPE_MISMATCH 3"]],
  ["session duration >= 5", ["MISSING_UNIT 5"]],
  ["session depth >= 1.5", ["BAD_COUNT 1.5"]],
  ["session referrer > 3", ["TYPE_MISMATCH 3"]],
  ["time on pag >= 3s", ["UNEXPECTED on"]],
  ['scroll depth = "deep"', ['TYPE_MISMATCH "deep"']],
  ["scroll_depth >= 3", ["UNKNOWN_NAME scroll_depth"]],
  // Other segments.
  ["in segmnt b", ["UNEXPECTED in"]],
  ["in segment and vip = 3", ["UNEXPECTED and", "TYPE_MISMATCH 3"]],
  ["in segment evening-cart for 2h", ["UNEXPECTED evening-cart"]],
  ["in segment device", ["RESERVED_NAME device"]],
  ["in segment b for 2", ["MISSING_UNIT 2"]],
  ["entered segment b", ["MISSING_WINDOW entered segment b"]],
  ["entered segment b ever", ["WRONG_WINDOW entered segment b ever"]],
  ["entered b in last 24h", ["UNEXPECTED b"]],
  // Days.
  ["local day = mondy", ["UNKNOWN_DAY mondy"]],
  ["local day in (monday, )", ["UNEXPECTED )"]],
  ["local day", ["UNEXPECTED"]],
  ["local hour = 3", ["UNEXPECTED hour"]],
  ["adds where local time in evning >= 1 ever", ["UNKNOWN_PART evning"]],
  ["evidence >= 5 events in last 30d", ["UNKNOWN_NAME evidence"]],
  ["converted", ["UNKNOWN_NAME converted"]],
])("%s", (condition, mistakes) => {
  expect(mistakesIn(condition)).toEqual(mistakes);
});

function outline(condition: Condition): string {
  switch (condition.kind) {
    case "and":
    case "or":
      return `${condition.kind}(${condition.conditions.map(outline).join(" ")})`;
    case "not":
    case "some":
      return `${condition.kind}(${outline(condition.condition)})`;
    default:
      return condition.kind;
  }
}

describe("of the same and of that", () => {
  const same = "product_views >= 2 of the same product ever";
  const that = "no adds of that product ever";
  const shape = (condition: string): string => {
    const { segments, findings } = parse(`segment a when ${condition}`);
    if (findings.length > 0) return findings.map((each) => each.code).join();
    return outline(segments[0]!.when);
  };
  test.each([
    [same, "some(count)"],
    [`${same} and ${that}`, "some(and(count count))"],
    [`vip = true and (${same} and ${that})`, "and(attribute some(and(count count)))"],
    [
      `vip = true and ${same} and (vip = false or ${that})`,
      "some(and(attribute count or(attribute count)))",
    ],
    [`${same} and not (vip = true and ${that})`, "some(and(count not(and(attribute count))))"],
    [`vip = true and not ${same}`, "and(attribute not(some(count)))"],
    [`${same} or vip = true`, "or(some(count) attribute)"],
    [`vip = true and (${same} or plan is missing)`, "BINDING_WITHOUT_COUNT"],
    [`${same} or ${that}`, "THAT_WITHOUT_SAME"],
    [`(${same} and vip = true) and ${that}`, "THAT_WITHOUT_SAME"],
    ["no adds of the same product ever", "BINDING_WITHOUT_COUNT"],
    [`${same} and adds >= 1 of the same category ever`, "some(some(and(count count)))"],
    [
      "product_views between 2 and 5 of the same product ever and no adds of that product ever",
      "some(and(count count count))",
    ],
  ])("%s", (condition, tree) => {
    expect(shape(condition)).toBe(tree);
  });
});

test("a property that nobody listed is a warning, and the rule may run", () => {
  const { segments, findings } = parse("segment a when adds where gift_wrapping = true >= 1 ever");
  expect(findings).toMatchObject([{ severity: "warning", code: "UNKNOWN_PROPERTY" }]);
  expect(segments).toHaveLength(1);
});

test.each([
  ["", "NO_SEGMENT"],
  ["\ufeff# only a comment\r\n", "NO_SEGMENT"],
  ["segment", "MISSING_WHEN"],
  ["version: 1\nscenario: evening-offer\n", "UNEXPECTED"],
  ["segment when when vip = true", "REPEATED"],
  ["segment evening-offer\nwhen vip = true", "UNEXPECTED"],
])("the file %j is refused", (text, code) => {
  const { findings } = parse(text);
  expect(findings.map((each) => each.code)).toContain(code);
  expect(findings[0]!.severity).toBe("error");
});

test("several segments and a vocabulary may share a file", () => {
  const { segments, vocabulary, findings } = parse(
    `vocabulary\n  metric songs = "NextSong"\nsegment a: when songs >= 1 ever\nsegment b when no songs ever`,
  );
  expect(findings).toEqual([]);
  expect(segments.map((each) => each.name)).toEqual(["a", "b"]);
  expect(vocabulary.metrics["songs"]).toEqual({ events: ["NextSong"] });
});

const HOSTILE = [
  "(".repeat(10_000),
  `segment a when ${"(".repeat(10_000)}vip = true${")".repeat(10_000)}`,
  `segment a when ${"not ".repeat(10_000)}vip = true`,
  `segment a when adds where ${"(".repeat(10_000)}price > 1 >= 1 ever`,
  `segment a when adds where ${"not ".repeat(10_000)}price > 1 >= 1 ever`,
  `segment a when ${")".repeat(10_000)}`,
  `segment a when vip = true${" and vip = true".repeat(10_000)}`,
  `segment a when ${"“".repeat(10_000)}`,
  `segment a when plan = "${"\\".repeat(10_001)}`,
  "segment a when \0 vip = \ud800 true \udfff",
  `segment ${"x".repeat(100_000)} when ${"9".repeat(100_000)}`,
  `segment a when opens in last ${"1h ".repeat(10_000)}`,
  "segment\u2028when\u00a0vip = true",
];

test.each(HOSTILE.map((text, index) => [index, text] as const))(
  "hostile text %i ends soon, with its errors inside the text",
  (_, text) => {
    expectLocated(text);
  },
);

test("deep nesting is one error, not an overflow", () => {
  expect(parse(HOSTILE[1]!).findings.map((each) => each.code)).toEqual(["TOO_DEEP"]);
  expect(parse(HOSTILE[2]!).findings.map((each) => each.code)).toEqual(["TOO_DEEP"]);
});

test("a rule with anything cut, doubled, moved or thrown in neither throws nor hangs", () => {
  const part = fc.oneof(
    fc.constantFrom(
      "(",
      ")",
      "and",
      "not",
      "where",
      "in last",
      "of the same",
      "“",
      '"',
      "then",
      "#",
      "48",
      "\n",
    ),
    fc.string({ unit: "binary", maxLength: 5 }),
  );
  const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 12 }), part);
  const start = fc.oneof(segment.map(printSegment), fc.constant(ARTICLE));
  fc.assert(
    fc.property(start, fc.array(cut, { minLength: 1, maxLength: 4 }), (text, cuts) => {
      let mutant = text;
      for (const [where, length, thrownIn] of cuts) {
        const at = Math.floor(where * mutant.length);
        mutant = `${mutant.slice(0, at)} ${thrownIn} ${mutant.slice(at + length)}`;
      }
      expectLocated(mutant);
    }),
    { numRuns: 1000 },
  );
});

function expectLocated(text: string): void {
  const { segments, findings } = parse(text);
  for (const { span } of findings) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
  if (findings.some((each) => each.severity === "error")) return;
  const printed = segments.map(printSegment).join("\n");
  const again = parse(printed);
  expect(again.findings.filter((each) => each.severity === "error")).toEqual([]);
  expect(again.segments.map(printSegment).join("\n")).toBe(printed);
}
