import fc from "fast-check";
import { expect, test } from "vitest";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { isReserved } from "../../src/rule/grammar/keywords.ts";
import { parseRules, parseVocabulary } from "../../src/rule/parser.ts";
import {
  defaultVocabulary,
  extend,
  hubspotVocabulary,
  klaviyoVocabulary,
} from "../../src/rule/vocabulary.ts";
import { printVocabulary } from "../../src/rule/print/vocabulary.ts";
import { duration } from "../../src/time/duration.ts";
import { predicateOf } from "./arbitraries.ts";

function parse(text: string) {
  return parseVocabulary({ path: "own.vocabulary", text }, defaultVocabulary);
}

const BLOCK = `vocabulary
  event "Email Opened" from email with shade text
  event "NextSong" with level text, length number
  event "Imported" from history
  metric songs = "NextSong"
  metric paid_songs = "NextSong" where level = "paid"
  metric carts = "cart" or "cart_view"
  metric order_news = "refund" or starting with "Order " from crm where total > 3
  metric anything = starting with "" from session-log
  score likes_shoes
  session gap 20min
  part lunch = 11:30..13:30
  attribute shoe_size number
  thing song = song_id
  device kiosk
  area airport
`;

test("a block names events, metrics, parts, attributes, scores, things, devices, areas and sessions", () => {
  const { vocabulary, findings } = parse(BLOCK);
  expect(findings).toEqual([]);
  expect(vocabulary.events["NextSong"]).toEqual({
    feed: "session-log",
    properties: { level: "text", length: "number" },
  });
  expect(vocabulary.events["cart_view"]).toEqual({ feed: "session-log" });
  expect(vocabulary.events["Imported"]).toEqual({ feed: "history" });
  expect(vocabulary.events["Email Opened"]?.properties).toMatchObject({
    shade: "text",
    subject: "text",
  });
  expect(vocabulary.metrics["carts"]).toEqual({ events: ["cart", "cart_view"] });
  expect(vocabulary.metrics["paid_songs"]?.where).toMatchObject({ property: "level" });
  expect(vocabulary.metrics["opens"]).toEqual(defaultVocabulary.metrics["opens"]);
  expect(vocabulary.metrics["order_news"]).toMatchObject({
    events: ["refund"],
    prefix: "Order ",
    feed: "crm",
    where: { property: "total" },
  });
  expect(vocabulary.events["refund"]).toEqual({ feed: "crm" });
  expect(vocabulary.metrics["anything"]).toEqual({ events: [], prefix: "", feed: "session-log" });
  expect(vocabulary.attributes["likes_shoes"]).toBe("number");
  expect(vocabulary.scores).toEqual(["propensity", "churn_risk", "likes_shoes"]);
  expect(vocabulary.sessionGap).toBe(1_200_000);
  expect(vocabulary.parts["lunch"]).toEqual({ from: 41_400_000, to: 48_600_000 });
  expect(vocabulary.attributes["shoe_size"]).toBe("number");
  expect(vocabulary.things["song"]).toBe("song_id");
  expect(vocabulary.devices).toContain("kiosk");
  expect(vocabulary.areas).toContain("airport");
});

test("what was named can be used below", () => {
  const rule = `${BLOCK}segment a when paid_songs >= 2 of the same song in last 1h and local time in lunch
    and likes_shoes > 0.5 and order_news >= 1 ever and session depth > 3 and shoe_size > 40 and device = kiosk and location.area = airport and no event "cart" ever`;
  expect(parseRules({ path: "a", text: rule }, defaultVocabulary).findings).toEqual([]);
});

test("entries may be parted by semicolons", () => {
  const text = 'vocabulary; metric songs = "NextSong"; device kiosk; segment a when vip = true;';
  const { vocabulary, findings } = parseRules({ path: "a", text }, defaultVocabulary);
  expect(findings).toEqual([]);
  expect(vocabulary.devices).toContain("kiosk");
});

test("ready-made words are taken with use", () => {
  expect(parse("vocabulary\n use klaviyo").vocabulary).toEqual(klaviyoVocabulary);
  expect(parse("vocabulary\n use hubspot").vocabulary).toEqual(hubspotVocabulary);
  expect(klaviyoVocabulary.metrics["cart_views"]).toEqual({ events: ["Viewed Cart"] });
});

