import fc from "fast-check";
import type { Comparator, Predicate, ValueTest } from "../../../src/model/predicate.ts";
import type { ValueType } from "../../../src/model/vocabulary.ts";
import { isReserved } from "../../../src/rule/grammar/keywords.ts";
import { defaultVocabulary } from "../../../src/rule/vocabulary.ts";
import { type Duration, UNITS } from "../../../src/time/duration.ts";
import { DAY_MS } from "../../../src/time/zone.ts";

const { events, parts } = defaultVocabulary;

/** Texts of every kind: quotes, backslashes, line ends, emoji, halves of characters. */
export const text = fc.oneof(
  fc.constantFrom(
    "skincare",
    "gold",
    'say "hi"',
    "“curly”",
    "back\\slash",
    "two\nlines",
    "# no comment",
    "日本 🛒",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);

/** Names that can be written without quotes. */
export const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,11}$/).filter((each) => !isReserved(each));

/** Finite numbers of every size, without a negative zero. */
export const number = fc.oneof(
  fc.integer({ min: -5, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
);

const instantText = fc.constantFrom("2026-03-10", "2026-03-10T17:00Z", "1999-12-31T23:59:59.999Z");
const equality: fc.Arbitrary<Comparator> = fc.constantFrom("=", "!=");

/** Every comparator. */
export const comparator: fc.Arbitrary<Comparator> = fc.constantFrom(
  "=",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
);

/** Tests whether there is a value. */
export const asked: fc.Arbitrary<ValueTest> = fc.constantFrom(
  { kind: "missing" },
  { kind: "present" },
);

/** Times of the day before its end, in milliseconds since midnight. */
export const timeOfDay = fc.oneof(
  fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 900_000),
  fc.integer({ min: 0, max: DAY_MS - 1 }),
);

/** Lengths of time, none of them nothing. */
export const duration = fc
  .oneof(
    fc.constantFrom(1, 48 * UNITS.h, 72 * UNITS.h, 30 * UNITS.d, UNITS.h + UNITS.min),
    fc.integer({ min: 1, max: 60 * UNITS.d }),
  )
  .map((length) => length as Duration);

/** Stretches of the day, with and without a word for them. */
export const stretch: fc.Arbitrary<{
  readonly from: number;
  readonly to: number;
  readonly part?: string;
}> = fc.oneof(
  fc.record({ from: timeOfDay, to: fc.oneof(timeOfDay, fc.constant(DAY_MS)) }),
  fc.constantFrom(...Object.entries(parts)).map(([part, range]) => ({ ...range, part })),
);

/** Days of the week as nodes have them: at least one, ascending. */
export const days = fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 });

/** Tests by comparison with such values. */
export function compare<T extends string | number | boolean>(
  how: fc.Arbitrary<Comparator>,
  value: fc.Arbitrary<T>,
): fc.Arbitrary<ValueTest> {
  return fc.record({ kind: fc.constant("compare" as const), comparator: how, value });
}

/** Tests whether one of such values is it. */
export function oneOf<T extends string | number | boolean>(
  value: fc.Arbitrary<T>,
): fc.Arbitrary<ValueTest> {
  const values = fc.array(value, { minLength: 1, maxLength: 3 });
  return fc.record({ kind: fc.constant("one_of" as const), values });
}

function contains(value: fc.Arbitrary<string | number>): fc.Arbitrary<ValueTest> {
  return fc.record({ kind: fc.constant("contains" as const), value });
}

/** Tests that a value of this type can be put to. */
export function testOf(type: ValueType): fc.Arbitrary<ValueTest> {
  switch (type) {
    case "text":
      return fc.oneof(compare(equality, text), oneOf(text), contains(text), asked);
    case "number":
      return fc.oneof(compare(comparator, number), oneOf(number), asked);
    case "boolean":
      return fc.oneof(compare(equality, fc.boolean()), asked);
    case "instant":
      return fc.oneof(compare(comparator, instantText), asked);
    case "list":
      return fc.oneof(contains(fc.oneof(text, number)), asked);
  }
}

/** Tests on a value that is one of these words. */
export function wordTest(names: readonly string[]): fc.Arbitrary<ValueTest> {
  const word = fc.constantFrom(...names);
  return fc.oneof(compare(equality, word), oneOf(word), asked);
}

/** The properties that all of the events list, as far as the first of them tells. */
export function propertiesOf(
  eventNames: readonly string[],
): readonly (readonly [string, ValueType])[] {
  return Object.entries(events[eventNames[0]!]?.properties ?? { anything: "text" as const });
}

/** Conditions on the properties that all of `eventNames` list, and on the wall clock when they happened. */
export function predicateOf(eventNames: readonly string[]): fc.Arbitrary<Predicate> {
  const property = fc
    .constantFrom(...propertiesOf(eventNames))
    .chain(([key, type]) =>
      testOf(type).map((test): Predicate => ({ kind: "property", property: key, test })),
    );
  return fc.letrec<{ predicate: Predicate }>((tie) => ({
    predicate: fc.oneof(
      { depthSize: "small", maxDepth: 2 },
      { weight: 3, arbitrary: property },
      stretch.map((range): Predicate => ({ kind: "local_time", ...range })),
      days.map((each): Predicate => ({ kind: "weekday", days: each })),
      fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        predicates: fc.array(tie("predicate"), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("not" as const), predicate: tie("predicate") }),
    ),
  })).predicate;
}
