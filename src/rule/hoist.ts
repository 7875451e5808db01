import type { And, Condition, Some } from "./ast.ts";

/** A binding whose condition was parted: what must hold whatever the value, and what must hold for one value. */
export interface Hoisted {
  readonly free: readonly Condition[];
  readonly some: Some;
}

/** Takes out of a binding what does not depend on the value: `there is an x such that A and B(x)` is `A and there is an x
 *  such that B(x)`. */
export function hoist(some: Some): Hoisted {
  const { condition, property } = some;
  if (condition.kind !== "and") return { free: [], some };
  const bound = condition.conditions.filter((each) => dependsOn(each, property));
  const free = condition.conditions.filter((each) => !dependsOn(each, property));
  const rest: And = { ...condition, conditions: bound };
  return { free, some: { ...some, condition: rest } };
}

/** Whether a condition looks at the value that is bound for a property. */
function dependsOn(condition: Condition, property: string): boolean {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.some((each) => dependsOn(each, property));
    case "not":
      return dependsOn(condition.condition, property);
    case "some":
      return condition.property !== property && dependsOn(condition.condition, property);
    case "count":
      return condition.of?.property === property;
    default:
      return false;
  }
}
