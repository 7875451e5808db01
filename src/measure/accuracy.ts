import { type NotEstimable, type Rate, rateOf } from "../stats/proportion.ts";
import type { Instant } from "../time/instant.ts";
import {
  type MeasureSetup,
  type Sliced,
  deviceSlice,
  isMeasured,
  sliceCount,
  sliced,
} from "./setup.ts";
import { type Stay, type Subject, type Truth, covers } from "./subject.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** What the engine's "in" was worth, by F (perfect data says in too) and T (the person wanted it). */
export const OUTCOMES = [
  "staleness_false_positive",
  "lucky_positive",
  "intent_false_positive",
  "true_positive",
] as const;

/** One of the four names of an "in". */
export type Outcome = (typeof OUTCOMES)[number];

/** Points by slice and outcome, `slice * 4 + 2 F + T`: every entry, the first entry of each profile, every send
 *  that was no ghost. */
export interface AccuracyTotals {
  readonly entries: Tally;
  readonly firstEntries: Tally;
  readonly sends: Tally;
}

/** The points of a slice. INVARIANT: the four counts add up to `of`, and true and lucky ones are `precision.count`. */
export interface AccuracySlice {
  readonly name: string;
  readonly of: number;
  readonly truePositives: number;
  readonly luckyPositives: number;
  readonly intentFalsePositives: number;
  readonly stalenessFalsePositives: number;
  readonly precision: Rate;
  readonly intentFalsePositiveShare: Rate;
  readonly stalenessFalsePositiveShare: Rate;
}

/** How right the engine was where it said in. */
export interface AccuracyMeasure {
  readonly status: "estimated";
  readonly entries: Sliced<AccuracySlice>;
  /** Each profile judged once, at its first entry: what verdicts look at. */
  readonly firstEntries: Sliced<AccuracySlice>;
  readonly sends: Sliced<AccuracySlice>;
}

/** Accuracy, or why there is none. */
export type Accuracy = AccuracyMeasure | NotEstimable;

/** No points. */
export function emptyAccuracy(setup: MeasureSetup): AccuracyTotals {
  const cells = (): Tally => tally(sliceCount(setup) * OUTCOMES.length);
  return { entries: cells(), firstEntries: cells(), sends: cells() };
}

/** The name of the engine's "in" at an instant. */
export function outcomeAt(truth: Truth, at: Instant): Outcome {
  return OUTCOMES[cellAt(truth, at)]!;
}

/** The place of an "in" among the four outcomes, `2 F + T`. */
export function cellAt({ stays, wanted }: Truth, at: Instant): number {
  return (covers(stays, at) ? 2 : 0) + (covers(wanted, at) ? 1 : 0);
}

/** Adds one profile; one without truth adds nothing. */
export function foldAccuracy(totals: AccuracyTotals, setup: MeasureSetup, subject: Subject): void {
  const { truth, stays, log } = subject;
  if (truth === undefined || stays.length === 0) return;
  let isFirst = true;
  for (const stay of stays) {
    if (!isMeasured(setup, stay.from)) continue;
    const slices = slicesOf(setup, subject, stay);
    add(totals.entries, slices, cellAt(truth, stay.from));
    if (isFirst) add(totals.firstEntries, slices, cellAt(truth, stay.from));
    isFirst = false;
  }
  for (const { at, segment, ghost } of log.sends) {
    if (segment !== subject.segment || ghost || !isMeasured(setup, at)) continue;
    const stay = stays.findLast((each) => each.from <= at);
    add(totals.sends, slicesOf(setup, subject, stay), cellAt(truth, at));
  }
}

function slicesOf(
  setup: MeasureSetup,
  { zone }: Subject,
  stay: Stay | undefined,
): readonly number[] {
  return [0, zone, deviceSlice(setup, stay?.device)];
}

function add(cells: Tally, slices: readonly number[], cell: number): void {
  for (const slice of slices) cells[slice * OUTCOMES.length + cell]! += 1;
}

/** Adds the totals of other profiles. */
export function mergeAccuracy(into: AccuracyTotals, from: AccuracyTotals): void {
  addTally(into.entries, from.entries);
  addTally(into.firstEntries, from.firstEntries);
  addTally(into.sends, from.sends);
}

/** Reads the rates off. */
export function accuracyOf(totals: AccuracyTotals, setup: MeasureSetup): AccuracyMeasure {
  const table = (cells: Tally, what: string): Sliced<AccuracySlice> =>
    sliced(
      setup,
      (slice, name) => sliceOf(cells.subarray(slice * 4, slice * 4 + 4), name, what),
      (slice) => cells.subarray(slice * 4, slice * 4 + 4).every((points) => points === 0),
    );
  return {
    status: "estimated",
    entries: table(totals.entries, "entries"),
    firstEntries: table(totals.firstEntries, "profiles that entered"),
    sends: table(totals.sends, "sends"),
  };
}

/** The rates of four counts, by outcome. */
export function sliceOf(cells: ArrayLike<number>, name: string, what: string): AccuracySlice {
  const [staleness = 0, lucky = 0, intent = 0, right = 0] = Array.from(cells);
  const of = staleness + lucky + intent + right;
  return {
    name,
    of,
    truePositives: right,
    luckyPositives: lucky,
    intentFalsePositives: intent,
    stalenessFalsePositives: staleness,
    precision: rateOf(right + lucky, of, what),
    intentFalsePositiveShare: rateOf(intent, of, what),
    stalenessFalsePositiveShare: rateOf(staleness, of, what),
  };
}
