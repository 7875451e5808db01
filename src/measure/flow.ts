import {
  type FateTotals,
  type FatesApart,
  countFate,
  emptyFates,
  fatesOf,
  mergeFates,
} from "./fates.ts";
import {
  type MeasureSetup,
  type Sliced,
  deviceSlice,
  isMeasured,
  sliceCount,
  sliced,
} from "./setup.ts";
import type { Subject } from "./subject.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** What came of entries, and how many there were by slice. */
export interface FlowTotals {
  /** Entries by slice. */
  readonly entries: Tally;
  /** Exits, sends, ghost sends. */
  readonly steps: Tally;
  readonly fates: FateTotals;
}

/** Entries of a slice. */
export interface EntrySlice {
  readonly name: string;
  readonly entries: number;
}

/** How many entered and left in the stretch, and what policy made of it. */
export interface FlowMeasure extends FatesApart {
  readonly entries: Sliced<EntrySlice>;
  readonly exits: number;
  /** Messages that went out, and ghosts of messages that a holdout kept back. */
  readonly sends: number;
  readonly ghosts: number;
}

/** The places in `FlowTotals.steps`. */
const EXITS = 0;
const SENDS = 1;
const GHOSTS = 2;

/** Nothing came and went. */
export function emptyFlow(setup: MeasureSetup): FlowTotals {
  return {
    entries: tally(sliceCount(setup)),
    steps: tally(3),
    fates: emptyFates(setup.segments.length),
  };
}

/** Adds one profile. */
export function foldFlow(totals: FlowTotals, setup: MeasureSetup, subject: Subject): void {
  const { log, segment, stays } = subject;
  for (const stay of stays) {
    if (isMeasured(setup, stay.to)) totals.steps[EXITS]! += 1;
    if (!isMeasured(setup, stay.from)) continue;
    totals.entries[0]! += 1;
    totals.entries[subject.zone]! += 1;
    totals.entries[deviceSlice(setup, stay.device)]! += 1;
  }
  for (const decision of log.decisions) {
    if (decision.segment !== segment || !isMeasured(setup, decision.at)) continue;
    countFate(totals.fates, decision);
  }
  for (const send of log.sends) {
    if (send.segment !== segment || !isMeasured(setup, send.at)) continue;
    totals.steps[send.ghost ? GHOSTS : SENDS]! += 1;
  }
}

/** Adds the totals of other profiles. */
export function mergeFlow(into: FlowTotals, from: FlowTotals): void {
  addTally(into.entries, from.entries);
  addTally(into.steps, from.steps);
  mergeFates(into.fates, from.fates);
}

/** Reads the numbers off. */
export function flowOf({ entries, steps, fates }: FlowTotals, setup: MeasureSetup): FlowMeasure {
  return {
    entries: sliced(
      setup,
      (slice, name) => ({ name, entries: entries[slice]! }),
      (slice) => entries[slice] === 0,
    ),
    exits: steps[EXITS]!,
    ...fatesOf(fates, setup.segments),
    sends: steps[SENDS]!,
    ghosts: steps[GHOSTS]!,
  };
}
