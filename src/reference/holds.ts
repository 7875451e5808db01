import type { Event, Value } from "../model/event.ts";
import { present } from "../model/predicate.ts";
import type { History } from "../model/profile.ts";
import type {
  ClockTime,
  Condition,
  Count,
  FreshIs,
  Held,
  InSegment,
  InstantIs,
  PlaceIs,
  SegmentChange,
  Some,
} from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import { after, before, isWithin } from "../time/window.ts";
import { dayAt, getZone, timeOfDayAt, weekdayOf } from "../time/zone.ts";
import { isFigure } from "./figure.ts";
import {
  type Known,
  attributeEvent,
  attributeOf,
  consentOf,
  deviceOf,
  knownAt,
  knownUntil,
  placeOf,
  zoneOf,
} from "./known.ts";
import { isInRange, lookedAt } from "./look.ts";
import { type Moment, NO_PAST, type Past, changesOf, memberSince } from "./moment.ts";
import { isRecency, sequences } from "./order.ts";
import { sessionAt, sessionFound } from "./session.ts";
import { compares, instantIn, passes } from "./value.ts";
import { inWindow } from "./window.ts";

/** Whether `condition` holds at `at` for the one profile of `history`, read off all that had arrived by then. This is
 *  the definition of the language. What asks for other segments, or looks back since an entry or a send, reads `past`:
 *  without it nobody is or was a member of anything, and such a window is empty. */
export function holds(
  condition: Condition,
  history: History,
  at: Instant,
  past: Past = NO_PAST,
): boolean {
  return isTrue(condition, { at, known: knownAt(history, at), past, bound: {} });
}

/** The same, over what is already known. */
export function isTrue(condition: Condition, moment: Moment): boolean {
  const { known, at } = moment;
  switch (condition.kind) {
    case "and":
      return condition.conditions.every((each) => isTrue(each, moment));
    case "or":
      return condition.conditions.some((each) => isTrue(each, moment));
    case "not":
      return !isTrue(condition.condition, moment);
    case "some":
      return valuesOf(condition, known).some((value) =>
        isTrue(condition.condition, bind(condition, value, moment)),
      );
    case "count":
      return compares(counted(condition, moment).length, condition.comparator, condition.number);
    case "aggregate":
      return isFigure(condition, moment);
    case "recency":
      return isRecency(condition, moment);
    case "sequence":
      return sequences(condition, moment).length > 0;
    case "held":
      return isHeld(condition, moment);
    case "device":
      return passes(condition.test, deviceOf(known));
    case "place":
      return passes(condition.test, placeFound(condition, known));
    case "attribute":
      return passes(condition.test, attributeOf(known, condition.attribute));
    case "instant":
      return isInstant(condition, moment);
    case "fresh":
      return isFresh(condition, moment);
    case "consent":
      return consentOf(known) === condition.state;
    case "session":
      return passes(condition.test, sessionFound(condition, known, at).value);
    case "in_session":
      return (sessionAt(known, condition.gap, at).length === 0) === condition.ended;
    case "in_segment":
      return isInSegment(condition, moment);
    case "segment_change":
      return hasChanged(condition, moment);
    case "local_time":
      return isInRange(condition, timeOfDayAt(getZone(zoneOf(known)), at));
    case "clock_time":
      return isClockTime(condition, moment);
    case "weekday":
      return condition.days.includes(weekdayOf(dayAt(getZone(zoneOf(known)), at)));
  }
}

/** The values that a binding may take: every text, number or boolean that any known event carries there. */
export function valuesOf(some: Some, known: Known): readonly Value[] {
  const values = known.events.map((event) => present(event.properties[some.property]));
  return [...new Set(values.filter((value) => value !== undefined && typeof value !== "object"))];
}

/** The same moment, with a value for what `of the same …` names. */
export function bind(some: Some, value: Value, moment: Moment): Moment {
  return { ...moment, bound: { ...moment.bound, [some.property]: value } };
}

/** The events that a count counts, oldest first. */
export function counted(count: Count, moment: Moment): readonly Event[] {
  const { of, window } = count;
  const events = inWindow(lookedAt(count, moment.known), window, moment);
  if (of === undefined) return events;
  return events.filter((event) => event.properties[of.property] === moment.bound[of.property]);
}

/** What `location.…` reads. */
export function placeFound({ field }: PlaceIs, known: Known): Value | undefined {
  return field === "zone" ? zoneOf(known) : placeOf(known, field);
}

/** A state can turn only where an event happened: if it passes at the beginning and at every event since, it has passed
 *  all through. */
function isHeld({ condition, length }: Held, moment: Moment): boolean {
  const { at, known } = moment;
  const since = known.events.map((event) => event.at).filter((each) => isWithin(each, length, at));
  return [before(at, length), ...since].every((each) =>
    isTrue(condition, { ...moment, at: each, known: knownUntil(known, each) }),
  );
}

function isInstant({ attribute, relation, length }: InstantIs, { known, at }: Moment): boolean {
  const found = instantIn(attributeOf(known, attribute));
  if (found === undefined) return false;
  switch (relation) {
    case "within_last":
      return before(at, length) < found && found <= at;
    case "before_last":
      return found <= before(at, length);
    case "within_next":
      return at < found && found <= after(at, length);
    case "after_next":
      return after(at, length) < found;
  }
}

/** The newest word on the attribute is recent, and does not take it away. */
function isFresh({ attribute, length }: FreshIs, { known, at }: Moment): boolean {
  const event = attributeEvent(known, attribute);
  if (event === undefined || event.properties[attribute] === null) return false;
  return isWithin(event.at, length, at);
}

function isInSegment(condition: InSegment, moment: Moment): boolean {
  const since = memberSince(condition.segment, moment);
  return since !== undefined && since + (condition.for ?? 0) <= moment.at;
}

function hasChanged({ segment, change, length }: SegmentChange, moment: Moment): boolean {
  return changesOf(segment, moment).some(
    ({ at, entered }) => entered === (change === "entered") && isWithin(at, length, moment.at),
  );
}

function isClockTime({ comparator, time }: ClockTime, { known, at }: Moment): boolean {
  return compares(timeOfDayAt(getZone(zoneOf(known)), at), comparator, time);
}
