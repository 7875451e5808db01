import type { Condition, Segment, Window } from "../rule/ast.ts";
import { membershipCondition } from "../rule/membership.ts";
import { UNITS } from "../time/duration.ts";

/** The longest stretch, in milliseconds, that any rule looks back over; 0 if none does. What reaches back for ever, or to
 *  what the run itself did, does not count. */
export function longestWindow(segments: readonly Segment[]): number {
  const stale = segments.map(({ staleAfter }) => staleAfter ?? 0);
  return Math.max(0, ...stale, ...segments.flatMap(conditionsOf).map(lookBack));
}

/** All that a rule asks: who is in, until when, who goes first, and what keeps a follow-up from being sent. */
function conditionsOf(segment: Segment): readonly Condition[] {
  const { until, relax, followUps = [] } = segment;
  return [
    membershipCondition(segment),
    ...(relax === undefined ? [] : [relax.when]),
    ...(until === undefined ? [] : [until]),
    ...followUps.flatMap(({ unless }) => unless ?? []),
  ];
}

function lookBack(condition: Condition): number {
  switch (condition.kind) {
    case "and":
    case "or":
      return Math.max(0, ...condition.conditions.map(lookBack));
    case "not":
    case "some":
      return lookBack(condition.condition);
    case "count":
    case "aggregate":
      return lengthOf(condition.window);
    case "sequence":
      return lengthOf(condition.window) + condition.within;
    case "recency":
    case "held":
    case "fresh":
    case "segment_change":
      return condition.length;
    case "in_segment":
      return condition.for ?? 0;
    case "session":
    case "in_session":
      return SESSION;
    case "device":
    case "place":
    case "attribute":
    case "instant":
    case "consent":
    case "local_time":
    case "clock_time":
    case "weekday":
      return 0;
  }
}

/** A session is looked for among the events of a day. */
const SESSION = 24 * UNITS.h;

/** The longest that a day, a week and a month can be, the hour that clocks may add included. */
const LONGEST = { day: UNITS.d, week: 7 * UNITS.d, month: 31 * UNITS.d } as const;

function lengthOf(window: Window): number {
  switch (window.kind) {
    case "last":
      return window.length;
    case "calendar":
      return window.number * LONGEST[window.unit] + UNITS.h;
    case "session":
      return SESSION;
    case "ever":
    case "since":
      return 0;
  }
}
