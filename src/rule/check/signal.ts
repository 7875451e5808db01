import type { Aggregate, Condition, Count, Leaf, Look } from "../ast.ts";
import { printWhere } from "../printer.ts";
import { eachLeaf } from "./walk.ts";

/** The distinct things that a condition looks at, in the order in which it names them: a pair of bounds on one count or on
 *  the time is one, all of `location.…` is one, an attribute with its age is one. */
export function signalsOf(condition: Condition): readonly string[] {
  return [...new Set(eachLeaf(condition).flatMap(signalsOfLeaf))];
}

function signalsOfLeaf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case "count":
    case "aggregate":
    case "recency":
      return [signalOfLook(leaf)];
    case "sequence":
      return [signalOfLook(leaf.first), signalOfLook(leaf.second)];
    case "held":
      return signalsOfLeaf(leaf.condition);
    case "device":
    case "consent":
      return [leaf.kind];
    case "place":
      return ["location"];
    case "attribute":
    case "instant":
    case "fresh":
      return [leaf.attribute];
    case "session":
      return [`session ${leaf.field.replaceAll("_", " ")}`];
    case "in_session":
      return ["session"];
    case "in_segment":
    case "segment_change":
      return [`segment ${leaf.segment}`];
    case "local_time":
    case "clock_time":
      return ["local time"];
    case "weekday":
      return ["local day"];
  }
}

function signalOfLook({ metric, where }: Look): string {
  return `${metric.word}${printWhere(where)}`;
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
      return compares(0, condition) === (state === "in");
    case "place":
      // Everyone has a zone, and it depends on the run which.
      if (condition.field === "zone") return condition.test.kind === "present" && state === "in";
      return (condition.test.kind === "missing") === (state === "in");
    case "device":
    case "attribute":
      return (condition.test.kind === "missing") === (state === "in");
    case "aggregate":
      return emptyHolds(condition) === (state === "in");
    case "consent":
      return (condition.state === "unknown") === (state === "in");
    case "in_session":
      return condition.ended === (state === "in");
    case "session":
      return (condition.test.kind === "missing") === (state === "in");
    case "held":
      return canBe(condition.condition, state);
    case "recency":
    case "sequence":
    case "instant":
    case "fresh":
      return state === "out";
    case "in_segment":
    case "segment_change":
    case "local_time":
    case "clock_time":
    case "weekday":
      return true;
  }
}

/** Whether a figure of no events passes; an average, a minimum and a maximum of nothing are missing. */
function emptyHolds(aggregate: Aggregate): boolean {
  const isNumber = aggregate.function === "sum" || aggregate.function === "distinct";
  return isNumber && compares(0, aggregate);
}

function compares(
  found: number,
  { comparator, number }: Pick<Count, "comparator" | "number">,
): boolean {
  switch (comparator) {
    case "=":
      return found === number;
    case "!=":
      return found !== number;
    case "<":
      return found < number;
    case "<=":
      return found <= number;
    case ">":
      return found > number;
    case ">=":
      return found >= number;
  }
}
