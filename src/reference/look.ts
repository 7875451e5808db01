import type { Event } from "../model/event.ts";
import type { Predicate } from "../model/predicate.ts";
import type { Look, MetricRef } from "../rule/ast.ts";
import { dayAt, getZone, timeOfDayAt, weekdayOf } from "../time/zone.ts";
import { type Known, zoneOfEvent } from "./known.ts";
import { passes } from "./value.ts";

/** The events that a rule looks at, oldest first: those of the metric that satisfy the filter. */
export function lookedAt({ metric, where }: Look, known: Known): readonly Event[] {
  return known.events.filter(
    (event) => isOf(metric, event, known) && satisfies(where, event, known),
  );
}

/** Whether an event is one of the metric's. */
export function isOf(metric: MetricRef, event: Event, known: Known): boolean {
  const isNamed =
    metric.events.includes(event.name) ||
    (metric.prefix !== undefined && event.name.startsWith(metric.prefix));
  const isOfFeed = metric.feed === undefined || event.feed === metric.feed;
  return isNamed && isOfFeed && satisfies(metric.only, event, known);
}

/** Whether an event satisfies a filter: by its properties, and by the wall clock where it happened. */
function satisfies(predicate: Predicate | undefined, event: Event, known: Known): boolean {
  if (predicate === undefined) return true;
  switch (predicate.kind) {
    case "property":
      return passes(predicate.test, event.properties[predicate.property]);
    case "and":
      return predicate.predicates.every((each) => satisfies(each, event, known));
    case "or":
      return predicate.predicates.some((each) => satisfies(each, event, known));
    case "not":
      return !satisfies(predicate.predicate, event, known);
    case "local_time":
      return isInRange(predicate, timeOfDayAt(getZone(zoneOfEvent(event, known)), event.at));
    case "weekday": {
      const day = dayAt(getZone(zoneOfEvent(event, known)), event.at);
      return predicate.days.includes(weekdayOf(day));
    }
  }
}

/** Whether a reading of the wall lies in `[from, to)`; a range with `from > to` wraps past midnight. */
export function isInRange(
  { from, to }: { readonly from: number; readonly to: number },
  timeOfDay: number,
): boolean {
  if (from <= to) return from <= timeOfDay && timeOfDay < to;
  return from <= timeOfDay || timeOfDay < to;
}
