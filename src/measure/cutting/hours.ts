import type { ProfileLog } from "../../model/log.ts";
import { describe } from "../../stats/describe.ts";
import { UNITS } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import { type MeasureSetup, isMeasured } from "../setup.ts";
import type { Stay } from "../subject.ts";
import { type Tally, addTally, tally } from "../tally.ts";

/** Distinct members and messages of every hour in UTC that the stretch touches, `segment * hours + hour`. */
export interface HourTotals {
  readonly members: Tally;
  readonly sends: Tally;
}

/** What the hours of a stretch held. */
export interface PerHour {
  readonly mean: number;
  readonly max: number;
}

/** The hours and days in UTC of one segment, or of all. */
export interface HourMeasure {
  readonly hours: number;
  /** Distinct members an hour, and the share of hours in which there were none. */
  readonly members: PerHour & { readonly empty: number };
  readonly sends: PerHour;
  /** Messages of each day. */
  readonly days: readonly number[];
}

function hoursOf({ start, end }: MeasureSetup): { readonly first: number; readonly count: number } {
  const first = Math.floor(start / UNITS.h);
  return { first, count: Math.max(0, Math.ceil(end / UNITS.h) - first) };
}

/** Nobody, and nothing sent. */
export function emptyHours(setup: MeasureSetup): HourTotals {
  const length = setup.segments.length * hoursOf(setup).count;
  return { members: tally(length), sends: tally(length) };
}

/** Adds one profile: its stays in the stretch, segment by segment, and the messages that it got. */
export function foldHours(
  totals: HourTotals,
  setup: MeasureSetup,
  { log, stays }: { readonly log: ProfileLog; readonly stays: readonly (readonly Stay[])[] },
): void {
  const { first, count } = hoursOf(setup);
  for (const [segment, own] of stays.entries()) {
    let next = 0;
    for (const { from, to } of own) {
      const last = Math.min(count, Math.ceil(to / UNITS.h) - first);
      for (let hour = Math.max(next, Math.floor(from / UNITS.h) - first); hour < last; hour++)
        totals.members[segment * count + hour]! += 1;
      next = Math.max(next, last);
    }
  }
  for (const { at, segment, ghost } of log.sends)
    if (!ghost && isMeasured(setup, at))
      totals.sends[segment * count + Math.floor(at / UNITS.h) - first]! += 1;
}

/** Adds the totals of other profiles. */
export function mergeHours(into: HourTotals, from: HourTotals): void {
  addTally(into.members, from.members);
  addTally(into.sends, from.sends);
}

/** Reads the hours of one segment off. */
export function segmentHours(
  totals: HourTotals,
  setup: MeasureSetup,
  segment: number,
): HourMeasure {
  const { count } = hoursOf(setup);
  const own = (of: Tally): Tally => of.subarray(segment * count, (segment + 1) * count);
  return hourMeasure([...own(totals.members)], [...own(totals.sends)], setup);
}

/** The messages of all segments together, by hour and day. */
export function sendHours(
  totals: HourTotals,
  setup: MeasureSetup,
): Pick<HourMeasure, "sends" | "days"> {
  const { count } = hoursOf(setup);
  const sends = Array.from({ length: count }, (_, hour) =>
    setup.segments.reduce((sum, _name, segment) => sum + totals.sends[segment * count + hour]!, 0),
  );
  return { sends: perHour(sends), days: daysOf(sends, setup) };
}

function hourMeasure(
  members: readonly number[],
  sends: readonly number[],
  setup: MeasureSetup,
): HourMeasure {
  const empty = members.filter((each) => each === 0).length;
  return {
    hours: members.length,
    members: { ...perHour(members), empty: members.length === 0 ? 0 : empty / members.length },
    sends: perHour(sends),
    days: daysOf(sends, setup),
  };
}

function perHour(values: readonly number[]): PerHour {
  const { mean, max } = describe(values);
  return { mean, max };
}

function daysOf(values: readonly number[], { start }: MeasureSetup): readonly number[] {
  const days: number[] = [];
  const firstHour = hourOfDay(start);
  for (const [index, value] of values.entries()) {
    const day = Math.floor((firstHour + index) / 24);
    days[day] = (days[day] ?? 0) + value;
  }
  return days;
}

function hourOfDay(at: Instant): number {
  return Math.floor((at % UNITS.d) / UNITS.h);
}
