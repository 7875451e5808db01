import { type Decision, SUPPRESSIONS, type Suppression } from "../model/log.ts";
import { meanCount } from "../stats/count.ts";
import { wilson } from "../stats/proportion.ts";
import type { Instant } from "../time/instant.ts";
import { type ReachMeasure, daysWith, judgedDays } from "./reach.ts";
import { KINDS, kindOf } from "./response.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import { type SizeMeasure, gridOf, stepsIn } from "./size.ts";
import type { Stay, Subject } from "./subject.ts";
import { type Tally, tally } from "./tally.ts";

/** A count of the simulated profiles at the scale of the user's own list, with its interval (95 %). The interval is that of
 *  having simulated so many people and no more; that the list is made of such people is assumed. */
export interface Scaled {
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

/** What a profile may be or do several times, and so is counted profile by profile. */
const ACTS = [
  "mean",
  "mailableMean",
  "reachPerDay",
  "mailableReachPerDay",
  "entries",
  "exits",
  "sends",
  "ghosts",
  "candidates",
  "fires",
  ...KINDS,
] as const;
const COUNTED = [...ACTS, ...SUPPRESSIONS] as const;
type Counted = (typeof COUNTED)[number];

/** For every kind of count the sum over profiles, then the sum of squares. */
export type ScaledTotals = Tally;

/** The members at the peak of a slice, and those of them who could be written to. */
export interface ScaledSize {
  readonly name: string;
  readonly peak: Scaled;
  readonly mailable: Scaled;
}

/** The counts of one segment at the scale of a list. A mean size is that over the stretch; a peak is taken at the instant at
 *  which the simulated people had theirs. */
export interface ScaledMeasure extends Readonly<Record<(typeof ACTS)[number], Scaled>> {
  readonly listSize: number;
  /** All, then zones and devices. */
  readonly sizes: readonly ScaledSize[];
  readonly reach: Scaled;
  readonly mailableReach: Scaled;
  readonly suppressed: Readonly<Record<Suppression, Scaled>>;
}

/** Nobody did anything. */
export function emptyScaled(): ScaledTotals {
  return tally(2 * COUNTED.length);
}

/** Adds one profile. */
export function foldScaled(totals: ScaledTotals, setup: MeasureSetup, subject: Subject): void {
  if (setup.listSize === undefined) return;
  const counts = countsOf(setup, subject);
  for (const [index, kind] of COUNTED.entries()) {
    const count = counts[kind] ?? 0;
    totals[index]! += count;
    totals[COUNTED.length + index]! += count * count;
  }
}

function countsOf(
  setup: MeasureSetup,
  { log, segment, stays, mailable }: Subject,
): Partial<Record<Counted, number>> {
  const isOwn = (each: { readonly at: Instant; readonly segment: number }): boolean =>
    each.segment === segment && isMeasured(setup, each.at);
  const outcomes: Partial<Record<Decision["outcome"], number>> = {};
  for (const { outcome } of log.decisions.filter(isOwn))
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const { fired = 0, ...suppressed } = outcomes;
  const kinds: Partial<Record<(typeof KINDS)[number], number>> = {};
  for (const outcome of (log.truth?.outcomes ?? []).filter(isOwn)) {
    const kind = kindOf(outcome);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  const sends = log.sends.filter(isOwn);
  const ghosts = sends.filter(({ ghost }) => ghost).length;
  const grid = gridOf(setup);
  const judged = judgedDays(setup);
  const days = (of: readonly Stay[]): number =>
    daysWith(setup, of).filter((day) => judged.includes(day)).length;
  return {
    mean: stepsIn(grid, stays),
    mailableMean: stepsIn(grid, mailable),
    reachPerDay: days(stays),
    mailableReachPerDay: days(mailable),
    entries: stays.filter(({ from }) => isMeasured(setup, from)).length,
    exits: stays.filter(({ to }) => isMeasured(setup, to)).length,
    sends: sends.length - ghosts,
    ghosts,
    candidates: Object.values(outcomes).reduce((sum, each) => sum + each, 0),
    fires: fired,
    ...suppressed,
    ...kinds,
  };
}

/** What else is known of the segment: who is counted once, and not act by act. */
export interface Distinct {
  readonly size: SizeMeasure;
  readonly reach: ReachMeasure;
  readonly profiles: number;
}

/** Reads the numbers off: those of distinct profiles with Wilson's interval, those of acts and of stretches with the interval of
 *  a mean count. `undefined` if no list is named, or nobody lived. */
export function scaledOf(
  totals: ScaledTotals,
  setup: MeasureSetup,
  { size, reach, profiles }: Distinct,
): ScaledMeasure | undefined {
  const { listSize } = setup;
  if (listSize === undefined || profiles === 0) return undefined;
  const distinct = (count: number): Scaled => {
    const { low, high } = wilson(count, profiles);
    return { count: (listSize * count) / profiles, low: listSize * low, high: listSize * high };
  };
  const acts = (kind: Counted): Scaled => {
    const index = COUNTED.indexOf(kind);
    const [sum, squares] = [totals[index]!, totals[COUNTED.length + index]!];
    const { mean, low, high } = meanCount({ sum, squares, of: profiles });
    const times = listSize / partsOf(kind, setup);
    return { count: times * mean, low: times * low, high: times * high };
  };
  const each = <K extends Counted>(kinds: readonly K[]): Record<K, Scaled> =>
    Object.fromEntries(kinds.map((kind) => [kind, acts(kind)])) as Record<K, Scaled>;
  return {
    listSize,
    sizes: [size.total, ...size.zones, ...size.devices].map(({ name, peak, mailable }) => ({
      name,
      peak: distinct(peak.members),
      mailable: distinct(mailable.atPeak),
    })),
    reach: distinct(reach.members),
    mailableReach: distinct(reach.mailable.members),
    ...each(ACTS),
    suppressed: each(SUPPRESSIONS),
  };
}

/** What a count is the mean over: the instants of the grid, days, or nothing. */
function partsOf(kind: Counted, setup: MeasureSetup): number {
  if (kind === "mean" || kind === "mailableMean") return Math.max(1, gridOf(setup).length);
  const isPerDay = kind === "reachPerDay" || kind === "mailableReachPerDay";
  return isPerDay ? Math.max(1, judgedDays(setup).length) : 1;
}
