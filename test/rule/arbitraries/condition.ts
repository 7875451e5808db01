import fc from "fast-check";
import type { Condition, Count, Of, Window } from "../../../src/rule/ast.ts";
import { bindThings } from "../../../src/rule/binding.ts";
import { defaultVocabulary } from "../../../src/rule/vocabulary.ts";
import { metric, NOWHERE, plainLeaf, window } from "./leaf.ts";
import { comparator, predicateOf } from "./value.ts";

const { things } = defaultVocabulary;

const binding: fc.Arbitrary<Of> = fc
  .record({
    word: fc.constantFrom("same" as const, "that" as const),
    thing: fc.constantFrom("product", "category"),
    property: fc.constant(""),
  })
  .map((of) => ({ ...of, property: things[of.thing]! }));

/** Counts over such windows; some of them bind or refer to a thing, which `bindThings` has yet to settle. */
function countOver(windows: fc.Arbitrary<Window>): fc.Arbitrary<Count> {
  return metric.chain((counted) =>
    fc
      .record(
        {
          kind: fc.constant("count" as const),
          span: fc.constant(NOWHERE),
          metric: fc.constant(counted),
          comparator,
          number: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(1_000_000)),
          where: predicateOf(counted.events),
          of: binding,
          window: windows,
        },
        { requiredKeys: ["kind", "span", "metric", "comparator", "number", "window"] },
      )
      .map((count) => (count.of === undefined ? count : bindable(count))),
  );
}

/** The count over a window in which it can be bound. */
function bindable(count: Count): Count {
  const { kind } = count.window;
  return kind === "session" || kind === "since" ? { ...count, window: { kind: "ever" } } : count;
}

/** A count that opens a binding, and conditions of which many refer to it. */
function bindingAnd(
  count: fc.Arbitrary<Count>,
  condition: fc.Arbitrary<Condition>,
): fc.Arbitrary<Condition> {
  return fc
    .tuple(
      count,
      fc.constantFrom("product", "category"),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.oneof(count, condition), { minLength: 1, maxLength: 3 }),
    )
    .map(([opener, thing, number, others]): Condition => {
      const property = things[thing]!;
      const refer = (each: Condition): Condition =>
        each.kind === "count" ? bindable({ ...each, of: { word: "that", thing, property } }) : each;
      const anchor = { comparator: ">=", number, of: { word: "same", thing, property } } as const;
      const conditions = [bindable({ ...opener, ...anchor }), ...others.map(refer)];
      return { kind: "and", span: NOWHERE, conditions };
    });
}

function rawOver(windows: fc.Arbitrary<Window>): fc.Arbitrary<Condition> {
  const count = countOver(windows);
  return fc.letrec<{ condition: Condition; joined: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: "small", maxDepth: 3 },
      { weight: 3, arbitrary: count.map(withoutOf) },
      { weight: 1, arbitrary: count },
      { weight: 8, arbitrary: plainLeaf },
      { weight: 2, arbitrary: tie("joined") },
      { weight: 2, arbitrary: bindingAnd(count, tie("condition")) },
      {
        weight: 2,
        arbitrary: tie("condition").map((condition): Condition => ({
          kind: "not",
          span: NOWHERE,
          condition,
        })),
      },
    ),
    joined: fc
      .tuple(
        fc.constantFrom("and" as const, "or" as const),
        fc.array(tie("condition"), { minLength: 2, maxLength: 4 }),
      )
      .map(([kind, conditions]): Condition => ({ kind, span: NOWHERE, conditions })),
  })).condition;
}

function withoutOf(given: Count): Count {
  const { of: dropped, ...rest } = given;
  return dropped === undefined ? given : rest;
}

/** Whole conditions over the default words, bound as the parser binds them. What binds wrongly loses its bindings. */
function bound(raw: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return raw.map((given) => {
    const { condition: settled, faults } = bindThings(given);
    return faults.length === 0 ? settled : unbound(given);
  });
}

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

const since = (anchor: "entry" | "send"): fc.Arbitrary<Window> =>
  fc.oneof(window, fc.constant({ kind: "since" as const, anchor }));

/** Conditions such as `when` may have. */
export const condition = bound(rawOver(window));

/** Conditions such as `until` may have. */
export const untilCondition = bound(rawOver(since("entry")));

/** Conditions such as `unless` may have. */
export const unlessCondition = bound(rawOver(since("send")));
