import fc from "fast-check";
import type { PolicyOptions } from "../../../src/engine/policy/options.ts";
import type { History } from "../../../src/model/profile.ts";
import type {
  Binding,
  Condition,
  Count,
  FollowUp,
  Segment,
  SendAction,
} from "../../../src/rule/ast.ts";
import { NOWHERE, comparator, length, reading } from "./grid.ts";
import { conditionOf } from "./condition.ts";
import { leaf } from "./leaf.ts";
import { look } from "./look.ts";
import { segments } from "./segments.ts";

const rarely = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: each });

/** What a message may show. */
const BINDINGS: readonly Binding[] = [
  { kind: "cart_items" },
  { kind: "viewed_items" },
  { kind: "attribute", attribute: "plan" },
];

const send: fc.Arbitrary<SendAction> = fc
  .record({ subject: fc.constantFrom("Offer", "More"), shown: fc.subarray([...BINDINGS]) })
  .map(({ subject, shown }) => ({
    kind: "send",
    span: NOWHERE,
    channel: "email",
    subject,
    values: shown.map((to) => ({ name: to.kind, value: { kind: "bound", to } })),
  }));

const sinceSend: fc.Arbitrary<Count> = fc
  .record({ look, comparator, number: fc.integer({ min: 0, max: 2 }) })
  .map(({ look: looked, ...each }) => ({
    kind: "count",
    span: NOWHERE,
    ...looked,
    ...each,
    window: { kind: "since", anchor: "send" },
  }));

const unless = (names: readonly string[]): fc.Arbitrary<Condition> =>
  conditionOf(
    fc.oneof(
      leaf,
      { weight: 3, arbitrary: sinceSend },
      fc.record({
        kind: fc.constant("in_segment" as const),
        span: fc.constant(NOWHERE),
        segment: fc.constantFrom(...names),
      }),
    ),
  );

const followUp = (names: readonly string[]): fc.Arbitrary<FollowUp> =>
  fc.record(
    { span: fc.constant(NOWHERE), after: length, unless: unless(names), send },
    { requiredKeys: ["span", "after", "send"] },
  );

/** Some hours of the local day, of any length. */
const hours = fc
  .tuple(reading, reading)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => ({ span: NOWHERE, from, to }));

const quietHours = fc.tuple(hours, fc.boolean()).map(([range, hold]) => ({ ...range, hold }));

const cap = fc.record({
  span: fc.constant(NOWHERE),
  sends: fc.integer({ min: 1, max: 3 }),
  per: length,
});

const share = fc.constantFrom(0, 0.25, 0.5, 1);

/** What a rule may say about its sends. */
const clauses = (names: readonly string[]): fc.Arbitrary<Partial<Segment>> =>
  fc.record({
    then: fc.option(send, { nil: undefined, freq: 7 }),
    followUps: rarely(fc.array(followUp(names), { minLength: 1, maxLength: 2 })),
    gate: rarely(hours),
    coolOff: rarely(length),
    reEnter: rarely(fc.oneof(fc.constant("never" as const), length)),
    staleAfter: rarely(length),
    caps: rarely(fc.array(cap, { minLength: 1, maxLength: 2 })),
    quietHours: rarely(quietHours),
    priority: rarely(fc.integer({ min: -1, max: 2 })),
    holdout: rarely(share),
  });

/** Segments with clauses. */
export const segmentsWithClauses: fc.Arbitrary<readonly Segment[]> = segments.chain((all) => {
  const names = all.map(({ name }) => name);
  const each = clauses(names);
  const bonus = rarely(fc.integer({ min: -2, max: 2 }));
  return fc.tuple(
    ...all.map((segment) =>
      fc.tuple(each, bonus).map(([own, priority]) => ({
        ...segment,
        ...own,
        ...(segment.relax === undefined ? {} : { relax: { ...segment.relax, priority } }),
      })),
    ),
  );
});

/** What a scenario may say about all sends. */
export const policyOptions: fc.Arbitrary<PolicyOptions> = fc.record({
  coolOff: rarely(length),
  caps: rarely(fc.array(cap, { minLength: 1, maxLength: 2 })),
  quietHours: rarely(quietHours),
  holdoutDraw: fc
    .constantFrom(undefined, 0, 0.25, 0.4)
    .map((draw) => (draw === undefined ? undefined : () => draw)),
});

/** What shoppers do with their carts, by the numbers that events have. */
const DEEDS = ["Product Added", "Product Removed", "Order Completed", "Product Added"];

/** The history with some clicks taken for what fills carts and empties them. */
export function shopping(history: History): History {
  const events = history.events.map((event) =>
    event.name === "Product Clicked" ? { ...event, name: DEEDS[Number(event.id) % 4]! } : event,
  );
  return { ...history, events };
}
