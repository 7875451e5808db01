import { describe } from "../stats/describe.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS } from "../time/zone.ts";
import type { MeasureSetup } from "./setup.ts";
import type { Stay, Subject } from "./subject.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** Distinct profiles: the first place is the whole stretch, the others are its days in UTC. */
export interface ReachTotals {
  readonly members: Tally;
  /** Those who could be written to while they were members. */
  readonly mailable: Tally;
}

/** Distinct members of one day in UTC, which begins at `day`. */
export interface DayReach {
  readonly day: Instant;
  readonly members: number;
}

/** Distinct profiles. */
export interface Reached {
  /** Over the whole stretch. */
  readonly members: number;
  /** The mean over the days that lie whole in the stretch; over all of them if none does. */
  readonly perDay: number;
}

/** Distinct profiles who were members at some instant of the stretch, and of each day; `mailable` are those of them who could
 *  be written to at such an instant. */
export interface ReachMeasure extends Reached {
  readonly days: readonly DayReach[];
  readonly mailable: Reached;
}

function daysOf({ start, end }: MeasureSetup): { readonly first: number; readonly count: number } {
  const first = Math.floor(start / DAY_MS);
  return { first, count: Math.max(0, Math.ceil(end / DAY_MS) - first) };
}

/** The days over which the mean is taken, as numbers from the first of the stretch on. */
export function judgedDays(setup: MeasureSetup): readonly number[] {
  const { first, count } = daysOf(setup);
  const all = Array.from({ length: count }, (_, index) => index);
  const whole = all.filter(
    (index) => setup.start <= (first + index) * DAY_MS && (first + index + 1) * DAY_MS <= setup.end,
  );
  return whole.length > 0 ? whole : all;
}

/** The days of the stretch on which one of the stays was, each once, as numbers from the first on. */
export function daysWith(setup: MeasureSetup, stays: readonly Stay[]): readonly number[] {
  const { first } = daysOf(setup);
  const days: number[] = [];
  for (const stay of stays) {
    const from = Math.max(stay.from, setup.start);
    const to = Math.min(stay.to, setup.end);
    if (from >= to) continue;
    const last = Math.ceil(to / DAY_MS) - 1 - first;
    const next = (days.at(-1) ?? -1) + 1;
    for (let day = Math.max(next, Math.floor(from / DAY_MS) - first); day <= last; day++)
      days.push(day);
  }
  return days;
}

/** Nobody was reached. */
export function emptyReach(setup: MeasureSetup): ReachTotals {
  const length = 1 + daysOf(setup).count;
  return { members: tally(length), mailable: tally(length) };
}

/** Adds one profile. */
export function foldReach(
  totals: ReachTotals,
  setup: MeasureSetup,
  { stays, mailable }: Subject,
): void {
  addDays(totals.members, daysWith(setup, stays));
  addDays(totals.mailable, daysWith(setup, mailable));
}

function addDays(totals: Tally, days: readonly number[]): void {
  if (days.length > 0) totals[0]! += 1;
  for (const day of days) totals[1 + day]! += 1;
}

/** Adds the totals of other profiles. */
export function mergeReach(into: ReachTotals, from: ReachTotals): void {
  addTally(into.members, from.members);
  addTally(into.mailable, from.mailable);
}

/** Reads the numbers off. */
export function reachOf({ members, mailable }: ReachTotals, setup: MeasureSetup): ReachMeasure {
  const { first, count } = daysOf(setup);
  const days = Array.from({ length: count }, (_, index) => ({
    day: ((first + index) * DAY_MS) as Instant,
    members: members[1 + index]!,
  }));
  return { ...reachedOf(members, setup), days, mailable: reachedOf(mailable, setup) };
}

function reachedOf(totals: Tally, setup: MeasureSetup): Reached {
  const perDay = describe(judgedDays(setup).map((day) => totals[1 + day]!)).mean;
  return { members: totals[0]!, perDay };
}
