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
import { printVocabulary } from "../../src/rule/vocabulary-printer.ts";
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
  part lunch = 11:30..13:30
  attribute shoe_size number
  thing song = song_id
  device kiosk
  area airport
`;

test("a block names events, metrics, parts, attributes, things, devices and areas", () => {
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
  expect(vocabulary.parts["lunch"]).toEqual({ from: 41_400_000, to: 48_600_000 });
  expect(vocabulary.attributes["shoe_size"]).toBe("number");
  expect(vocabulary.things["song"]).toBe("song_id");
  expect(vocabulary.devices).toContain("kiosk");
  expect(vocabulary.areas).toContain("airport");
});

test("what was named can be used below", () => {
  const rule = `${BLOCK}segment a when paid_songs >= 2 of the same song in last 1h and local time in lunch
    and shoe_size > 40 and device = kiosk and location.area = airport and no event "cart" ever`;
  expect(parseRules({ path: "a", text: rule }, defaultVocabulary).findings).toEqual([]);
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
  ["atribute x number\n device kiosk", ["UNEXPECTED"]],
  ["segment a when vip = true", ["UNEXPECTED"]],
])("the block %s", (entries, codes) => {
  expect(parse(`vocabulary\n  ${entries}`).findings.map((each) => each.code)).toEqual(codes);
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
    for (const { events: counted } of Object.values(metrics))
      for (const event of counted) expect(Object.keys(events)).toContain(event);
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
      fc.record({ events: fc.constant(["Cart Viewed"]), where: predicateOf(["Cart Viewed"]) }),
    ),
    devices: fc.uniqueArray(
      name.map((each) => `d_${each}`),
      { maxLength: 2 },
    ),
  }) as fc.Arbitrary<Partial<Vocabulary>>;
  fc.assert(
    fc.property(added, (more) => {
      const vocabulary = extend(defaultVocabulary, more);
      const text = printVocabulary(vocabulary, defaultVocabulary);
      const read = parse(text);
      expect(read.findings).toEqual([]);
      expect(read.vocabulary).toEqual(vocabulary);
      expect(printVocabulary(read.vocabulary, defaultVocabulary)).toBe(text);
    }),
  );
});
