import fc from "fast-check";
import type { Comparator, Predicate, ValueTest } from "../../src/model/predicate.ts";
import type { ValueType } from "../../src/model/vocabulary.ts";
import type { Condition, Count, Of, Segment, SendAction } from "../../src/rule/ast.ts";
import { bindThings } from "../../src/rule/binding.ts";
import { isReserved } from "../../src/rule/grammar/keywords.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { type Duration, UNITS } from "../../src/time/duration.ts";
import { DAY_MS } from "../../src/time/zone.ts";

/** The span of everything that was never written; `withoutSpans` gives it to what was. */
export const NOWHERE = { start: 0, end: 0 };

const { metrics, events, attributes, parts, things, devices, areas } = defaultVocabulary;

/** Texts of every kind: quotes, backslashes, line ends, emoji, halves of characters. */
const text = fc.oneof(
  fc.constantFrom(
    "skincare",
    "gold",
    'say "hi"',
    "“curly”",
    "back\\slash",
    "two\nlines",
    "日本 🛒",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const number = fc.oneof(
  fc.integer({ min: -5, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
);
const instantText = fc.constantFrom("2026-03-10", "2026-03-10T17:00Z", "1999-12-31T23:59:59.999Z");
const equality: fc.Arbitrary<Comparator> = fc.constantFrom("=", "!=");
const comparator: fc.Arbitrary<Comparator> = fc.constantFrom("=", "!=", "<", "<=", ">", ">=");
const asked: fc.Arbitrary<ValueTest> = fc.constantFrom({ kind: "missing" }, { kind: "present" });
const timeOfDay = fc.oneof(
  fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 900_000),
  fc.integer({ min: 0, max: DAY_MS - 1 }),
);
const duration = fc
  .oneof(
    fc.constantFrom(1, 48 * UNITS.h, 72 * UNITS.h, 30 * UNITS.d, UNITS.h + UNITS.min),
    fc.integer({ min: 1, max: 60 * UNITS.d }),
  )
  .map((length) => length as Duration);

function compare<T extends string | number | boolean>(
  how: fc.Arbitrary<Comparator>,
  value: fc.Arbitrary<T>,
): fc.Arbitrary<ValueTest> {
  return fc.record({ kind: fc.constant("compare" as const), comparator: how, value });
}

function oneOf<T extends string | number | boolean>(
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

const wordTest = (names: readonly string[]): fc.Arbitrary<ValueTest> => {
  const name = fc.constantFrom(...names);
  return fc.oneof(compare(equality, name), oneOf(name), asked);
};

function entries<T>(words: Readonly<Record<string, T>>): fc.Arbitrary<readonly [string, T]> {
  return fc.constantFrom(...Object.entries(words));
}

/** Conditions on the properties that all of `eventNames` list. */
export function predicateOf(eventNames: readonly string[]): fc.Arbitrary<Predicate> {
  const known = Object.entries(events[eventNames[0]!]?.properties ?? { anything: "text" as const });
  const property = fc
    .constantFrom(...known)
    .chain(([name, type]) =>
      testOf(type).map((test): Predicate => ({ kind: "property", property: name, test })),
    );
  return fc.letrec<{ predicate: Predicate }>((tie) => ({
    predicate: fc.oneof(
      { depthSize: "small", maxDepth: 2 },
      property,
      fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        predicates: fc.array(tie("predicate"), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("not" as const), predicate: tie("predicate") }),
    ),
  })).predicate;
}

const binding: fc.Arbitrary<Of> = fc
  .record({
    word: fc.constantFrom("same" as const, "that" as const),
    thing: fc.constantFrom("product", "category"),
    property: fc.constant(""),
  })
  .map((of) => ({ ...of, property: things[of.thing]! }));

/** Counts over the default words; some of them bind or refer to a thing, which `bindThings` has yet to settle. */
const count: fc.Arbitrary<Count> = fc
  .oneof(
    entries(metrics).map(([word, { events: counted, prefix, feed, where }]) => ({
      word,
      quoted: false,
      events: counted,
      ...(prefix === undefined ? {} : { prefix }),
      ...(feed === undefined ? {} : { feed }),
      ...(where === undefined ? {} : { only: where }),
    })),
    fc.constantFrom(...Object.keys(events)).map((word) => ({ word, quoted: true, events: [word] })),
  )
  .chain((metric) =>
    fc.record(
      {
        kind: fc.constant("count" as const),
        span: fc.constant(NOWHERE),
        metric: fc.constant(metric),
        comparator,
        number: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(1_000_000)),
        where: predicateOf(metric.events),
        of: binding,
        window: fc.oneof(
          duration.map((length) => ({ kind: "last" as const, length })),
          fc.constant({ kind: "ever" as const }),
        ),
      },
      { requiredKeys: ["kind", "span", "metric", "comparator", "number", "window"] },
    ),
  );

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: count.map(withoutOf) },
  { weight: 1, arbitrary: count },
  wordTest(devices).map((test): Condition => ({ kind: "device", span: NOWHERE, test })),
  fc
    .constantFrom("country" as const, "region" as const, "city" as const)
    .chain((field) =>
      testOf("text").map((test): Condition => ({ kind: "place", span: NOWHERE, field, test })),
    ),
  wordTest(areas).map((test): Condition => ({ kind: "place", span: NOWHERE, field: "area", test })),
  wordTest(["Europe/Berlin", "Asia/Kathmandu", "UTC"]).map((test): Condition => ({
    kind: "place",
    span: NOWHERE,
    field: "zone",
    test,
  })),
  entries(attributes).chain(([attribute, type]) =>
    testOf(type).map((test): Condition => ({ kind: "attribute", span: NOWHERE, attribute, test })),
  ),
  fc
    .tuple(timeOfDay, fc.oneof(timeOfDay, fc.constant(DAY_MS)))
    .map(([from, to]): Condition => ({ kind: "local_time", span: NOWHERE, from, to })),
  entries(parts).map(([part, range]): Condition => ({
    kind: "local_time",
    span: NOWHERE,
    ...range,
    part,
  })),
  fc
    .tuple(fc.constantFrom("<" as const, "<=" as const, ">" as const, ">=" as const), timeOfDay)
    .map(([how, time]): Condition => ({
      kind: "clock_time",
      span: NOWHERE,
      comparator: how,
      time,
    })),
);

