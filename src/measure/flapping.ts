import { dayAt, getZone } from "../time/zone.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import type { Subject } from "./subject.ts";
import { type Counts, addCounts, ascending, count } from "./tally.ts";

/** How many member-days had so many entries. */
export type FlappingTotals = Counts;

/** Entries per profile and local day. */
export interface FlappingMeasure {
  /** The most on one day; 0 if nobody entered. */
  readonly max: number;
  readonly days: readonly { readonly entries: number; readonly memberDays: number }[];
}

/** Nobody entered. */
export function emptyFlapping(): FlappingTotals {
  return new Map();
}

/** Adds one profile. Days are those on the wall of its zone. */
export function foldFlapping(totals: FlappingTotals, setup: MeasureSetup, subject: Subject): void {
  if (subject.stays.length === 0) return;
  const zone = getZone(subject.log.zone);
  let day = NaN;
  let entries = 0;
  for (const { from } of subject.stays) {
    if (!isMeasured(setup, from)) continue;
    const today = dayAt(zone, from);
    if (today !== day && entries > 0) count(totals, entries);
    entries = today === day ? entries + 1 : 1;
    day = today;
  }
  if (entries > 0) count(totals, entries);
}

/** Adds the totals of other profiles. */
export function mergeFlapping(into: FlappingTotals, from: FlappingTotals): void {
  addCounts(into, from);
}

/** Reads the numbers off. */
export function flappingOf(totals: FlappingTotals): FlappingMeasure {
  const days = ascending(totals).map(([entries, memberDays]) => ({ entries, memberDays }));
  return { max: days.at(-1)?.entries ?? 0, days };
}
