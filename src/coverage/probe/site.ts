import type { Values } from "../../model/event.ts";
import type { Condition, Leaf, Segment } from "../../rule/ast.ts";
import { membershipCondition } from "../../rule/membership.ts";
import { type Goal, goal } from "./goal.ts";

/** A condition within a rule, and what must be so around it for it to decide who is in. */
export interface Site {
  readonly leaf: Leaf;
  readonly goals: readonly Goal[];
  readonly bound: Values;
  /** Where it stands, if not in `when`: `until`. */
  readonly clause?: "until" | undefined;
}

/** Every condition that decides who is in a segment at an instant: those of its `when`, widened by `relax`, within what it
 *  refines, and those that end it. */
export function sitesOf(segment: Segment): readonly Site[] {
  const { until } = segment;
  const when = membershipCondition(segment);
  const inside = sitesIn(when, {
    goals: until === undefined ? [] : [goal(until, false)],
    bound: {},
  });
  if (until === undefined) return inside;
  const ending = sitesIn(until, { goals: [goal(when, true)], bound: {} });
  return [...inside, ...ending.map((site) => ({ ...site, clause: "until" as const }))];
}

type Around = Pick<Site, "goals" | "bound">;

/** The conditions below one. Within an `and` the others must hold, within an `or` none of them may, so that one condition decides. */
export function sitesIn(condition: Condition, around: Around): readonly Site[] {
  const { goals, bound } = around;
  switch (condition.kind) {
    case "and":
    case "or": {
      const { kind, conditions } = condition;
      return conditions.flatMap((each, index) => {
        const others = conditions
          .filter((_, place) => place !== index)
          .map((other): Goal => ({ ...goal(other, kind === "and"), bound }));
        return sitesIn(each, { bound, goals: [...others, ...goals] });
      });
    }
    case "not":
      return sitesIn(condition.condition, around);
    case "some": {
      const one = { ...bound, [condition.property]: `one ${condition.thing}` };
      return sitesIn(condition.condition, { goals, bound: one });
    }
    default:
      return [{ leaf: condition, goals, bound }];
  }
}