test.each([
  ['metric where = "A"', ["RESERVED_NAME"]],
  ["metric a = NextSong", ["UNEXPECTED"]],
  ['metric a "A"', ["UNEXPECTED"]],
  ["part lunch = 11:30", ["UNEXPECTED"]],
  ["part lunch = 11:30..25:00\n attribute x numbr", ["BAD_TIME", "UNKNOWN_TYPE"]],
  ['metric a = starting with "A" or starting with "B"', ["REPEATED"]],
  ['metric a = starting "A"', ["UNEXPECTED"]],
  ['metric a = "A" from emial', ["UNKNOWN_FEED"]],
  ["attribute propensity text", ["TYPE_MISMATCH"]],
  ["session gap 20", ["MISSING_UNIT"]],
  ["session gap 0h", ["BAD_DURATION"]],
  ["session 20min", ["UNEXPECTED"]],
  ["score 3", ["UNEXPECTED"]],
  ["atribute x number\n device kiosk", ["UNEXPECTED"]],
  ["segment a when vip = true", ["UNEXPECTED"]],
])("the block %s", (entries, codes) => {
  expect(parse(`vocabulary\n  ${entries}`).findings.map((each) => each.code)).toEqual(codes);
});

test("ready-made words leave the declared sessions alone", () => {
  const { vocabulary, findings } = parse("vocabulary session gap 20min use klaviyo");
  expect(findings).toEqual([]);
  expect(vocabulary).toEqual({ ...klaviyoVocabulary, sessionGap: 1_200_000 });
});

test("a metric keeps its hours when the word for them changes its meaning", () => {
  const { vocabulary } = parse(
    'vocabulary metric m = "Page Viewed" where local time in evening part evening = 17:00..20:00',
  );
  const text = printVocabulary(vocabulary, defaultVocabulary);
  expect(text).toContain('metric m = "Page Viewed" where local time 18:00..21:00');
});

test("a Segment open by a machine is no human open", () => {
  expect(defaultVocabulary.metrics["human_opens"]).toEqual({
    events: ["Email Opened"],
    where: {
      kind: "not",
      predicate: {
        kind: "property",
        property: "machine_open",
        test: { kind: "compare", comparator: "=", value: true },
      },
    },
  });
});

test.each([defaultVocabulary, klaviyoVocabulary, hubspotVocabulary])(
  "every metric counts events that are defined, under a name that rules can write (%#)",
  ({ metrics, events, parts, things, devices, areas }) => {
    for (const { events: counted, prefix } of Object.values(metrics)) {
      expect(counted.length > 0 || prefix !== undefined).toBe(true);
      for (const event of counted) expect(Object.keys(events)).toContain(event);
    }
    const names = [metrics, parts, things].flatMap((each) => Object.keys(each));
    for (const name of [...names, ...devices, ...areas]) expect(isReserved(name), name).toBe(false);
  },
);

test("presets can be printed and read back", () => {
  for (const preset of [klaviyoVocabulary, hubspotVocabulary])
    expect(parse(printVocabulary(preset, defaultVocabulary)).vocabulary).toEqual(preset);
  expect(printVocabulary(defaultVocabulary, defaultVocabulary)).toBe("");
});

test("a printed vocabulary reads as the same one, and prints the same again", () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((each) => !isReserved(each));
  const eventName = fc.string({ unit: "grapheme", maxLength: 8 }).map((each) => `x ${each}`);
  const type = fc.constantFrom("text", "number", "boolean", "instant", "list");
  const time = fc.nat({ max: 86_399_999 });
  const record = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>) =>
    fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true });
  const added: fc.Arbitrary<Partial<Vocabulary>> = fc.record({
    events: record(
      eventName,
      fc.record({ feed: fc.constantFrom("session-log", "email", "crm", "history") }),
    ),
    parts: record(name, fc.record({ from: time, to: time })),
    attributes: record(name, type),
    things: record(name, eventName),
    metrics: record(
      name,
      fc.record(
        {
          events: fc.constant(["Cart Viewed"]),
          prefix: eventName,
          feed: fc.constantFrom("session-log", "email", "crm", "history"),
          where: predicateOf(["Cart Viewed"]),
        },
        { requiredKeys: ["events"] },
      ),
    ),
    sessionGap: fc.constantFrom(1_800_000, 1_200_000, 90_061_001).map(duration),
    devices: fc.uniqueArray(
      name.map((each) => `d_${each}`),
      { maxLength: 2 },
    ),
  }) as fc.Arbitrary<Partial<Vocabulary>>;
  fc.assert(
    fc.property(
      added,
      fc.array(
        name.map((each) => `s_${each}`),
        { maxLength: 2 },
      ),
      (more, scored) => {
        const scores = [...new Set(scored)];
        const numbers = Object.fromEntries(scores.map((each) => [each, "number" as const]));
        const attributes = { ...more.attributes, ...numbers };
        const vocabulary = extend(defaultVocabulary, { ...more, attributes, scores });
        const text = printVocabulary(vocabulary, defaultVocabulary);
        const read = parse(text);
        expect(read.findings).toEqual([]);
        expect(read.vocabulary).toEqual(vocabulary);
        expect(printVocabulary(read.vocabulary, defaultVocabulary)).toBe(text);
      },
    ),
  );
});
