import type { Instant } from "../../src/time/instant.ts";
import { getZone, timeOfDayAt } from "../../src/time/zone.ts";
import { type Columns, DEVICES, ZONES } from "./events.ts";

const HOUR = 3_600_000;

/** What the article's rule asks of a profile right after an event arrived, worked out beforehand by plain loops: engines
 *  that know no windows and no clocks are given this. */
export interface Facts {
  readonly device: string;
  readonly time: number;
  readonly cartViews48h: number;
  readonly opens72h: number;
}

/** The facts after each event, in the order of the columns. */
export function factsOf(columns: Columns): readonly Facts[] {
  const all: Facts[] = [];
  for (let profile = 0; profile < columns.profiles; profile++) {
    const zone = getZone(ZONES[columns.zones[profile]!]!);
    const first = columns.firsts[profile]!;
    for (let last = first; last < columns.firsts[profile + 1]!; last++) {
      const now = columns.arrivedAt[last]! as Instant;
      all.push({ ...countsOf(columns, first, last), time: timeOfDayAt(zone, now) });
    }
  }
  return all;
}

function countsOf(columns: Columns, first: number, last: number): Omit<Facts, "time"> {
  const now = columns.arrivedAt[last]!;
  let device = "";
  let deviceAt = -Infinity;
  let cartViews48h = 0;
  let opens72h = 0;
  for (let index = first; index <= last; index++) {
    const at = columns.at[index]!;
    const code = columns.device[index]!;
    if (code !== 255 && at >= deviceAt) {
      device = DEVICES[code]!;
      deviceAt = at;
    }
    if (columns.name[index] === 2 && at > now - 48 * HOUR) cartViews48h += 1;
    if (columns.name[index] === 3 && at > now - 72 * HOUR) opens72h += 1;
  }
  return { device, cartViews48h, opens72h };
}
