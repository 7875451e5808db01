import {
  type CauseFates,
  type FateTotals,
  type Fates,
  causesOf,
  countFate,
  emptyFates,
  fatesOf,
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
  /** Candidates that yielded, by the segment that fired instead. */
  readonly yielded: Tally;
}

/** Entries of a slice. */
export interface EntrySlice {
  readonly name: string;
  readonly entries: number;
}

/** How many entered and left in the stretch, and what policy made of it. */
export interface FlowMeasure extends Fates {
  readonly entries: Sliced<EntrySlice>;
  readonly exits: number;
  /** Messages that went out, and ghosts of messages that a holdout kept back. */
  readonly sends: number;
  readonly ghosts: number;
  /** The causes for which there was a candidate. */
  readonly causes: readonly CauseFates[];
  /** The segments to which candidates yielded, for `priority`. */
  readonly yieldedTo: readonly { readonly segment: string; readonly candidates: number }[];
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
    fates: emptyFates(),
    yielded: tally(setup.segments.length),
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
    if (decision.by !== undefined) totals.yielded[decision.by]! += 1;
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
  addTally(into.fates, from.fates);
  addTally(into.yielded, from.yielded);
}

/** Reads the numbers off. */
export function flowOf(totals: FlowTotals, setup: MeasureSetup): FlowMeasure {
  const { entries, steps, fates, yielded } = totals;
  const yieldedTo = setup.segments.map((segment, index) => ({
    segment,
    candidates: yielded[index]!,
  }));
  return {
    entries: sliced(
      setup,
      (slice, name) => ({ name, entries: entries[slice]! }),
      (slice) => entries[slice] === 0,
    ),
    exits: steps[EXITS]!,
    ...fatesOf(fates),
    sends: steps[SENDS]!,
    ghosts: steps[GHOSTS]!,
    causes: causesOf(fates),
    yieldedTo: yieldedTo.filter(({ candidates }) => candidates > 0),
  };
}
