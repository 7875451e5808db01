/** The definition of the language: whole history, obvious, slow. Never optimised. */
import { type Event, PROFILE_UPDATED, type Value, byTime } from "../model/event.ts";
import { present } from "../model/predicate.ts";
import type { History } from "../model/profile.ts";
import type { ConsentIs } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";

/** What is known of a profile at an instant: the events that had arrived and happened, oldest first. */
export interface Known {
  readonly history: History;
  readonly events: readonly Event[];
}

/** The fields of a place that an event may carry. */
export type EventPlaceField = "country" | "region" | "city" | "area";

/** What is known at `at` (language.md, law 13): the events with `arrivedAt <= at` and `at <= at`, the first arrival of
 *  each id, in the order of `(at, sequence)`. */
export function knownAt(history: History, at: Instant): Known {
  const arrivals = history.events
    .filter((event) => event.arrivedAt <= at)
    .toSorted((a, b) => a.arrivedAt - b.arrivedAt);
  const seen = new Set<string | number>();
  const first = arrivals.filter((event) => !seen.has(event.id) && seen.add(event.id));
  return { history, events: first.filter((event) => event.at <= at).toSorted(byTime) };
}

/** What is known now of how things stood at an earlier instant: all but what happened later. */
export function knownUntil(known: Known, at: Instant): Known {
  return { ...known, events: known.events.filter((event) => event.at <= at) };
}

/** The newest session-log event that carries a device. */
export function deviceEvent(known: Known): Event | undefined {
  return known.events.findLast(
    (event) => event.feed === "session-log" && event.device !== undefined,
  );
}

/** The newest event that carries a zone. An email being opened does not move anybody. */
export function zoneEvent(known: Known): Event | undefined {
  return known.events.findLast((event) => event.feed !== "email" && event.zone !== undefined);
}

/** The newest session-log event that carries a field of a place. */
export function placeEvent(known: Known, field: EventPlaceField): Event | undefined {
  return known.events.findLast(
    (event) => event.feed === "session-log" && event.place?.[field] !== undefined,
  );
}

/** The newest event that sets an attribute, to `null` perhaps. */
export function attributeEvent(known: Known, attribute: string): Event | undefined {
  return known.events.findLast(
    (event) => event.name === PROFILE_UPDATED && event.properties[attribute] !== undefined,
  );
}

/** The device of the newest session-log event that carries one, else the one known beforehand. */
export function deviceOf(known: Known): string | undefined {
  return deviceEvent(known)?.device ?? known.history.profile.device;
}

/** The profile's zone: that of the newest event that carries one, else the one known beforehand, else the default. */
export function zoneOf(known: Known): string {
  return zoneEvent(known)?.zone ?? known.history.profile.zone ?? known.history.defaultZone;
}

/** The zone on whose wall an event happened: its own, else the profile's at that instant by all that is known now. */
export function zoneOfEvent(event: Event, known: Known): string {
  return event.zone ?? zoneOf(knownUntil(known, event.at));
}

/** The place where the newest session-log event that carries the field happened, else the attribute of that name. */
export function placeOf(known: Known, field: EventPlaceField): Value | undefined {
  return placeEvent(known, field)?.place?.[field] ?? attributeOf(known, field);
}

/** The newest value of an attribute, `undefined` if it is missing. */
export function attributeOf(known: Known, attribute: string): Value | undefined {
  const event = attributeEvent(known, attribute);
  if (event !== undefined) return present(event.properties[attribute]);
  return present(known.history.profile.attributes?.[attribute]);
}

/** What an event says about consent, if anything (names of the Segment email spec). */
function statementOf(event: Event): boolean | undefined {
  switch (event.name) {
    case "Unsubscribed":
    case "Email Marked as Spam":
      return false;
    case "Subscribed":
      return true;
    case PROFILE_UPDATED: {
      const stated = event.properties["consent"];
      return typeof stated === "boolean" ? stated : undefined;
    }
    default:
      return undefined;
  }
}

/** The newest event that says something about consent. */
export function consentEvent(known: Known): Event | undefined {
  return known.events.findLast((event) => statementOf(event) !== undefined);
}

/** What the newest statement about consent says; failing that, what was known beforehand. */
export function consentOf(known: Known): ConsentIs["state"] {
  const event = consentEvent(known);
  const before = known.history.profile.attributes?.["consent"];
  const stated = event === undefined ? before : statementOf(event);
  if (typeof stated !== "boolean") return "unknown";
  return stated ? "given" : "withdrawn";
}
