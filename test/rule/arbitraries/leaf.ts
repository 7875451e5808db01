import fc from "fast-check";
import type {
  Aggregate,
  Condition,
  Held,
  Look,
  MetricRef,
  SessionField,
  Window,
} from "../../../src/rule/ast.ts";
import { defaultVocabulary } from "../../../src/rule/vocabulary.ts";
import {
  asked,
  comparator,
  compare,
  days,
  duration,
  name,
  number,
  oneOf,
  predicateOf,
  propertiesOf,
  stretch,
  testOf,
  text,
  timeOfDay,
  wordTest,
} from "./value.ts";

/** The span of everything that was never written; `withoutSpans` gives it to what was. */
export const NOWHERE = { start: 0, end: 0 };

const { metrics, events, attributes, devices, areas, sessionGap } = defaultVocabulary;

function entries<T>(words: Readonly<Record<string, T>>): fc.Arbitrary<readonly [string, T]> {
  return fc.constantFrom(...Object.entries(words));
}

/** What a word of the default vocabulary counts. */
export function metricOf(word: string): MetricRef {
  const { events: counted, prefix, feed, where } = metrics[word]!;
  return {
    word,
    quoted: false,
    events: counted,
    ...(prefix === undefined ? {} : { prefix }),
    ...(feed === undefined ? {} : { feed }),
    ...(where === undefined ? {} : { only: where }),
  };
}

/** Everything that can be counted: words, events by their names and by their beginnings. */
export const metric: fc.Arbitrary<MetricRef> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(metrics)).map(metricOf) },
  fc.constantFrom(...Object.keys(events)).map((word) => ({ word, quoted: true, events: [word] })),
  fc
    .constantFrom("Order ", "Email", "C", "")
    .map((prefix) => ({ word: prefix, quoted: true, events: [], prefix })),
);

const look: fc.Arbitrary<Look> = metric.chain((counted) =>
  fc.record(
    { metric: fc.constant(counted), where: predicateOf(counted.events) },
    { requiredKeys: ["metric"] },
  ),
);

const last = duration.map((length) => ({ kind: "last" as const, length }));
const ever = fc.constant({ kind: "ever" as const });
const calendar = fc.record({
  kind: fc.constant("calendar" as const),
  unit: fc.constantFrom("day" as const, "week" as const, "month" as const),
  number: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(1200)),
  utc: fc.boolean(),
});

/** Every window but `since`. */
export const window: fc.Arbitrary<Window> = fc.oneof(
  { weight: 3, arbitrary: last },
  ever,
  calendar,
  fc.constant({ kind: "session" as const, gap: sessionGap }),
);

const figure = fc.constantFrom(
  "sum" as const,
  "average" as const,
  "minimum" as const,
  "maximum" as const,
  "distinct" as const,
);

const aggregate: fc.Arbitrary<Aggregate> = fc.tuple(figure, look).chain(([wanted, looked]) => {
  const { metric: counted } = looked;
  const known = propertiesOf(counted.events).filter(([, type]) => type !== "list");
  const numbers = known.filter(([, type]) => type === "number").map(([key]) => key);
  // Nothing is known of the properties of events that are meant by the beginning of their names.
  const names = counted.prefix === undefined ? numbers : ["revenue", "a word"];
  const asks = names.length === 0 ? "distinct" : wanted;
  const exact = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((each) => each / 10_000 + 0);
  const whole = fc.oneof(fc.integer({ min: -5, max: 50 }), fc.constant(10 ** 12));
  return fc.record({
    kind: fc.constant("aggregate" as const),
    span: fc.constant(NOWHERE),
    function: fc.constant(asks),
    property: fc.constantFrom(...(asks === "distinct" ? known.map(([key]) => key) : names)),
    metric: fc.constant(counted),
    ...(looked.where === undefined ? {} : { where: fc.constant(looked.where) }),
    comparator,
    number: asks === "distinct" ? whole : exact,
    window,
  });
});

const recency = fc.record({
  which: fc.constantFrom("first" as const, "last" as const),
  look,
  relation: fc.constantFrom("within" as const, "before" as const),
  length: duration,
});

const sequence = fc.record({
  first: look,
  second: look,
  negated: fc.boolean(),
  within: duration,
  window: fc.oneof(last, ever),
});

const place = fc.oneof(
  fc
    .constantFrom("country" as const, "region" as const, "city" as const)
    .chain((field) => testOf("text").map((test) => ({ field, test }))),
  wordTest(areas).map((test) => ({ field: "area" as const, test })),
  wordTest(["Europe/Berlin", "Asia/Kathmandu", "UTC"]).map((test) => ({
    field: "zone" as const,
    test,
  })),
);

