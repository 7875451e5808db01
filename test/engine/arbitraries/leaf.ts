import fc from "fast-check";
import type {
  Aggregate,
  AttributeIs,
  Condition,
  ConsentIs,
  Count,
  DeviceIs,
  Held,
  PlaceIs,
  SessionIs,
} from "../../../src/rule/ast.ts";
import type { ValueTest } from "../../../src/model/predicate.ts";
import {
  HALF_HOUR,
  NOWHERE,
  TEN_MINUTES,
  comparator,
  days,
  gap,
  length,
  reading,
  zone,
} from "./grid.ts";
import { device } from "./history.ts";
import { look, metric, numberTest, plainWindow, sameness, window } from "./look.ts";

const span = fc.constant(NOWHERE);
const kind = <Kind extends string>(name: Kind): fc.Arbitrary<Kind> => fc.constant(name);

/** Counts over the windows that every condition may have. */
export const count: fc.Arbitrary<Count> = fc
  .record({ look, comparator, number: fc.integer({ min: 0, max: 4 }), window })
  .map(({ look: looked, ...each }) => ({ kind: "count", span: NOWHERE, ...looked, ...each }));

const aggregate: fc.Arbitrary<Aggregate> = fc
  .record({
    look,
    function: fc.constantFrom("sum", "average", "minimum", "maximum", "distinct"),
    comparator,
    exact: fc.constantFrom(0, 1, 2, 3, 0.3, 0.15, 1.5, -1, 1e9, 2e9, 1e12),
    whole: fc.integer({ min: 0, max: 4 }),
    window,
  })
  .map(({ look: looked, exact, whole, ...each }) => ({
    kind: "aggregate",
    span: NOWHERE,
    property: "price",
    ...looked,
    ...each,
    number: each.function === "distinct" ? whole : exact,
  }));

const recency = fc
  .record({
    look,
    which: fc.constantFrom("first" as const, "last" as const),
    relation: fc.constantFrom("within" as const, "before" as const),
    length,
  })
  .map(({ look: looked, ...each }) => ({
    kind: "recency" as const,
    span: NOWHERE,
    ...looked,
    ...each,
  }));

const sequence = fc.record({
  kind: kind("sequence"),
  span,
  first: look,
  second: look,
  negated: fc.boolean(),
  within: length,
  window: plainWindow,
});

const deviceIs: fc.Arbitrary<DeviceIs> = fc.record({
  kind: kind("device"),
  span,
  test: sameness(device),
});

const placeIs: fc.Arbitrary<PlaceIs> = fc.oneof(
  fc.record({
    kind: kind("place"),
    span,
    field: fc.constantFrom("country" as const, "area" as const),
    test: sameness(fc.constantFrom("US", "DE", "urban")),
  }),
  fc.record({ kind: kind("place"), span, field: kind("zone"), test: sameness(zone) }),
);

const attributeTest: fc.Arbitrary<ValueTest> = fc.oneof(
  sameness(fc.constantFrom<string | number | boolean>("gold", "DE", 2, true)),
  fc.record({ kind: kind("compare"), comparator, value: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: kind("compare"), comparator, value: fc.constant("2026-03-01T12:00Z") }),
  fc.record({ kind: kind("contains"), value: fc.constantFrom("old", "vip", 2) }),
);

const attributeIs: fc.Arbitrary<AttributeIs> = fc.record({
  kind: kind("attribute"),
  span,
  attribute: fc.constantFrom("plan", "country"),
  test: attributeTest,
});

const consentIs: fc.Arbitrary<ConsentIs> = fc.record({
  kind: kind("consent"),
  span,
  state: fc.constantFrom("given", "withdrawn", "unknown"),
});

const held: fc.Arbitrary<Held> = fc.record({
  kind: kind("held"),
  span,
  condition: fc.oneof(deviceIs, placeIs, attributeIs, consentIs),
  length,
});

const instantIs = fc.record({
  kind: kind("instant"),
  span,
  attribute: fc.constantFrom("trial_ends", "trial_ends", "plan"),
  relation: fc.constantFrom(
    "within_last" as const,
    "before_last" as const,
    "within_next" as const,
    "after_next" as const,
  ),
  length,
});

const freshIs = fc.record({
  kind: kind("fresh"),
  span,
  attribute: fc.constantFrom("plan", "country"),
  length,
});

const smallNumber = fc.integer({ min: 0, max: 3 });
const stay = fc.constantFrom(0, 1, TEN_MINUTES, 2 * TEN_MINUTES, HALF_HOUR, 2 * HALF_HOUR);
const text = sameness(fc.constantFrom("google", "mail", "spring"));

const sessionTest: Readonly<Record<SessionIs["field"], fc.Arbitrary<ValueTest>>> = {
  depth: numberTest(smallNumber),
  clicks: numberTest(smallNumber),
  duration: numberTest(stay),
  time_on_page: numberTest(fc.oneof(stay, stay, fc.constant(TEN_MINUTES + 0.5))),
  scroll_depth: numberTest(fc.constantFrom(0, 25, 50, 100)),
  referrer: fc.oneof(text, fc.constant<ValueTest>({ kind: "contains", value: "oo" })),
  campaign: text,
};

const FIELDS = Object.keys(sessionTest) as readonly SessionIs["field"][];
const WITHOUT_METRIC: ReadonlySet<string> = new Set(["duration", "referrer", "campaign"]);

const sessionIs: fc.Arbitrary<SessionIs> = fc.constantFrom(...FIELDS).chain((field) =>
  fc.record({
    kind: kind("session"),
    span,
    field: fc.constant(field),
    metric: WITHOUT_METRIC.has(field) ? fc.constant(undefined) : metric,
    gap,
    test: sessionTest[field],
  }),
);

const inSession = fc.record({ kind: kind("in_session"), span, gap, ended: fc.boolean() });

const clocks: fc.Arbitrary<Condition> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: kind("local_time"), span, from: reading, to: reading }),
  },
  fc.record({
    kind: kind("clock_time"),
    span,
    comparator: fc.constantFrom("<" as const, "<=" as const, ">" as const, ">=" as const),
    time: reading.filter((each) => each < 86_400_000),
  }),
  fc.record({ kind: kind("weekday"), span, days }),
);

/** Conditions without parts, those on other segments apart. */
export const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 5, arbitrary: count },
  { weight: 4, arbitrary: aggregate },
  { weight: 2, arbitrary: recency },
  { weight: 3, arbitrary: sequence },
  { weight: 3, arbitrary: held },
  deviceIs,
  placeIs,
  attributeIs,
  { weight: 2, arbitrary: instantIs },
  freshIs,
  consentIs,
  { weight: 4, arbitrary: sessionIs },
  inSession,
  { weight: 3, arbitrary: clocks },
);
