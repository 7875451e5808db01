import fc from "fast-check";
import type { Comparator, Predicate, ValueTest } from "../../../src/model/predicate.ts";
import type { Look, MetricRef, Window } from "../../../src/rule/ast.ts";
import { comparator, days, gap, length, reading } from "./grid.ts";

const price: fc.Arbitrary<Predicate> = fc
  .record({ comparator, value: fc.integer({ min: 0, max: 3 }) })
  .map((each) => ({ kind: "property", property: "price", test: { kind: "compare", ...each } }));

const localOfEvent: fc.Arbitrary<Predicate> = fc.oneof(
  fc.record({ kind: fc.constant("local_time" as const), from: reading, to: reading }),
  fc.record({ kind: fc.constant("weekday" as const), days }),
);

const part = fc.oneof({ weight: 2, arbitrary: price }, { weight: 1, arbitrary: localOfEvent });

/** Tests on an event's properties and on the local time at which it happened. */
export const predicate: fc.Arbitrary<Predicate> = fc.oneof(
  price,
  localOfEvent,
  fc
    .constantFrom<ValueTest>(
      { kind: "missing" },
      { kind: "present" },
      { kind: "one_of", values: ["x", 1, true] },
    )
    .map((test) => ({ kind: "property" as const, property: "price", test })),
  part.map((inner) => ({ kind: "not" as const, predicate: inner })),
  fc.tuple(part, part).map((predicates) => ({ kind: "or" as const, predicates })),
  fc.tuple(part, part).map((predicates) => ({ kind: "and" as const, predicates })),
);

/** Metrics of one event, of several, by the beginning of a name, by a feed, and with a restriction of their own. */
export const metric = fc.constantFrom<MetricRef>(
  { word: "cart_views", quoted: false, events: ["Cart Viewed"] },
  { word: "cart_views", quoted: false, events: ["Cart Viewed"] },
  { word: "product_views", quoted: false, events: ["Product Viewed"] },
  { word: "opens", quoted: false, events: ["Email Opened"] },
  { word: "any_views", quoted: false, events: ["Cart Viewed", "Product Viewed"] },
  { word: "any_views", quoted: false, events: ["Cart Viewed", "Product Viewed"] },
  { word: "Product ", quoted: true, events: [], prefix: "Product " },
  { word: "events", quoted: false, events: [], prefix: "", feed: "session-log" },
  { word: "old_views", quoted: false, events: ["Cart Viewed"], feed: "history" },
  {
    word: "dear_views",
    quoted: false,
    events: ["Product Viewed"],
    prefix: "Cart",
    only: { kind: "property", property: "price", test: { kind: "present" } },
  },
);

/** Events of a metric, a third of the time only some of them. */
export const look: fc.Arbitrary<Look> = fc.record({
  metric,
  where: fc.option(predicate, { nil: undefined, freq: 2 }),
});

const last: fc.Arbitrary<Window> = length.map((each) => ({ kind: "last", length: each }));
const ever: fc.Arbitrary<Window> = fc.constant({ kind: "ever" });
const calendar: fc.Arbitrary<Window> = fc.record({
  kind: fc.constant("calendar" as const),
  unit: fc.constantFrom("day" as const, "day" as const, "week" as const, "month" as const),
  number: fc.integer({ min: 1, max: 2 }),
  utc: fc.boolean(),
});
const session: fc.Arbitrary<Window> = gap.map((each) => ({ kind: "session", gap: each }));

/** Windows that counts of a binding may have. */
export const boundWindow = fc.oneof({ weight: 2, arbitrary: last }, ever, calendar);

/** Windows that counts and aggregates may have. */
export const window = fc.oneof({ weight: 3, arbitrary: last }, ever, calendar, session);

/** Windows of sequences. */
export const plainWindow = fc.oneof(
  length.map((each) => ({ kind: "last" as const, length: each })),
  fc.constant({ kind: "ever" as const }),
);

/** Tests that know only whether values are the same. */
export const sameness = (
  values: fc.Arbitrary<string | number | boolean>,
): fc.Arbitrary<ValueTest> =>
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

/** Tests on a number. */
export const numberTest = (values: fc.Arbitrary<number>): fc.Arbitrary<ValueTest> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant("compare" as const), comparator, value: values }),
    },
    sameness(values),
  );
