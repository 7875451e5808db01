/** The definition of the language: whole history, obvious, slow. Never optimised. */
import { type Event, PROFILE_UPDATED, byTime } from "../model/event.ts";
import type { History } from "../model/profile.ts";
import { present } from "../model/predicate.ts";
import type { Value } from "../model/event.ts";
import type { Instant } from "../time/instant.ts";

/** What is known of a profile at an instant: the events that had arrived and happened, oldest first. */
export interface Known {
  readonly history: History;
  readonly events: readonly Event[];
}

/** What is known at `at` (language.md, law 13): the events with `arrivedAt <= at` and `at <= at`, the first arrival of
 *  each id, in the order of `(at, sequence)`. */
export function knownAt(history: History, at: Instant): Known {
  const arrivals = history.events
    .filter((event) => event.arrivedAt <= at)
    .toSorted((a, b) => a.arrivedAt - b.arrivedAt);
  const first = arrivals.filter(
    (event, index) => arrivals.findIndex((other) => other.id === event.id) === index,
  );
  return { history, events: first.filter((event) => event.at <= at).toSorted(byTime) };
}

/** The newest known event for which `carries` is true. */
function newest(known: Known, carries: (event: Event) => boolean): Event | undefined {
  return known.events.findLast(carries);
}

/** The device of the newest session-log event that carries one, else the one known beforehand. */
export function deviceOf(known: Known): string | undefined {
  const event = newest(known, (each) => each.feed === "session-log" && each.device !== undefined);
  return event?.device ?? known.history.profile.device;
}

/** The profile's zone: that of the newest event that carries one, else the one known beforehand, else the default. An
 *  email being opened does not move anybody. */
export function zoneOf(known: Known): string {
  const event = newest(known, (each) => each.feed !== "email" && each.zone !== undefined);
  return event?.zone ?? known.history.profile.zone ?? known.history.defaultZone;
}

/** The place where the newest session-log event that carries the field happened, else the attribute of that name. */
export function placeOf(
  known: Known,
  field: "country" | "region" | "city" | "area",
): Value | undefined {
  const event = newest(
    known,
    (each) => each.feed === "session-log" && each.place?.[field] !== undefined,
  );
  return event?.place?.[field] ?? attributeOf(known, field);
}

/** The newest value of an attribute, `undefined` if it is missing. */
export function attributeOf(known: Known, attribute: string): Value | undefined {
  const event = newest(
    known,
    (each) => each.name === PROFILE_UPDATED && each.properties[attribute] !== undefined,
  );
  if (event !== undefined) return present(event.properties[attribute]);
  return present(known.history.profile.attributes?.[attribute]);
}
