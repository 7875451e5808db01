import fc from "fast-check";
import type { Condition, Count } from "../../../src/rule/ast.ts";
import { NOWHERE } from "./grid.ts";
import { count, leaf } from "./leaf.ts";
import { boundWindow } from "./look.ts";

const boundable: fc.Arbitrary<Count> = fc
  .tuple(count, boundWindow)
  .map(([each, window]) => ({ ...each, window }));

const binder = boundable.map((each): Count => {
  const number = Math.max(1, each.number);
  const comparator = each.comparator === "=" || each.comparator === ">" ? each.comparator : ">=";
  const of = { word: "same", thing: "product", property: "product_id" } as const;
  return { ...each, number, comparator, of };
});

const boundCount = boundable.map((each): Count => ({
  ...each,
  of: { word: "that", thing: "product", property: "product_id" },
}));

const some: fc.Arbitrary<Condition> = fc
  .tuple(binder, fc.array(fc.oneof(boundCount, boundCount, leaf), { maxLength: 2 }))
  .map(([first, others]): Condition => {
    const condition: Condition =
      others.length === 0 ? first : { kind: "and", span: NOWHERE, conditions: [first, ...others] };
    return { kind: "some", span: NOWHERE, thing: "product", property: "product_id", condition };
  });

/** Conditions made of `leaves`, nested up to three deep. */
export const conditionOf = (leaves: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      { weight: 5, arbitrary: leaves },
      { weight: 2, arbitrary: some },
      ...(["and", "or"] as const).map((kind) => ({
        weight: 3,
        arbitrary: fc
          .array(tie("node"), { minLength: 2, maxLength: 3 })
          .map((conditions): Condition => ({ kind, span: NOWHERE, conditions })),
      })),
      {
        weight: 2,
        arbitrary: tie("node").map((condition): Condition => ({
          kind: "not",
          span: NOWHERE,
          condition,
        })),
      },
    ),
  })).node;

/** Conditions of every kind that one profile alone decides. */
export const condition = conditionOf(leaf);
