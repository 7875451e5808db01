import { streamKey, uniform } from "../../src/random/stream.ts";
import { UNITS } from "../../src/time/duration.ts";
import type { Instant } from "../../src/time/instant.ts";
import { getZone, timeOfDayAt } from "../../src/time/zone.ts";

/* The bare prototype that the speed of the whole is compared with: browsing sessions by thinning on the wall clock of real
 * zones, with keyed draws and an object for each event, and one rule of a count and an evening in a hand-written loop. No mail,
 * no missions, no feeds, no truth, no second world. It stays as it is: its speed is the unit. */

const WINDOW = 48 * UNITS.h;
/** Sessions a day at the busiest hour, and the weight of each hour of the wall against that. */
const PER_DAY = 0.3;
const HOURS = [
  0.28, 0.18, 0.14, 0.11, 0.11, 0.13, 0.2, 0.31, 0.42, 0.48, 0.53, 0.56, 0.59, 0.59, 0.6, 0.63,
  0.66, 0.7, 0.79, 0.9, 1, 0.94, 0.67, 0.44,
];
const ZONES = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Chatham"].map(getZone);
const KEY = streamKey("bench", "prototype");

interface PageView {
  readonly name: string;
  readonly at: number;
  readonly properties: { readonly session: number; readonly page: number };
}

/** Lives `profiles` people over `[from, to)`, and returns what they did and how often they entered the one segment. */
export function runPrototype(
  profiles: number,
  from: number,
  to: number,
): { readonly events: number; readonly entries: number } {
  let events = 0;
  let entries = 0;
  for (let profile = 0; profile < profiles; profile++) {
    const zone = ZONES[profile % ZONES.length]!;
    let views: PageView[] = [];
    let isIn = false;
    let at = from;
    for (let session = 0; at < to; session++) {
      const draw = (what: number): number => uniform(KEY, profile, session, what);
      at += Math.ceil((-Math.log(draw(0)) * UNITS.d) / PER_DAY);
      if (at >= to || draw(1) >= HOURS[Math.floor(timeOfDayAt(zone, at as Instant) / UNITS.h)]!)
        continue;
      const pages = 1 + Math.floor(-Math.log(draw(2)) * 4);
      events += pages;
      for (let page = 0; page < pages; page++) {
        const when = at + page * 40 * UNITS.s;
        views.push({ name: "Page Viewed", at: when, properties: { session, page } });
        views = views.filter((each) => each.at > when - WINDOW);
        const time = timeOfDayAt(zone, when as Instant);
        const holds = views.length >= 2 && time >= 18 * UNITS.h && time < 21 * UNITS.h;
        if (holds && !isIn) entries += 1;
        isIn = holds;
      }
    }
  }
  return { events, entries };
}
