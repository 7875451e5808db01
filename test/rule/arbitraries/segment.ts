import fc from "fast-check";
import type { DayRange, FollowUp, Segment, SendAction } from "../../../src/rule/ast.ts";
import { defaultVocabulary } from "../../../src/rule/vocabulary.ts";
import { condition, unlessCondition, untilCondition } from "./condition.ts";
import { metricOf, NOWHERE, segmentName, window } from "./leaf.ts";
import { comparator, duration, name, number, stretch, text } from "./value.ts";

const { attributes, devices } = defaultVocabulary;
const span = fc.constant(NOWHERE);

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
  span,
  channel: fc.constant("email" as const),
  subject: text,
  values: fc.uniqueArray(
    fc.record({ name: fc.oneof(name, text), value: fc.oneof(literal, bound) }),
    { maxLength: 4, selector: (each) => each.name },
  ),
});

const followUp: fc.Arbitrary<FollowUp> = fc.record(
  { span, after: duration, unless: unlessCondition, send },
  { requiredKeys: ["span", "after", "send"] },
);

const dayRange: fc.Arbitrary<DayRange> = stretch.map((range) => ({ span: NOWHERE, ...range }));

const evidence = fc.record({
  kind: fc.constant("count" as const),
  span,
  metric: fc.constant(metricOf("events")),
  comparator,
  number: fc.nat({ max: 9 }),
  window,
});

const relaxation = fc
  .record(
    {
      span,
      when: condition,
      time: duration,
      devices: fc.array(fc.constantFrom(...devices), { minLength: 1, maxLength: 3 }),
      priority: fc.integer({ min: 0, max: 1_000_000 }),
    },
    { requiredKeys: ["span", "when"] },
  )
  .filter((each) => Object.keys(each).length > 2);

/** Segments over the default words, with every clause. */
export const segment: fc.Arbitrary<Segment> = fc.record(
  {
    kind: fc.constant("segment" as const),
    span,
    name,
    named: fc.constant(true),
    refines: fc.record(
      { span, segment: segmentName, evidence },
      { requiredKeys: ["span", "segment"] },
    ),
    when: condition,
    relax: relaxation,
    until: untilCondition,
    then: send,
    followUps: fc.array(followUp, { minLength: 1, maxLength: 2 }),
    gate: dayRange,
    coolOff: duration,
    reEnter: fc.oneof(fc.constant("never" as const), duration),
    staleAfter: duration,
    caps: fc.array(
      fc.record({ span, sends: fc.integer({ min: 1, max: 1_000_000 }), per: duration }),
      { minLength: 1, maxLength: 2 },
    ),
    quietHours: fc.tuple(dayRange, fc.boolean()).map(([range, hold]) => ({ ...range, hold })),
    priority: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    holdout: fc.integer({ min: 0, max: 10_000 }).map((each) => Number(`${each}e-4`)),
  },
  { requiredKeys: ["kind", "span", "name", "named", "when"] },
);

/** The same tree as if it had never been written anywhere. */
export function withoutSpans<T>(node: T): T {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === "span" ? NOWHERE : value)),
  );
}
