import type { Decision, Suppression } from "../model/log.ts";
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
  /** Exits, candidates, fires, suppressed by cool-off, suppressed by consent, sends. */
  readonly steps: Tally;
}

/** Entries of a slice. */
export interface EntrySlice {
  readonly name: string;
  readonly entries: number;
}

/** How many entered and left in the stretch, and what policy made of it. */
export interface FlowMeasure {
  readonly entries: Sliced<EntrySlice>;
  readonly exits: number;
  readonly candidates: number;
  readonly fires: number;
  readonly suppressed: Readonly<Record<Suppression, number>>;
  readonly sends: number;
}

/** The places in `FlowTotals.steps`. */
const EXITS = 0;
const CANDIDATES = 1;
const OUTCOMES: Readonly<Record<Decision["outcome"], number>> = {
  fired: 2,
  cool_off: 3,
  consent: 4,
};
const SENDS = 5;

/** Nothing came and went. */
export function emptyFlow(setup: MeasureSetup): FlowTotals {
  return { entries: tally(sliceCount(setup)), steps: tally(SENDS + 1) };
}

/** Adds one profile. */
export function foldFlow(totals: FlowTotals, setup: MeasureSetup, subject: Subject): void {
  const { log, segment } = subject;
  for (const stay of subject.stays) {
    if (isMeasured(setup, stay.to)) totals.steps[EXITS]! += 1;
    if (!isMeasured(setup, stay.from)) continue;
    totals.entries[0]! += 1;
    totals.entries[subject.zone]! += 1;
    totals.entries[deviceSlice(setup, stay.device)]! += 1;
  }
  for (const decision of log.decisions) {
    if (decision.segment !== segment || !isMeasured(setup, decision.at)) continue;
    totals.steps[CANDIDATES]! += 1;
    totals.steps[OUTCOMES[decision.outcome]]! += 1;
  }
  for (const send of log.sends)
    if (send.segment === segment && isMeasured(setup, send.at)) totals.steps[SENDS]! += 1;
}

/** Adds the totals of other profiles. */
export function mergeFlow(into: FlowTotals, from: FlowTotals): void {
  addTally(into.entries, from.entries);
  addTally(into.steps, from.steps);
}

/** Reads the numbers off. */
export function flowOf({ entries, steps }: FlowTotals, setup: MeasureSetup): FlowMeasure {
  return {
    entries: sliced(
      setup,
      (slice, name) => ({ name, entries: entries[slice]! }),
      (slice) => entries[slice] === 0,
    ),
    exits: steps[EXITS]!,
    candidates: steps[CANDIDATES]!,
    fires: steps[OUTCOMES.fired]!,
    suppressed: { cool_off: steps[OUTCOMES.cool_off]!, consent: steps[OUTCOMES.consent]! },
    sends: steps[SENDS]!,
  };
}
