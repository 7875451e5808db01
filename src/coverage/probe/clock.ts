import type { Leaf } from "../../rule/ast.ts";
import { formatTime } from "../../rule/grammar/clock.ts";
import { UNITS } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import { DAY_MS, getZone, instantOfWall, modulo, offsetAt, wallAt } from "../../time/zone.ts";
import type { Demand } from "./sketch.ts";
import { type Bound, MONDAY, type Side } from "./stage.ts";

/** A wall that reads differently from most, on any day or on that one. */
export interface Clock {
  readonly zone: string;
  readonly day?: number | undefined;
  readonly title: string;
}

/** Offsets that are no whole hours. */
const ODD: readonly Clock[] = [
  { zone: "Asia/Kathmandu", title: "5h45min ahead of UTC" },
  { zone: "Australia/Lord_Howe", title: "11h ahead in summer, 10h30min in winter" },
  { zone: "Pacific/Chatham", title: "13h45min ahead in summer" },
];

/** Days on which clocks change (time-zone data 2026; platforms.md, section 9, lists the instants). */
const CHANGING: readonly Clock[] = [
  { zone: "Europe/Berlin", day: dayOf(2026, 3, 29), title: "the hour from 02:00 is skipped" },
  { zone: "Europe/Berlin", day: dayOf(2026, 10, 25), title: "the hour from 02:00 comes twice" },
  { zone: "America/New_York", day: dayOf(2026, 3, 8), title: "the hour from 02:00 is skipped" },
  { zone: "America/New_York", day: dayOf(2026, 11, 1), title: "the hour from 01:00 comes twice" },
  {
    zone: "Australia/Lord_Howe",
    day: dayOf(2026, 4, 5),
    title: "the half hour from 01:30 comes twice",
  },
  { zone: "Pacific/Chatham", day: dayOf(2026, 9, 27), title: "the hour from 02:45 is skipped" },
];

function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The walls on which a condition on the local time is looked at besides the usual one. */
export const WALLS: readonly Clock[] = [...ODD, ...CHANGING];

/** The walls on which a stretch of elapsed time is looked at: those that change within it. */
export function wallsWithin(length: number): readonly Clock[] {
  return length < DAY_MS ? [] : [CHANGING[0]!, CHANGING[3]!];
}

/** The times of day at which a condition or a clause turns. */
export function timesOf(leaf: Leaf): readonly number[] {
  switch (leaf.kind) {
    case "local_time":
      return [leaf.from, leaf.to];
    case "clock_time":
      return [leaf.time];
    default:
      return [];
  }
}

/** How long a condition looks back in elapsed time, where that is a bound; else 0. */
export function elapsedOf(leaf: Leaf): number {
  switch (leaf.kind) {
    case "count":
    case "aggregate":
    case "sequence":
      return leaf.window.kind === "last" ? leaf.window.length : 0;
    case "recency":
    case "held":
    case "fresh":
    case "instant":
      return leaf.length;
    default:
      return 0;
  }
}

/** A time of day on a wall: a millisecond before it is shown, at it and after it, as often as it is shown on that day; one
 *  that is skipped, around the skip. Where the wall names no day, it is the usual one. */
export function boundsOnWall(
  time: number,
  { zone, day, title }: Clock,
  usual = MONDAY + 2,
): readonly Bound[] {
  const moments = showings(zone, (day ?? usual) * DAY_MS + time);
  return moments.map((at, index): Bound => {
    const again = index === 0 ? "" : ", the second time";
    return {
      text: `at ${formatTime(time)}${again} in ${zone}, ${title}`,
      sides: [-1, 0, 1].map((step): Side => sideAt((at + step) as Instant, { zone, again })),
    };
  });
}

function sideAt(
  instant: Instant,
  { zone, again }: { readonly zone: string; readonly again: string },
): Side {
  const reading = formatTime(modulo(wallAt(getZone(zone), instant), DAY_MS));
  const demand: Demand = { zone, instant };
  return { label: `at ${reading} in ${zone}${again}`, demand };
}

/** The instants at which a wall shows a reading; where it never does, the first after it. */
function showings(name: string, wall: number): readonly Instant[] {
  const zone = getZone(name);
  const first = instantOfWall(zone, wall);
  // A reading that comes again does so with the offset that holds a day later.
  const later = (wall - offsetAt(zone, (first + UNITS.d) as Instant)) as Instant;
  const isAgain = later > first && wallAt(zone, later) === wall;
  return isAgain ? [first, later] : [first];
}
