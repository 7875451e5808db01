import { expect, test } from "vitest";
import fc from "fast-check";
import {
  readDuration,
  readNumber,
  readShare,
  readWhole,
  readZoneName,
  shown,
} from "../../src/scenario/value.ts";
import { SCENARIO, found, foundWith, saidOf } from "./sources.ts";

test("values are shown as the author wrote them", () => {
  expect([null, [1], { a: 1 }, "48m", 7, false, Infinity].map(shown)).toEqual([
    "nothing",
    "a list",
    "a map",
    '"48m"',
    "7",
    "false",
    "Infinity",
  ]);
  expect(shown("x".repeat(1000))).toBe(`"${"x".repeat(80)}…"`);
});

test.each([
  ["48m", "UNKNOWN_UNIT", 'unknown unit "m": write 48h or 48min'],
  ["2 fortnights", "UNKNOWN_UNIT", 'unknown unit "fortnights": write ms, s, min, h, d or w'],
  [48, "MISSING_UNIT", "48 has no unit: write 48h, 48min or 48s"],
  ["0.5ms", "WRONG_TYPE", '"0.5ms" is no whole number of milliseconds'],
  ["200000d", "OUT_OF_RANGE", '"200000d" is longer than 100 years'],
  ["-5min", "WRONG_TYPE", '"-5min" is no duration: write 200ms, 2s, 10min, 48h or 13d'],
  [null, "WRONG_TYPE", "nothing is no duration such as 48h"],
])("%s is no duration", (input, code, message) => {
  expect(readDuration(input)).toEqual({ code, message });
});

test.each([
  ["90%", 0.9],
  [" 12.5 % ", 0.125],
  [0.9, 0.9],
  [0, 0],
  [1, 1],
])("%s is a share", (input, value) => {
  expect(readShare(input)).toEqual({ value });
});

test.each([
  [90, "OUT_OF_RANGE"],
  ["101%", "OUT_OF_RANGE"],
  [-0.1, "OUT_OF_RANGE"],
  ["-40%", "WRONG_TYPE"],
  [NaN, "WRONG_TYPE"],
  [true, "WRONG_TYPE"],
])("%s is none", (input, code) => {
  expect(readShare(input)).toMatchObject({ code });
});

test.each([
  ["10_000", "10000"],
  ["1_000_000", "1000000"],
  ["-5_0", "-50"],
])("%s is text in YAML 1.2, and the message says what to write", (input, number) => {
  expect(readNumber(input)).toEqual({
    code: "NUMBER_WITH_UNDERSCORES",
    message: `${input} is text in YAML 1.2, not a number: write ${number}`,
  });
});

test("a word with an underscore is no number with one", () => {
  expect(readNumber("evening_offer")).toMatchObject({ code: "WRONG_TYPE" });
});

test("whole numbers have a least and a greatest", () => {
  expect(readWhole(1, 1)).toEqual({ value: 1 });
  expect(readWhole(10_000_000)).toEqual({ value: 10_000_000 });
  expect(readWhole(0, 1)).toMatchObject({ code: "OUT_OF_RANGE" });
  expect(readWhole(10_000_001)).toMatchObject({ code: "OUT_OF_RANGE" });
  expect(readWhole(-1)).toMatchObject({
    message: "-1 is no whole number from 0 to 10000000",
  });
});

test("a zone is told in its own spelling, and a slip is seen", () => {
  expect(readZoneName("europe/berlin")).toEqual({ value: "Europe/Berlin" });
  expect(readZoneName("Europe/Berln")).toMatchObject({ note: 'did you mean "Europe/Berlin"?' });
  expect(readZoneName("Asia/Kolkatta")).toMatchObject({ note: 'did you mean "Asia/Kolkata"?' });
  expect(readZoneName("+01:00")).toMatchObject({ code: "UNKNOWN_ZONE" });
  expect(readZoneName(1)).toMatchObject({ code: "WRONG_TYPE" });
});

test.each([
  ["a name of two lines", "scenario: small", 'scenario: "a\\nb"', "WRONG_TYPE"],
  ["a name that commands the terminal", "scenario: small", 'scenario: "a\\e[31m"', "WRONG_TYPE"],
  ["a name that turns the reading about", "scenario: small", 'scenario: "a\\u202e"', "WRONG_TYPE"],
  ["half of a character", "scenario: small", 'scenario: "\\ud800"', "WRONG_TYPE"],
  ["an empty name", "scenario: small", "scenario: ' '", "WRONG_TYPE"],
  ["a seed of two lines", "seed: 7", 'seed: "a\\nb"', "WRONG_TYPE"],
  ["a seed with underscores", "seed: 7", "seed: 20_261_123", "NUMBER_WITH_UNDERSCORES"],
  ["half a seed", "seed: 7", "seed: 1.5", "WRONG_TYPE"],
  ["a day that no calendar has", "2026-03-28T", "2026-02-30T", "WRONG_TYPE"],
  ["a start in 1970", "2026-03-28T", "1970-03-28T", "OUT_OF_RANGE"],
  ["a start in 2099", "2026-03-28T", "2099-03-28T", "OUT_OF_RANGE"],
])("%s is refused", (_, piece, other, code) => {
  const [finding, ...more] = foundWith(piece, other);
  expect(more).toEqual([]);
  expect(finding).toMatch(new RegExp(`^${code} [245]: `));
});

test("a word that is none is told with all that are, and the nearest", () => {
  expect(saidOf("seed: 7", "feeds: { crm: { mode: webhok } }")).toEqual([
    '"webhok" is none of webhook, incremental, batch (did you mean "webhook"?)',
  ]);
  expect(found(`${SCENARIO}twin: yes\n`)).toEqual(["WRONG_TYPE 9: yes"]);
});

test("whatever the input, it is read or told what is wrong", () => {
  const readers = [readDuration, readNumber, readShare, readWhole, readZoneName];
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...readers), (input, read) => {
      const reading: object = read(input);
      expect("value" in reading || "message" in reading).toBe(true);
    }),
  );
});
