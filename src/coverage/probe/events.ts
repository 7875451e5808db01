import { type Values } from "../../model/event.ts";
import type { Predicate } from "../../model/predicate.ts";
import type { MetricRef, Of, Window } from "../../rule/ast.ts";
import { UNITS } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import {
  DAY_MS,
  type Zone,
  dayAt,
  getZone,
  instantOfWall,
  modulo,
  timeOfDayAt,
  wallAt,
  weekdayOf,
} from "../../time/zone.ts";
import type { Demand, PlacedEvent } from "./sketch.ts";
import type { Scene } from "./stage.ts";
import { propertiesFor } from "./values.ts";

/** What a condition looks at, and the thing that must be the same. */
export interface Looked {
  readonly metric: MetricRef;
  readonly where?: Predicate | undefined;
  readonly of?: Of | undefined;
}

/** An event that still has no moment. */
export type Undated = Omit<PlacedEvent, "ago">;

/** Events that the look counts, each a different way to satisfy its `where`, with more properties perhaps; the plainest
 *  first. */
export function eventsOf(look: Looked, scene: Scene, more: Values = {}): readonly Undated[] {
  const { metric, where, of } = look;
  const { vocabulary } = scene.stage;
  const name = nameOf(metric, scene);
  const bound = of === undefined ? {} : { [of.property]: scene.bound[of.property] ?? null };
  const usual = vocabulary.events[name]?.feed;
  const feed = metric.feed === undefined || metric.feed === usual ? undefined : metric.feed;
  return propertiesFor(metric.only, true, { ...more, ...bound })
    .flatMap((given) => propertiesFor(where, true, given))
    .map((properties) => ({ name, properties, feed }));
}

function nameOf({ events, prefix, feed }: MetricRef, { stage }: Scene): string {
  const [first] = events;
  if (first !== undefined) return first;
  const known = Object.entries(stage.vocabulary.events).filter(([name]) =>
    name.startsWith(prefix ?? ""),
  );
  const own = known.find(([, each]) => feed === undefined || each.feed === feed) ?? known[0];
  return prefix === "" ? stage.neutral : (own?.[0] ?? `${prefix}something`);
}

/** Where events of a look may be put within its window: how long ago the newest of them is, the calmest place first. */
export function placesIn(window: Window, scene: Scene, where?: Predicate): readonly number[] {
  const reach = reachOf(window, scene);
  const usual = [2 * UNITS.h, 30 * UNITS.h, half(reach), UNITS.min, 1, 0, reach];
  const onTime = localPlaces(where, scene);
  const agos = onTime.length > 0 ? onTime : window.kind === "session" ? [IN_SESSION, 0] : usual;
  return agos.filter((ago, index) => 0 <= ago && ago <= reach && agos.indexOf(ago) === index);
}

/** How long ago the newest page of a session was, unless something else is asked. */
export const IN_SESSION = 30 * UNITS.s;

/** Looked back over when all is meant that was ever seen. */
const LONG_AGO = 400 * UNITS.d;

/** How long ago the oldest event may be that still lies in the window. */
export function reachOf(window: Window, { at, zone }: Scene): number {
  switch (window.kind) {
    case "last":
      return window.length - 1;
    case "ever":
    case "since":
      return LONG_AGO;
    case "calendar":
      return at - calendarStart(window, at, window.utc ? getZone("UTC") : zone);
    case "session":
      return 24 * UNITS.h - 1;
  }
}

/** The midnight with which a calendar window begins. */
export function calendarStart(
  { unit, number }: Extract<Window, { readonly kind: "calendar" }>,
  at: Instant,
  zone: Zone,
): Instant {
  const today = dayAt(zone, at);
  switch (unit) {
    case "day":
      return instantOfWall(zone, (today - number + 1) * DAY_MS);
    case "week":
      return instantOfWall(zone, (today - weekdayOf(today) - 7 * (number - 1)) * DAY_MS);
    case "month": {
      const date = new Date(today * DAY_MS);
      const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - number + 1, 1);
      return instantOfWall(zone, first);
    }
  }
}

function half(length: number): number {
  return Math.floor(Math.min(length, LONG_AGO) / 2);
}

/** A look that asks for the local time of its events: the newest moments of the last week at which it is right. */
function localPlaces(where: Predicate | undefined, { at, zone }: Scene): readonly number[] {
  const times = clocksIn(where).map(({ from, to }) => middleOf(from, to));
  const today = dayAt(zone, at);
  const moments = times.flatMap((time) =>
    Array.from({ length: 8 }, (_, back) => instantOfWall(zone, (today - back) * DAY_MS + time)),
  );
  return moments
    .filter((moment) => isOnTime(where, moment, zone) !== false)
    .map((moment) => at - moment);
}

/** When the person must stand for an event so long ago to happen at a time that a look asks for; nothing if it asks for
 *  none. */
export function standingFor(where: Predicate | undefined, ago: number, scene: Scene): Demand {
  const [right] = localPlaces(where, scene);
  if (right === undefined) return {};
  const wall = wallAt(scene.zone, (scene.at - right + ago) as Instant);
  return { day: Math.floor(wall / DAY_MS), time: modulo(wall, DAY_MS) };
}

/** Whether a moment is right, as far as the time alone decides. */
function isOnTime(where: Predicate | undefined, moment: Instant, zone: Zone): boolean | undefined {
  switch (where?.kind) {
    case "local_time": {
      const time = timeOfDayAt(zone, moment);
      const { from, to } = where;
      return from <= to ? from <= time && time < to : from <= time || time < to;
    }
    case "weekday":
      return where.days.includes(weekdayOf(dayAt(zone, moment)));
    case "not": {
      const inner = isOnTime(where.predicate, moment, zone);
      return inner === undefined ? undefined : !inner;
    }
    case "and":
    case "or": {
      const parts = where.predicates.map((each) => isOnTime(each, moment, zone));
      const deciding = where.kind === "or";
      if (parts.includes(deciding)) return deciding;
      return parts.includes(undefined) ? undefined : !deciding;
    }
    case "property":
    case undefined:
      return undefined;
  }
}

/** The stretches of the day and the days of the week that a predicate names. */
function clocksIn(
  where: Predicate | undefined,
): readonly { readonly from: number; readonly to: number }[] {
  switch (where?.kind) {
    case "and":
    case "or":
      return where.predicates.flatMap(clocksIn);
    case "not":
      return clocksIn(where.predicate).flatMap((each) => [each, { from: each.to, to: each.from }]);
    case "local_time":
      return [where];
    case "weekday":
      return [{ from: 0, to: DAY_MS }];
    case "property":
    case undefined:
      return [];
  }
}

/** The middle of a stretch of the day that may go past midnight. */
export function middleOf(from: number, to: number): number {
  const length = modulo(to - from, DAY_MS) || DAY_MS;
  return modulo(from + Math.floor(length / 2), DAY_MS);
}

/** As many events as asked, one behind the other: the newest `newest` ago, none longer ago than the window reaches. */
export function rowOf(
  event: Undated,
  number: number,
  { newest, reach }: { readonly newest: number; readonly reach: number },
): readonly PlacedEvent[] {
  const step = Math.min(UNITS.min, Math.floor((reach - newest) / Math.max(1, number)));
  return Array.from({ length: number }, (_, index) => ({
    ...event,
    ago: newest + index * Math.max(0, step),
  }));
}
