import type { Span } from "../../text/span.ts";
import type { Condition } from "../ast.ts";
import type { RuleErrorCode } from "../error.ts";

/** Something worth saying about a place in a rule. */
export interface Remark {
  readonly code: RuleErrorCode;
  readonly message: string;
  readonly span: Span;
  readonly note?: string;
}

/** The conditions below one, itself included, that have none below them; in the order of the text. */
export function eachLeaf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.flatMap(eachLeaf);
    case "not":
    case "some":
      return eachLeaf(condition.condition);
    case "count":
    case "device":
    case "place":
    case "attribute":
    case "local_time":
    case "clock_time":
      return [condition];
  }
}

/** The conditions that must hold together, for every `and` of a rule; one that stands alone is a list of one. */
export function eachAnd(condition: Condition): readonly (readonly Condition[])[] {
  switch (condition.kind) {
    case "and":
      return [condition.conditions, ...condition.conditions.flatMap(belowLeaf)];
    case "or":
      return condition.conditions.flatMap(eachAnd);
    case "not":
    case "some":
      return eachAnd(condition.condition);
    case "count":
    case "device":
    case "place":
    case "attribute":
    case "local_time":
    case "clock_time":
      return [[condition]];
  }
}

function belowLeaf(condition: Condition): readonly (readonly Condition[])[] {
  const isJoined = ["and", "or", "not", "some"].includes(condition.kind);
  return isJoined ? eachAnd(condition) : [];
}
