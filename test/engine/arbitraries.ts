import fc from "fast-check";
import { type Event, type Feed, PROFILE_UPDATED, type Values } from "../../src/model/event.ts";
import type { Comparator, Predicate, ValueTest } from "../../src/model/predicate.ts";
import type { History } from "../../src/model/profile.ts";
import type { Condition, Count } from "../../src/rule/ast.ts";
import { type Duration, duration } from "../../src/time/duration.ts";
import { type Instant, instant } from "../../src/time/instant.ts";

// Random histories and conditions that meet each other on bounds: events stand on a grid of half hours ± 1 ms around
// a change of the clocks, windows and readings of the wall are whole numbers of half hours.

const span = { start: 0, end: 0 };
const HALF_HOUR = 1_800_000;

/** Changes of the clocks, each with a zone that has it; also half-hour and 45-minute zones, and one without any. */
export const OCCASIONS = [
  ["Europe/Berlin", "2026-03-29T01:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00Z"],
  ["America/New_York", "2026-03-08T07:00Z"],
  ["America/New_York", "2026-11-01T06:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
  ["Pacific/Chatham", "2026-04-04T14:00Z"],
  ["Asia/Kathmandu", "2026-03-29T01:00Z"],
  ["Asia/Kolkata", "2026-03-29T01:00Z"],
  ["UTC", "2026-03-29T01:00Z"],
] as const;

const zone = fc.constantFrom(
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "America/New_York",
  "Pacific/Chatham",
);
const jitter = fc.constantFrom(-1, 0, 0, 0, 1);
const device = fc.constantFrom("mobile", "desktop", "tablet");
const product = fc.constantFrom("a", "b", "c");

const windowLength: fc.Arbitrary<Duration> = fc
  .constantFrom(1, HALF_HOUR, 2 * HALF_HOUR, 3 * HALF_HOUR, 48 * HALF_HOUR, 96 * HALF_HOUR)
  .map(duration);

const comparator: fc.Arbitrary<Comparator> = fc.constantFrom("=", "!=", "<", "<=", ">", ">=");

const price: fc.Arbitrary<Predicate> = fc
  .record({ comparator, value: fc.integer({ min: 0, max: 3 }) })
  .map((each) => ({ kind: "property", property: "price", test: { kind: "compare", ...each } }));

const propertyTest: fc.Arbitrary<Predicate> = fc.oneof(
  price,
  fc
    .constantFrom<ValueTest>(
      { kind: "missing" },
      { kind: "present" },
      { kind: "one_of", values: ["x", 1, true] },
    )
    .map((test) => ({ kind: "property" as const, property: "price", test })),
  price.map((predicate) => ({ kind: "not" as const, predicate })),
  fc.tuple(price, price).map((predicates) => ({ kind: "or" as const, predicates })),
);

const metric = fc.constantFrom<Count["metric"]>(
  { word: "cart_views", quoted: false, events: ["Cart Viewed"] },
  { word: "product_views", quoted: false, events: ["Product Viewed"] },
  { word: "opens", quoted: false, events: ["Email Opened"] },
  { word: "any_views", quoted: false, events: ["Cart Viewed", "Product Viewed"] },
);

const count: fc.Arbitrary<Count> = fc.record(
  {
    kind: fc.constant("count" as const),
    span: fc.constant(span),
    metric,
    comparator,
    number: fc.integer({ min: 0, max: 4 }),
    where: propertyTest,
    window: windowLength,
  },
  { requiredKeys: ["kind", "span", "metric", "comparator", "number"] },
);

const valueTest = (values: fc.Arbitrary<string | number | boolean>): fc.Arbitrary<ValueTest> =>
  fc.oneof(
    fc.record({
      kind: fc.constant("compare" as const),
      comparator: fc.constantFrom<Comparator>("=", "!="),
      value: values,
    }),
    fc.constant<ValueTest>({ kind: "missing" }),
    fc.constant<ValueTest>({ kind: "present" }),
    fc.record({
      kind: fc.constant("one_of" as const),
      values: fc.array(values, { minLength: 1, maxLength: 2 }),
    }),
  );

const reading = fc.integer({ min: 0, max: 48 }).map((halves) => halves * HALF_HOUR);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 5, arbitrary: count },
  fc.record({
    kind: fc.constant("device" as const),
    span: fc.constant(span),
    test: valueTest(device),
  }),
  fc.record({
    kind: fc.constant("place" as const),
    span: fc.constant(span),
    field: fc.constantFrom("country" as const, "area" as const),
    test: valueTest(fc.constantFrom("US", "DE", "urban")),
  }),
  fc.record({
    kind: fc.constant("place" as const),
    span: fc.constant(span),
    field: fc.constant("zone" as const),
    test: valueTest(zone),
  }),
  fc.record({
    kind: fc.constant("attribute" as const),
    span: fc.constant(span),
    attribute: fc.constantFrom("plan", "country"),
    test: fc.oneof(
      valueTest(fc.constantFrom<string | number | boolean>("gold", "DE", 2, true)),
      fc.record({
        kind: fc.constant("compare" as const),
        comparator,
        value: fc.integer({ min: 0, max: 3 }),
      }),
      fc.record({
        kind: fc.constant("compare" as const),
        comparator,
        value: fc.constant("2026-03-01T12:00Z"),
      }),
      fc.record({
        kind: fc.constant("contains" as const),
        value: fc.constantFrom("old", "vip", 2),
      }),
    ),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("local_time" as const),
      span: fc.constant(span),
      from: reading,
      to: reading,
    }),
  },
  fc.record({
    kind: fc.constant("clock_time" as const),
    span: fc.constant(span),
    comparator: fc.constantFrom("<" as const, "<=" as const, ">" as const, ">=" as const),
    time: reading.filter((each) => each < 86_400_000),
  }),
);

