import type { Event, Value } from "../model/event.ts";
import { present } from "../model/predicate.ts";
import type { History } from "../model/profile.ts";
import type { ClockTime, Condition, Count, LocalTime, PlaceIs, Some } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import { isWithin } from "../time/window.ts";
import { getZone, timeOfDayAt } from "../time/zone.ts";
import { type Known, attributeOf, deviceOf, knownAt, placeOf, zoneOf } from "./known.ts";
import { passes, satisfies } from "./value.ts";

/** The values that `of the same …` has bound, by property. */
export type Bound = Readonly<Record<string, Value>>;

/** Whether `condition` holds at `at` for the one profile of `history`, read off all that had arrived by then. This is
 *  the definition of the language. */
export function holds(condition: Condition, history: History, at: Instant): boolean {
  return isTrue(condition, knownAt(history, at), at, {});
}

/** The same, over what is already known. */
export function isTrue(condition: Condition, known: Known, at: Instant, bound: Bound): boolean {
  switch (condition.kind) {
    case "and":
      return condition.conditions.every((each) => isTrue(each, known, at, bound));
    case "or":
      return condition.conditions.some((each) => isTrue(each, known, at, bound));
    case "not":
      return !isTrue(condition.condition, known, at, bound);
    case "some":
      return valuesOf(condition, known).some((value) =>
        isTrue(condition.condition, known, at, { ...bound, [condition.property]: value }),
      );
    case "count":
      return isCount(condition, counted(condition, known, at, bound).length);
    case "device":
      return passes(condition.test, deviceOf(known));
    case "place":
      return passes(condition.test, placeFound(condition, known));
    case "attribute":
      return passes(condition.test, attributeOf(known, condition.attribute));
    case "local_time":
      return isLocalTime(condition, timeOfDayAt(getZone(zoneOf(known)), at));
    case "clock_time":
      return isClockTime(condition, timeOfDayAt(getZone(zoneOf(known)), at));
  }
}

/** The values that a binding may take: every text, number or boolean that any known event carries there. */
export function valuesOf(some: Some, known: Known): readonly Value[] {
  const values = known.events.map((event) => present(event.properties[some.property]));
  return [...new Set(values.filter((value) => value !== undefined && typeof value !== "object"))];
}

/** The events that a count counts at `at`, oldest first. */
export function counted(count: Count, known: Known, at: Instant, bound: Bound): readonly Event[] {
  return known.events.filter(
    (event) =>
      count.metric.events.includes(event.name) &&
      satisfies(count.metric.only, event) &&
      satisfies(count.where, event) &&
      (count.of === undefined ||
        event.properties[count.of.property] === bound[count.of.property]) &&
      (count.window === undefined || isWithin(event.at, count.window, at)),
  );
}

function isCount({ comparator, number }: Count, found: number): boolean {
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

/** What `location.…` reads. */
export function placeFound({ field }: PlaceIs, known: Known): Value | undefined {
  return field === "zone" ? zoneOf(known) : placeOf(known, field);
}

function isLocalTime({ from, to }: LocalTime, timeOfDay: number): boolean {
  if (from <= to) return from <= timeOfDay && timeOfDay < to;
  return from <= timeOfDay || timeOfDay < to;
}

function isClockTime({ comparator, time }: ClockTime, timeOfDay: number): boolean {
  switch (comparator) {
    case "<":
      return timeOfDay < time;
    case "<=":
      return timeOfDay <= time;
    case ">":
      return timeOfDay > time;
    case ">=":
      return timeOfDay >= time;
  }
}
