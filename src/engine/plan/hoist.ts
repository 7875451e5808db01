import type { Condition } from "../../rule/ast.ts";

export { hoist } from "../../rule/hoist.ts";

/** Whether a condition is made of nothing but counts of the bound value in elapsed time, so that it turns for a value only
 *  with an event of that value, or when its own time comes. */
export function isOfValueAlone(condition: Condition, property: string): boolean {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.every((each) => isOfValueAlone(each, property));
    case "not":
      return isOfValueAlone(condition.condition, property);
    case "count": {
      const { of, window } = condition;
      return of?.property === property && (window.kind === "last" || window.kind === "ever");
    }
    default:
      return false;
  }
}