const binder = count.map((each): Count => {
  const number = Math.max(1, each.number);
  const kept = each.comparator === "=" || each.comparator === ">" ? each.comparator : ">=";
  return {
    ...each,
    number,
    comparator: kept,
    of: { word: "same", thing: "product", property: "product_id" },
  };
});

const boundCount = count.map((each): Count => ({
  ...each,
  of: { word: "that", thing: "product", property: "product_id" },
}));

const some: fc.Arbitrary<Condition> = fc
  .tuple(binder, fc.array(fc.oneof(boundCount, boundCount, leaf), { maxLength: 2 }))
  .map(([first, others]): Condition => {
    const condition: Condition =
      others.length === 0 ? first : { kind: "and", span, conditions: [first, ...others] };
    return { kind: "some", span, thing: "product", property: "product_id", condition };
  });

/** Conditions of every kind, nested up to three deep. */
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: leaf },
    { weight: 2, arbitrary: some },
    ...(["and", "or"] as const).map((kind) => ({
      weight: 3,
      arbitrary: fc
        .array(tie("node"), { minLength: 2, maxLength: 3 })
        .map((conditions): Condition => ({ kind, span, conditions })),
    })),
    {
      weight: 2,
      arbitrary: tie("node").map((inner): Condition => ({ kind: "not", span, condition: inner })),
    },
  ),
})).node;

const NAMES: readonly (readonly [string, Feed])[] = [
  ["Cart Viewed", "session-log"],
  ["Product Viewed", "session-log"],
  ["Email Opened", "email"],
  [PROFILE_UPDATED, "crm"],
];

const eventProperties: fc.Arbitrary<Values> = fc.record(
  { product_id: product, price: fc.constantFrom(0, 1, 2, 3, "x", true, null) },
  { requiredKeys: [] },
);

const attributes: fc.Arbitrary<Values> = fc.record(
  {
    plan: fc.constantFrom(
      "gold",
      "old",
      2,
      true,
      null,
      "2026-03-01T12:00Z",
      "2026-03-01T13:00+02:00",
      ["vip", 2],
    ),
    country: fc.constantFrom("US", "DE", null),
  },
  { requiredKeys: [] },
);

/** How much later than it happened an event arrives, in half hours; negative for one dated in the future. */
const lateness = fc.constantFrom(0, 0, 0, 1, 2, 48, 100, -1, -5);

const eventAround = (base: number): fc.Arbitrary<Event> =>
  fc
    .record({
      kind: fc.constantFrom(...NAMES),
      halves: fc.integer({ min: -150, max: 90 }),
      jitter,
      late: lateness,
      lateJitter: jitter,
      sequence: fc.integer({ min: 0, max: 2 }),
      id: fc.integer({ min: 0, max: 60 }),
      properties: eventProperties,
      attributes,
      device: fc.option(device, { nil: undefined }),
      zone: fc.option(zone, { nil: undefined, freq: 6 }),
      place: fc.option(fc.record({ country: fc.constantFrom("US", "DE") }, { requiredKeys: [] }), {
        nil: undefined,
      }),
    })
    .map((each): Event => {
      const [name, feed] = each.kind;
      const at = base + each.halves * HALF_HOUR + each.jitter;
      const arrivedAt = at + each.late * HALF_HOUR + (each.late === 0 ? 0 : each.lateJitter);
      const properties = name === PROFILE_UPDATED ? each.attributes : each.properties;
      const { id, sequence, device: on, zone: where, place } = each;
      return {
        id,
        name,
        feed,
        at: instant(at),
        arrivedAt: instant(arrivedAt),
        sequence,
        properties,
        device: on,
        zone: where,
        place,
      };
    });

/** A history around a change of the clocks, with that instant. */
export const occasion: fc.Arbitrary<{ readonly history: History; readonly base: Instant }> = fc
  .constantFrom(...OCCASIONS)
  .chain(([home, text]) => {
    const base = Date.parse(text);
    return fc.record({
      base: fc.constant(instant(base)),
      history: fc.record({
        defaultZone: fc.constant<string>(home),
        profile: fc.record(
          { id: fc.constant("ada"), zone: fc.constant<string>(home), device, attributes },
          { requiredKeys: ["id"] },
        ),
        events: fc.array(eventAround(base), { maxLength: 14 }),
      }),
    });
  });
