import { UNITS } from "../../time/duration.ts";
import type { Condition, Count, Window } from "../ast.ts";
import { compares } from "./comparison.ts";

/** Whether a condition, once it holds, may well hold for longer than a day if nothing more happens. */
export function isLasting(condition: Condition): boolean {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.every(isLasting);
    case "not":
      return true;
    case "some":
      return isLasting(condition.condition);
    case "count":
      return isAbsence(condition) || isLong(condition.window);
    case "aggregate":
    case "sequence":
      return isLong(condition.window);
    case "recency":
      return condition.relation === "before" || isOverADay(condition.length);
    case "instant":
      return condition.relation === "before_last" || isOverADay(condition.length);
    case "fresh":
    case "segment_change":
      return isOverADay(condition.length);
    case "session":
      return condition.test.kind === "missing";
    case "in_session":
      return condition.ended;
    case "held":
    case "device":
    case "place":
    case "attribute":
    case "consent":
    case "in_segment":
      return true;
    case "local_time":
    case "clock_time":
      return false;
    case "weekday":
      return condition.days.length > 1;
  }
}

function isAbsence({ comparator, number }: Count): boolean {
  return compares(0, comparator, number);
}

function isLong(window: Window): boolean {
  switch (window.kind) {
    case "last":
      return isOverADay(window.length);
    case "ever":
      return true;
    case "calendar":
      return window.unit !== "day" || window.number > 1;
    case "session":
    case "since":
      return false;
  }
}

function isOverADay(length: number): boolean {
  return length > UNITS.d;
}
