import { type Description, describe } from "../stats/describe.ts";
import { type Duration, UNITS, duration } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { type MeasureSetup, type Sliced, deviceSlice, sliceCount, sliced } from "./setup.ts";
import { type Stay, type Subject, joined, overlapMs } from "./subject.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** The grid on which sizes are read: every quarter of an hour in UTC, where the hours of all zones fall. */
export const STEP = duration(15 * UNITS.min);

/** How members came and went, by slice: `steps[slice * (length + 1) + i]` is the change at the i-th instant of the grid. */
export interface SizeTotals {
  readonly steps: Tally;
  /** The same of the members who could be written to. */
  readonly mailable: Tally;
  /** Milliseconds of membership in the stretch: all, and those in which the profile wanted what the segment is for. */
  readonly time: Tally;
}

/** Members at one instant. */
export interface Peak {
  readonly members: number;
  readonly at: Instant;
}

/** The size of a segment among the profiles of a slice, on the grid that begins at `first`. */
export interface SizeSlice {
  readonly name: string;
  readonly profiles: number;
  readonly curve: readonly number[];
  /** The first instant of the greatest size. */
  readonly peak: Peak;
  readonly mean: number;
  /** The members who could be written to: at the instant of the peak, and on average. */
  readonly mailable: { readonly atPeak: number; readonly mean: number };
}

/** The size of a segment over the stretch. Times are in milliseconds. */
export interface SizeMeasure extends Sliced<SizeSlice> {
  readonly first: Instant;
  readonly step: Duration;
  readonly memberMs: number;
  readonly wantedMs: number;
}

/** A grid of instants: `first` and every `STEP` after it, `length` in all. */
export interface Grid {
  readonly first: Instant;
  readonly length: number;
}

/** The instants of the grid that lie in the measured stretch. */
export function gridOf({ start, end }: MeasureSetup): Grid {
  const first = Math.ceil(start / STEP);
  return { first: (first * STEP) as Instant, length: Math.max(0, Math.ceil(end / STEP) - first) };
}

/** Nobody, at any time. */
export function emptySize(setup: MeasureSetup): SizeTotals {
  const length = sliceCount(setup) * (gridOf(setup).length + 1);
  return { steps: tally(length), mailable: tally(length), time: tally(2) };
}

/** Adds one profile. */
export function foldSize(totals: SizeTotals, setup: MeasureSetup, subject: Subject): void {
  if (subject.stays.length === 0) return;
  const grid = gridOf(setup);
  const stretch = { from: setup.start, to: setup.end };
  const wanted = joined(subject.truth?.wanted ?? []);
  for (const stay of subject.stays) {
    totals.time[0]! += overlapMs(stay, stretch, stretch);
    for (const span of wanted) totals.time[1]! += overlapMs(stay, span, stretch);
    addSteps(totals.steps, stay, { setup, grid, zone: subject.zone });
  }
  for (const stay of subject.mailable)
    addSteps(totals.mailable, stay, { setup, grid, zone: subject.zone });
}

interface Where {
  readonly setup: MeasureSetup;
  readonly grid: Grid;
  readonly zone: number;
}

function addSteps(steps: Tally, stay: Stay, { setup, grid, zone }: Where): void {
  const from = stepAt(grid, stay.from);
  const to = stepAt(grid, stay.to);
  if (from === to) return;
  for (const slice of [0, zone, deviceSlice(setup, stay.device)]) {
    steps[slice * (grid.length + 1) + from]! += 1;
    steps[slice * (grid.length + 1) + to]! -= 1;
  }
}

/** How many instants of the grid lie in stays that do not overlap. */
export function stepsIn(grid: Grid, stays: readonly Stay[]): number {
  return stays.reduce((sum, { from, to }) => sum + stepAt(grid, to) - stepAt(grid, from), 0);
}

/** Adds the totals of other profiles. */
export function mergeSize(into: SizeTotals, from: SizeTotals): void {
  addTally(into.steps, from.steps);
  addTally(into.mailable, from.mailable);
  addTally(into.time, from.time);
}

/** Reads the sizes off; `profiles[slice]` is how many profiles a slice has. */
export function sizeOf(totals: SizeTotals, setup: MeasureSetup, profiles: Tally): SizeMeasure {
  const grid = gridOf(setup);
  const slice = (index: number, name: string): SizeSlice => {
    const curve = curveOf(totals.steps, grid, index);
    const { mean, max }: Description = describe(curve);
    const step = Math.max(0, curve.indexOf(max));
    const at = (grid.first + step * STEP) as Instant;
    const mailable = curveOf(totals.mailable, grid, index);
    return {
      name,
      profiles: profiles[index]!,
      curve,
      peak: { members: max, at },
      mean,
      mailable: { atPeak: mailable[step] ?? 0, mean: describe(mailable).mean },
    };
  };
  const isEmpty = (index: number): boolean =>
    profiles[index] === 0 && curveOf(totals.steps, grid, index).every((members) => members === 0);
  return {
    ...sliced(setup, slice, isEmpty),
    first: grid.first,
    step: STEP,
    memberMs: totals.time[0]!,
    wantedMs: totals.time[1]!,
  };
}

/** The first step of the grid at or after an instant, at most the one after the last. */
function stepAt(grid: Grid, at: Instant): number {
  return Math.min(grid.length, Math.max(0, Math.ceil((at - grid.first) / STEP)));
}

function curveOf(steps: Tally, grid: Grid, slice: number): readonly number[] {
  const curve = Array.from<number>({ length: grid.length });
  let members = 0;
  for (let step = 0; step < grid.length; step++) {
    members += steps[slice * (grid.length + 1) + step]!;
    curve[step] = members;
  }
  return curve;
}
