import type { Span } from "../../text/span.ts";
import type { Condition, Leaf } from "../ast.ts";
import type { RuleErrorCode } from "../error.ts";

/** Something worth saying about a place in a rule. */
export interface Remark {
  readonly code: RuleErrorCode;
  readonly message: string;
  readonly span: Span;
  readonly note?: string;
}

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

/** The conditions that must hold together, for every `and` of a rule; one that stands alone is a list of one. */
export function eachAnd(condition: Condition): readonly (readonly Condition[])[] {
  if (isLeaf(condition)) return [[condition]];
  if (condition.kind !== "and") return partsOf(condition).flatMap(eachAnd);
  const joined = condition.conditions.filter((each) => !isLeaf(each));
  return [condition.conditions, ...joined.flatMap(eachAnd)];
}
