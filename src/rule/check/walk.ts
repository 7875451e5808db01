import type { Condition, Leaf } from "../ast.ts";

/** The conditions directly below one. */
export function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions;
    case "not":
    case "some":
      return [condition.condition];
    default:
      return [];
  }
}

/** The conditions below one, itself included, that have none below them; in the order of the text. */
export function eachLeaf(condition: Condition): readonly Leaf[] {
  return isLeaf(condition) ? [condition] : partsOf(condition).flatMap(eachLeaf);
}

/** Whether a condition has none below it. */
export function isLeaf(condition: Condition): condition is Leaf {
  return !["and", "or", "not", "some"].includes(condition.kind);
}

/** The conditions that a condition joins with `and`; one that joins nothing is alone. */
export function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === "and" ? condition.conditions.flatMap(conjuncts) : [condition];
}
