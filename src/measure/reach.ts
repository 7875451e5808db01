import { describe } from "../stats/describe.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS } from "../time/zone.ts";
import type { MeasureSetup } from "./setup.ts";
import type { Subject } from "./subject.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** Distinct members: the first place is the whole stretch, the others are its days in UTC. */
export type ReachTotals = Tally;

/** Distinct members of one day in UTC, which begins at `day`. */
export interface DayReach {
  readonly day: Instant;
  readonly members: number;
}

/** Distinct profiles who were members at some instant of the stretch, and of each day. */
export interface ReachMeasure {
  readonly members: number;
  readonly days: readonly DayReach[];
  /** The mean over the days that lie whole in the stretch; over all of them if none does. */
  readonly perDay: number;
}

function daysOf({ start, end }: MeasureSetup): { readonly first: number; readonly count: number } {
  const first = Math.floor(start / DAY_MS);
  return { first, count: Math.max(0, Math.ceil(end / DAY_MS) - first) };
}

/** Nobody was reached. */
export function emptyReach(setup: MeasureSetup): ReachTotals {
  return tally(1 + daysOf(setup).count);
}

/** Adds one profile. */
export function foldReach(totals: ReachTotals, setup: MeasureSetup, { stays }: Subject): void {
  const { first } = daysOf(setup);
  let next = first;
  for (const stay of stays) {
    const from = Math.max(stay.from, setup.start);
    const to = Math.min(stay.to, setup.end);
    if (from >= to) continue;
    if (next === first) totals[0]! += 1;
    const last = Math.ceil(to / DAY_MS) - 1;
    for (let day = Math.max(next, Math.floor(from / DAY_MS)); day <= last; day++)
      totals[1 + day - first]! += 1;
    next = Math.max(next, last + 1);
  }
}

/** Adds the totals of other profiles. */
export function mergeReach(into: ReachTotals, from: ReachTotals): void {
  addTally(into, from);
}

/** Reads the numbers off. */
export function reachOf(totals: ReachTotals, setup: MeasureSetup): ReachMeasure {
  const { first, count } = daysOf(setup);
  const days = Array.from({ length: count }, (_, index) => ({
    day: ((first + index) * DAY_MS) as Instant,
    members: totals[1 + index]!,
  }));
  const whole = days.filter(({ day }) => setup.start <= day && day + DAY_MS <= setup.end);
  const judged = whole.length > 0 ? whole : days;
  return { members: totals[0]!, days, perDay: describe(judged.map((day) => day.members)).mean };
}