const consent = fc.constantFrom("given" as const, "withdrawn" as const, "unknown" as const);

/** A state that may have held for a time. */
const state: fc.Arbitrary<Held["condition"]> = fc.oneof(
  wordTest(devices).map((test) => ({ kind: "device" as const, span: NOWHERE, test })),
  place.map((each) => ({ kind: "place" as const, span: NOWHERE, ...each })),
  entries(attributes).chain(([attribute, type]) =>
    testOf(type).map((test) => ({ kind: "attribute" as const, span: NOWHERE, attribute, test })),
  ),
  consent.map((each) => ({ kind: "consent" as const, span: NOWHERE, state: each })),
);

const instants = Object.keys(attributes).filter((each) => attributes[each] === "instant");
const relation = fc.constantFrom(
  "within_last" as const,
  "before_last" as const,
  "within_next" as const,
  "after_next" as const,
);

/** What a session's fields are asked, and the metric behind them. */
const session: fc.Arbitrary<Condition> = fc
  .oneof(
    fc.constantFrom("depth" as const, "clicks" as const).chain((field) => {
      const whole = fc.integer({ min: 0, max: 1_000_000 });
      const test = fc.oneof(compare(comparator, whole), oneOf(whole), asked);
      return test.map((each) => ({ field, test: each }));
    }),
    fc.constantFrom("duration" as const, "time_on_page" as const).chain((field) => {
      const length = fc.oneof(duration, fc.constant(0));
      const test = fc.oneof(compare(comparator, length), oneOf(length), asked);
      return test.map((each) => ({ field, test: each }));
    }),
    fc.oneof(compare(comparator, number), oneOf(number), asked).map((test) => ({
      field: "scroll_depth" as const,
      test,
    })),
    fc
      .constantFrom("referrer" as const, "campaign" as const)
      .chain((field) => testOf("text").map((test) => ({ field, test }))),
  )
  .map(({ field, test }) => {
    const counted = COUNTED[field];
    const behind = counted === undefined ? {} : { metric: metricOf(counted) };
    return { kind: "session", span: NOWHERE, field, ...behind, gap: sessionGap, test };
  });

const COUNTED: Partial<Record<SessionField, string>> = {
  depth: "pages",
  time_on_page: "pages",
  scroll_depth: "pages",
  clicks: "site_clicks",
};

/** Names of other segments, also such as a file's name may become. */
export const segmentName = fc.oneof(name, fc.constantFrom("2nd_offer", "priority"), text);

const otherSegment: fc.Arbitrary<Condition> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("in_segment" as const),
      span: fc.constant(NOWHERE),
      segment: segmentName,
      for: duration,
    },
    { requiredKeys: ["kind", "span", "segment"] },
  ),
  fc.record({
    kind: fc.constant("segment_change" as const),
    span: fc.constant(NOWHERE),
    segment: segmentName,
    change: fc.constantFrom("entered" as const, "left" as const),
    length: duration,
  }),
);

const bound = fc.constantFrom("<" as const, "<=" as const, ">" as const, ">=" as const);

/** Every condition without one below it, counts apart. */
export const plainLeaf: fc.Arbitrary<Condition> = fc.oneof(
  aggregate,
  recency.map(({ look: looked, ...rest }): Condition => {
    return { kind: "recency", span: NOWHERE, ...looked, ...rest };
  }),
  sequence.map((each): Condition => ({ kind: "sequence", span: NOWHERE, ...each })),
  { weight: 3, arbitrary: state },
  fc
    .tuple(state, duration)
    .map(([condition, length]): Condition => ({ kind: "held", span: NOWHERE, condition, length })),
  fc
    .tuple(fc.constantFrom(...instants), relation, duration)
    .map(([attribute, how, length]): Condition => {
      return { kind: "instant", span: NOWHERE, attribute, relation: how, length };
    }),
  fc
    .tuple(fc.constantFrom(...Object.keys(attributes)), duration)
    .map(([attribute, length]): Condition => ({ kind: "fresh", span: NOWHERE, attribute, length })),
  session,
  fc
    .boolean()
    .map((ended): Condition => ({ kind: "in_session", span: NOWHERE, gap: sessionGap, ended })),
  otherSegment,
  stretch.map((range): Condition => ({ kind: "local_time", span: NOWHERE, ...range })),
  days.map((each): Condition => ({ kind: "weekday", span: NOWHERE, days: each })),
  fc.tuple(bound, timeOfDay).map(([how, time]): Condition => {
    return { kind: "clock_time", span: NOWHERE, comparator: how, time };
  }),
);