/** A count that opens a binding, and conditions of which many refer to it. */
const bindingAnd = (condition: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc
    .tuple(
      count,
      fc.constantFrom("product", "category"),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.oneof(count, condition), { minLength: 1, maxLength: 3 }),
    )
    .map(([opener, thing, number, others]): Condition => {
      const property = things[thing]!;
      const refer = (each: Condition): Condition =>
        each.kind === "count" ? { ...each, of: { word: "that", thing, property } } : each;
      const anchor = { comparator: ">=", number, of: { word: "same", thing, property } } as const;
      const conditions = [{ ...opener, ...anchor }, ...others.map(refer)];
      return { kind: "and", span: NOWHERE, conditions };
    });

const raw = fc.letrec<{ condition: Condition; joined: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    leaf,
    tie("joined"),
    bindingAnd(tie("condition")),
    tie("condition").map((condition): Condition => ({ kind: "not", span: NOWHERE, condition })),
  ),
  joined: fc
    .tuple(
      fc.constantFrom("and" as const, "or" as const),
      fc.array(tie("condition"), { minLength: 2, maxLength: 4 }),
    )
    .map(([kind, conditions]): Condition => ({ kind, span: NOWHERE, conditions })),
})).condition;

function withoutOf(given: Count): Count {
  const { of: dropped, ...rest } = given;
  return dropped === undefined ? given : rest;
}

/** Whole conditions over the default words, bound as the parser binds them. What binds wrongly loses its bindings. */
export const condition: fc.Arbitrary<Condition> = raw.map((given) => {
  const { condition: bound, faults } = bindThings(given);
  return faults.length === 0 ? bound : unbound(given);
});

function unbound(given: Condition): Condition {
  switch (given.kind) {
    case "and":
    case "or":
      return { ...given, conditions: given.conditions.map(unbound) };
    case "not":
      return { ...given, condition: unbound(given.condition) };
    case "count":
      return withoutOf(given);
    default:
      return given;
  }
}

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,11}$/).filter((each) => !isReserved(each));

const literal = fc
  .oneof(text, number, fc.boolean())
  .map((value) => ({ kind: "literal", value }) as const);
const bound = fc
  .oneof(
    fc.constantFrom({ kind: "cart_items" } as const, { kind: "viewed_items" } as const),
    fc
      .constantFrom(...Object.keys(attributes))
      .map((attribute) => ({ kind: "attribute", attribute }) as const),
  )
  .map((to) => ({ kind: "bound", to }) as const);

const send: fc.Arbitrary<SendAction> = fc.record({
  kind: fc.constant("send" as const),
  span: fc.constant(NOWHERE),
  channel: fc.constant("email" as const),
  subject: text,
  values: fc.uniqueArray(
    fc.record({ name: fc.oneof(name, text), value: fc.oneof(literal, bound) }),
    { maxLength: 4, selector: (each) => each.name },
  ),
});

/** Segments over the default words. */
export const segment: fc.Arbitrary<Segment> = fc.record(
  {
    kind: fc.constant("segment" as const),
    span: fc.constant(NOWHERE),
    name,
    named: fc.constant(true),
    when: condition,
    then: send,
    coolOff: duration,
  },
  { requiredKeys: ["kind", "span", "name", "named", "when"] },
);

/** The same tree as if it had never been written anywhere. */
export function withoutSpans<T>(node: T): T {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === "span" ? NOWHERE : value)),
  );
}
