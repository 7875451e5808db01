import type { Event } from "../model/event.ts";
import type { Window } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import { isWithin } from "../time/window.ts";
import { DAY_MS, dayAt, getZone, instantOfWall, weekdayOf } from "../time/zone.ts";
import { zoneOf } from "./known.ts";
import type { Moment } from "./moment.ts";
import { sessionAt } from "./session.ts";

/** Those of the events that lie in the window at a moment. */
export function inWindow(
  events: readonly Event[],
  window: Window,
  moment: Moment,
): readonly Event[] {
  const { at, known, past } = moment;
  switch (window.kind) {
    case "last":
      return events.filter((event) => isWithin(event.at, window.length, at));
    case "ever":
      return events;
    case "calendar": {
      const start = calendarStart(window, moment);
      return events.filter((event) => start <= event.at);
    }
    case "session": {
      const session = sessionAt(known, window.gap, at);
      return events.filter((event) => session.includes(event));
    }
    case "since": {
      const { anchor } = past;
      return anchor === undefined ? [] : events.filter((event) => anchor < event.at);
    }
  }
}

type Calendar = Extract<Window, { readonly kind: "calendar" }>;

/** The midnight with which a calendar window begins, on the wall of the profile's zone or of UTC. */
export function calendarStart(window: Calendar, { at, known }: Moment): Instant {
  const zone = getZone(window.utc ? "UTC" : zoneOf(known));
  return instantOfWall(zone, firstDay(window, dayAt(zone, at)) * DAY_MS);
}

/** The first day of the window, as `today` is one: whole days since 1970-01-01. */
function firstDay({ unit, number }: Calendar, today: number): number {
  switch (unit) {
    case "day":
      return today - (number - 1);
    case "week":
      return today - weekdayOf(today) - 7 * (number - 1);
    case "month": {
      const date = new Date(today * DAY_MS);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (number - 1), 1) / DAY_MS;
    }
  }
}
