import { getZone } from "../../src/time/zone.ts";
import { type Columns, START, ZONES } from "./events.ts";

// What somebody in a hurry would write by hand for this one rule, and nothing else: no tree, no objects, local variables.
//   device = mobile and local time 18:00..21:00 and cart_views >= 2 in last 48h and no opens in last 72h, cool off 72h

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Fires, and a checksum over when and for whom they happened. */
export interface Fires {
  fires: number;
  checksum: number;
}

/** Runs the rule over all profiles. */
export function handLoop(columns: Columns): Fires {
  const { firsts, at: times, arrivedAt, name, device } = columns;
  let fires = 0;
  let checksum = 0;
  for (let profile = 0; profile < columns.profiles; profile++) {
    const zone = getZone(ZONES[columns.zones[profile]!]!);
    const { starts, offsets } = zone;
    let span = 0;
    let newestCart = -Infinity;
    let secondCart = -Infinity;
    let newestOpen = -Infinity;
    let mobile = false;
    let deviceAt = -Infinity;
    let member = false;
    let lastFire = -Infinity;
    let wake = START;
    const end = firsts[profile + 1]!;
    for (let index = firsts[profile]!; index <= end; index++) {
      const arrival = index === end ? START + 45 * DAY : arrivedAt[index]!;
      while (wake < arrival) {
        const now = wake;
        let holds = false;
        wake = Infinity;
        if (mobile && secondCart + 48 * HOUR > now) {
          while (span + 1 < starts.length && starts[span + 1]! <= now) span += 1;
          const time = (now + offsets[span]!) % DAY;
          const evening = time >= 18 * HOUR && time < 21 * HOUR;
          const turn = evening
            ? now + 21 * HOUR - time
            : now + (time < 18 * HOUR ? 18 * HOUR - time : 42 * HOUR - time);
          const change = span + 1 < starts.length ? starts[span + 1]! : Infinity;
          const clock = turn < change ? turn : change;
          const open = newestOpen + 72 * HOUR;
          if (open > now) wake = evening ? open : open > clock ? open : clock;
          else if (!evening) wake = clock;
          else {
            holds = true;
            const gone = secondCart + 48 * HOUR;
            wake = gone < clock ? gone : clock;
          }
        }
        if (holds && !member && now >= lastFire + 72 * HOUR) {
          lastFire = now;
          fires += 1;
          checksum = (checksum * 31 + now + profile) % 1_000_000_007;
        }
        member = holds;
      }
      if (index === end) break;
      const at = times[index]!;
      const what = name[index]!;
      const on = device[index]!;
      if (on !== 255 && at >= deviceAt) {
        deviceAt = at;
        mobile = on === 0;
        wake = arrival;
      }
      if (what === 2) {
        if (at > newestCart) {
          secondCart = newestCart;
          newestCart = at;
        } else if (at > secondCart) secondCart = at;
        wake = arrival;
      } else if (what === 3) {
        if (at > newestOpen) newestOpen = at;
        wake = arrival;
      }
    }
  }
  return { fires, checksum };
}
