import { after } from "../time/window.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import { type Subject, covers } from "./subject.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** Perfect entries; those that the engine missed and nobody wanted; those that it missed and somebody did. */
export type MissedTotals = Tally;

/** Entries on perfect data that the engine did not make within the grace. */
export interface MissedMeasure {
  readonly perfectEntries: number;
  /** Missed, and the person did not want it: averted by a fault. */
  readonly averted: number;
  /** Missed, and the person wanted it. */
  readonly stalenessFalseNegatives: number;
}

/** Nothing was missed. */
export function emptyMissed(): MissedTotals {
  return tally(3);
}

/** Adds one profile. An entry whose grace is not over when the stretch ends is not judged. */
export function foldMissed(totals: MissedTotals, setup: MeasureSetup, subject: Subject): void {
  const { truth, stays } = subject;
  for (const { from } of truth?.stays ?? []) {
    const last = after(from, setup.grace);
    if (!isMeasured(setup, from) || !isMeasured(setup, last)) continue;
    totals[0]! += 1;
    if (stays.some((stay) => stay.from <= last && from < stay.to)) continue;
    totals[covers(truth?.wanted ?? [], from) ? 2 : 1]! += 1;
  }
}

/** Adds the totals of other profiles. */
export function mergeMissed(into: MissedTotals, from: MissedTotals): void {
  addTally(into, from);
}

/** Reads the numbers off. */
export function missedOf(totals: MissedTotals): MissedMeasure {
  return {
    perfectEntries: totals[0]!,
    averted: totals[1]!,
    stalenessFalseNegatives: totals[2]!,
  };
}
