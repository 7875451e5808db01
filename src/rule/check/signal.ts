import type { Condition, Count } from "../ast.ts";
import { printWhere } from "../printer.ts";
import { eachLeaf } from "./walk.ts";

/** The distinct things that a condition looks at, in the order in which it names them: a pair of bounds on one count or on
 *  the time is one, all of `location.…` is one. */
export function signalsOf(condition: Condition): readonly string[] {
  return [...new Set(eachLeaf(condition).map(signalOf))];
}

function signalOf(leaf: Condition): string {
  switch (leaf.kind) {
    case "count":
      return `${leaf.metric.word}${printWhere(leaf.where)}`;
    case "device":
      return "device";
    case "place":
      return "location";
    case "attribute":
      return leaf.attribute;
    case "local_time":
    case "clock_time":
      return "local time";
    case "and":
    case "or":
    case "not":
    case "some":
      throw new Error(`unreachable: ${leaf.kind} is no leaf`);
  }
}

/** Whether a profile of which nothing is known is a member, at some time of the day. */
export function isPureNegation(condition: Condition): boolean {
  return canBe(condition, "in");
}

/** Whether the condition can be so for a profile without events, device, place and attributes. */
function canBe(condition: Condition, state: "in" | "out"): boolean {
  const other = state === "in" ? "out" : "in";
  switch (condition.kind) {
    case "and":
    case "or": {
      const needsAll = (condition.kind === "and") === (state === "in");
      const { conditions } = condition;
      return needsAll
        ? conditions.every((each) => canBe(each, state))
        : conditions.some((each) => canBe(each, state));
    }
    case "not":
      return canBe(condition.condition, other);
    case "some":
      return state === "out"; // There is no product among no events.
    case "count":
      return zeroHolds(condition) === (state === "in");
    case "place":
      // Everyone has a zone, and it depends on the run which.
      if (condition.field === "zone") return condition.test.kind === "present" && state === "in";
      return (condition.test.kind === "missing") === (state === "in");
    case "device":
    case "attribute":
      return (condition.test.kind === "missing") === (state === "in");
    case "local_time":
    case "clock_time":
      return true;
  }
}

function zeroHolds({ comparator, number }: Count): boolean {
  switch (comparator) {
    case "=":
    case ">=":
      return number === 0;
    case "<=":
      return true;
    case "!=":
    case "<":
      return number > 0;
    case ">":
      return false;
  }
}
