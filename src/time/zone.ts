import type { Temporal as Polyfill } from "temporal-polyfill";
import { UNITS } from "./duration.ts";
import type { Instant } from "./instant.ts";

/** Node 26 brings Temporal; older ones load the polyfill, which costs start-up and is therefore asked for late. */
const temporal =
  (globalThis as { Temporal?: typeof Polyfill }).Temporal ??
  (await import("temporal-polyfill")).Temporal;

/** The clock of a time zone: its changes of UTC offset, found once and searched ever after. `starts[i]` is the instant
 *  from which `offsets[i]` (milliseconds east of UTC) holds; `starts[0]` is before every instant. */
export interface Zone {
  readonly name: string;
  readonly starts: Float64Array;
  readonly offsets: Float64Array;
}

/** The length of a day on the wall, in milliseconds, on which clocks do not change. */
export const DAY_MS = UNITS.d;

const FIRST = Date.UTC(1989, 0, 1);
const LAST = Date.UTC(2081, 0, 1);
const zones = new Map<string, Zone | undefined>();

/** The zone of an IANA name (`Europe/Berlin`, any case), or `undefined` if there is none. Fixed offsets are no names. */
export function findZone(name: string): Zone | undefined {
  if (!zones.has(name)) zones.set(name, readZone(name));
  return zones.get(name);
}

/** The zone of a name that is known to be one. Throws otherwise: that is our bug. */
export function getZone(name: string): Zone {
  const zone = findZone(name);
  if (zone === undefined) throw new Error(`unreachable: no zone ${name}`);
  return zone;
}

/** New names that Intl lists under the old ones alone (IANA, file backward). */
const RENAMED = [
  "America/Nuuk",
  "Asia/Ho_Chi_Minh",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Yangon",
  "Atlantic/Faroe",
  "Europe/Kyiv",
];

/** The IANA names that the runtime knows, for suggestions. */
export function zoneNames(): readonly string[] {
  return ["UTC", ...RENAMED, ...Intl.supportedValuesOf("timeZone")];
}

function readZone(name: string): Zone | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  const starts = [-Infinity];
  const offsets: number[] = [];
  let canonical = name;
  try {
    let moment = temporal.Instant.fromEpochMilliseconds(FIRST).toZonedDateTimeISO(name);
    canonical = moment.timeZoneId;
    offsets.push(moment.offsetNanoseconds / 1e6);
    for (;;) {
      const next = moment.getTimeZoneTransition("next");
      if (next === null || next.epochMilliseconds > LAST) break;
      starts.push(next.epochMilliseconds);
      offsets.push(next.offsetNanoseconds / 1e6);
      moment = next;
    }
  } catch {
    return undefined; // Temporal throws a RangeError for names that it does not know.
  }
  return {
    name: canonical,
    starts: Float64Array.from(starts),
    offsets: Float64Array.from(offsets),
  };
}

/** The index of the offset that holds at `at`, for `starts` and `offsets`. */
export function spanAt(zone: Zone, at: Instant): number {
  const starts = zone.starts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Milliseconds east of UTC at `at`. */
export function offsetAt(zone: Zone, at: Instant): number {
  return zone.offsets[spanAt(zone, at)]!;
}

/** The reading of the wall clock at `at`, as the milliseconds that UTC would have at that reading. */
export function wallAt(zone: Zone, at: Instant): number {
  return at + offsetAt(zone, at);
}

/** Milliseconds since midnight on the wall clock at `at`, from 0 to 86 399 999. */
export function timeOfDayAt(zone: Zone, at: Instant): number {
  return modulo(wallAt(zone, at), DAY_MS);
}

/** The day on the wall at `at`, as whole days since 1970-01-01. */
export function dayAt(zone: Zone, at: Instant): number {
  return Math.floor(wallAt(zone, at) / DAY_MS);
}

/** The day of the week of a day number: 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: number): number {
  return modulo(day + 3, 7);
}

/** The instant at which the wall shows `wall`. A reading that clocks skip resolves to the first instant after the gap;
 *  one that they repeat, to its first occurrence. */
export function instantOfWall(zone: Zone, wall: number): Instant {
  const { starts, offsets } = zone;
  for (let index = spanAt(zone, (wall - 2 * DAY_MS) as Instant); index < starts.length; index++) {
    const at = wall - offsets[index]!;
    const end = starts[index + 1] ?? Infinity;
    if (at < end) return Math.max(at, starts[index]!) as Instant;
  }
  throw new Error("unreachable: the last offset holds for ever");
}

/** `value` modulo `size`, never negative. */
export function modulo(value: number, size: number): number {
  const rest = value % size;
  return rest < 0 ? rest + size : rest + 0; // + 0: never -0
}
