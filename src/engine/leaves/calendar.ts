import type { Window } from "../../rule/ast.ts";
import type { Instant } from "../../time/instant.ts";
import { DAY_MS, type Zone, instantOfWall, spanAt, weekdayOf } from "../../time/zone.ts";
import type { Wall } from "../clock.ts";
import type { WindowStart } from "./window-start.ts";

type Calendar = Extract<Window, { readonly kind: "calendar" }>;

/** The days that the longest unit can have. */
const LONGEST = { day: 1, week: 7, month: 31 } as const;

/** `today`, `in last 3 calendar days`: from the midnight on the profile's wall that begins the first of so many days,
 *  weeks or months. Begins anew at each midnight; when clocks change or the profile moves it may also go back. */
export class CalendarStart implements WindowStart {
  from = -Infinity;
  returns = -Infinity;
  readonly forgets = true;
  readonly #calendar: Calendar;
  readonly #wall: Wall;
  #zone: Zone | undefined;
  #until = -Infinity;

  constructor(calendar: Calendar, wall: Wall) {
    this.#calendar = calendar;
    this.#wall = wall;
  }

  update(at: number): void {
    const { zone } = this.#wall;
    if (zone === this.#zone && at < this.#until) return;
    const span = spanAt(zone, at as Instant);
    const offset = zone.offsets[span]!;
    const day = Math.floor((at + offset) / DAY_MS);
    this.#zone = zone;
    this.returns = zone.starts[span + 1] ?? Infinity;
    this.#until = Math.min((day + 1) * DAY_MS - offset, this.returns);
    this.from = instantOfWall(zone, firstDay(this.#calendar, day) * DAY_MS);
  }

  leaves(): number {
    return this.#until;
  }

  /** Two days more than the calendar has, for moves between zones. */
  keepFrom(at: number): number {
    const { unit, number } = this.#calendar;
    return at - (number * LONGEST[unit] + 2) * DAY_MS;
  }

  reset(): void {
    this.#zone = undefined;
  }
}

/** The first day of a window whose last day is given, both as days since 1970-01-01. */
function firstDay({ unit, number }: Calendar, day: number): number {
  switch (unit) {
    case "day":
      return day - (number - 1);
    case "week":
      return day - weekdayOf(day) - 7 * (number - 1);
    case "month": {
      const date = new Date(day * DAY_MS);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (number - 1), 1) / DAY_MS;
    }
  }
}
