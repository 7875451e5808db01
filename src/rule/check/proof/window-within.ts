import { UNITS } from "../../../time/duration.ts";
import type { Window } from "../../ast.ts";

type Calendar = Extract<Window, { readonly kind: "calendar" }>;

/** The days from the first of a unit to its last. */
const MOST_DAYS = { day: 1, week: 7, month: 31 };
const FEWEST_DAYS = { day: 1, week: 7, month: 28 };

/** By how much a stretch on the wall may differ from elapsed time: the zones' offsets lie in -12h..+14h. */
const CLOCK_CHANGES = 26 * UNITS.h;

/** The session at hand lies in `(at - 24h, at]`. */
const LONGEST_SESSION = UNITS.d;

/** Whether whatever lies in one window at an instant also lies in the other. */
export function isWindowWithin(inner: Window, outer: Window): boolean {
  if (outer.kind === "ever") return true;
  switch (inner.kind) {
    case "ever":
      return false;
    case "last":
      return inner.length <= shortest(outer);
    case "calendar":
      return outer.kind === "calendar" && outer.utc === inner.utc
        ? isCalendarWithin(inner, outer)
        : longest(inner) <= shortest(outer);
    case "session":
      if (outer.kind === "session") return inner.gap <= outer.gap;
      return LONGEST_SESSION <= shortest(outer);
    case "since":
      return outer.kind === "since" && outer.anchor === inner.anchor;
  }
}

/** The elapsed time that a window surely covers. */
export function shortest(window: Window): number {
  switch (window.kind) {
    case "ever":
      return Infinity;
    case "last":
      return window.length;
    case "calendar":
      return Math.max(0, daysBefore(window) * UNITS.d - CLOCK_CHANGES);
    case "session":
    case "since":
      return 0;
  }
}

function longest({ unit, number }: Calendar): number {
  return number * MOST_DAYS[unit] * UNITS.d + CLOCK_CHANGES;
}

/** How many days before today a window begins at least. */
function daysBefore({ unit, number }: Calendar): number {
  return (number - 1) * FEWEST_DAYS[unit];
}

function isCalendarWithin(inner: Calendar, outer: Calendar): boolean {
  if (inner.unit === outer.unit) return inner.number <= outer.number;
  return inner.number * MOST_DAYS[inner.unit] - 1 <= daysBefore(outer);
}
