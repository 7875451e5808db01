import type { Instant } from "../time/instant.ts";
import { after } from "../time/window.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import { type Stay, type Subject, covers } from "./subject.ts";
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
  totals[0]! += judgedOf(subject, setup).length;
  for (const from of missesOf(subject, setup))
    totals[covers(subject.truth?.wanted ?? [], from) ? 2 : 1]! += 1;
}

/** The entries on perfect data that the engine missed. */
export function missesOf(subject: Subject, setup: MeasureSetup): readonly Instant[] {
  return judgedOf(subject, setup).filter((from) => !isCaught(subject.stays, from, setup));
}

function judgedOf({ truth }: Subject, setup: MeasureSetup): readonly Instant[] {
  const entries = (truth?.stays ?? []).map(({ from }) => from);
  return entries.filter(
    (from) => isMeasured(setup, from) && isMeasured(setup, after(from, setup.grace)),
  );
}

/** Whether a membership begins within the grace of a perfect entry, or holds it. */
export function isCaught(stays: readonly Stay[], from: Instant, { grace }: MeasureSetup): boolean {
  const last = after(from, grace);
  return stays.some((stay) => stay.from <= last && from < stay.to);
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
