import type { DayRange, LocalTime, Segment } from "../../rule/ast.ts";
import { membershipCondition } from "../../rule/membership.ts";
import { type Goal, goal } from "./goal.ts";

/** What must be so for a candidate to arise and pass: membership, an open gate, no quiet hours, no withdrawn consent. */
export function sendGoals(segment: Segment): readonly Goal[] {
  const { gate, quietHours } = segment;
  return [
    ...memberGoals(segment),
    ...(gate === undefined ? [] : [goal(localTime(gate), true)]),
    ...(quietHours === undefined ? [] : [goal(localTime(quietHours), false)]),
    unwithdrawn(segment),
  ];
}

/** What must be so for somebody to be a member. */
export function memberGoals(segment: Segment): readonly Goal[] {
  const { until } = segment;
  const when = goal(membershipCondition(segment), true);
  return until === undefined ? [when] : [when, goal(until, false)];
}

/** Nobody who has withdrawn consent is sent anything. */
export function unwithdrawn({ span }: Segment): Goal {
  return goal({ kind: "consent", span, state: "withdrawn" }, false);
}

/** A stretch of the day that policy looks at, as a condition. */
export function localTime({ span, from, to }: DayRange): LocalTime {
  return { kind: "local_time", span, from, to };
}

/** The goals, so long ago, whatever is so now. */
export function ago(goals: readonly Goal[], since: number): readonly Goal[] {
  return goals.map((each) => ({ ...each, since, isPast: true }));
}
