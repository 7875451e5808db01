import { type Decision, SUPPRESSIONS, type Suppression } from "../model/log.ts";
import { meanCount } from "../stats/count.ts";
import { wilson } from "../stats/proportion.ts";
import type { Instant } from "../time/instant.ts";
import { OUTCOMES, type Outcome, outcomeAt } from "./accuracy.ts";
import { type ReachMeasure, daysWith, judgedDays } from "./reach.ts";
import { type Fate, missionsOf } from "./recall.ts";
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
const MISSIONS = ["missions", "matchedMissions"] as const;
const COUNTED = [...ACTS, ...SUPPRESSIONS, ...OUTCOMES, ...MISSIONS] as const;
type Counted = (typeof COUNTED)[number];

/** For every kind of count the sum over profiles, then the sum of squares. */
export type ScaledTotals = Tally;

/** The members at the peak of a slice, and those of them who could be written to. */
export interface ScaledSize {
  readonly name: string;
  readonly peak: Scaled;
  readonly mailable: Scaled;
}

/** The counts that rest on what people truly wanted: entries by what they were worth, and target missions. */
export interface ScaledTruth extends Readonly<Record<(typeof MISSIONS)[number], Scaled>> {
  readonly entries: Readonly<Record<Outcome, Scaled>>;
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
  /** Absent if what people wanted is unknown. */
  readonly truth?: ScaledTruth | undefined;
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

function countsOf(setup: MeasureSetup, subject: Subject): Partial<Record<Counted, number>> {
  const { log, segment, stays, mailable } = subject;
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
    ...truthsOf(setup, subject),
  };
}

const MATCHED: ReadonlySet<Fate> = new Set(["sent", "suppressed", "held"]);

function truthsOf(setup: MeasureSetup, subject: Subject): Partial<Record<Counted, number>> {
  const { truth, stays } = subject;
  if (truth === undefined) return {};
  const entries = stays.filter(({ from }) => isMeasured(setup, from));
  const missions = missionsOf(setup, subject).filter(({ fate }) => fate !== "unfinished");
  const worth = OUTCOMES.map((outcome) => {
    const of = entries.filter(({ from }) => outcomeAt(truth, from) === outcome);
    return [outcome, of.length] as const;
  });
  return {
    ...Object.fromEntries(worth),
    missions: missions.length,
    matchedMissions: missions.filter(({ fate }) => MATCHED.has(fate)).length,
  };
}

/** What else is known of the segment: who is counted once, and not act by act. */
export interface Distinct {
  readonly size: SizeMeasure;
  readonly reach: ReachMeasure;
  readonly profiles: number;
  /** Whether what people wanted is known. */
  readonly hasTruth: boolean;
}

/** Reads the numbers off: those of distinct profiles with Wilson's interval, those of acts and of stretches with the interval of
 *  a mean count. `undefined` if no list is named, or nobody lived. */
export function scaledOf(
  totals: ScaledTotals,
  setup: MeasureSetup,
  { size, reach, profiles, hasTruth }: Distinct,
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
    return scaledActs({ sum, squares, of: profiles }, listSize / partsOf(kind, setup));
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
    truth: hasTruth ? { ...each(MISSIONS), entries: each(OUTCOMES) } : undefined,
  };
}

/** What profiles did, perhaps several times each, on a list that has `times` people. */
export function scaledActs(acts: Parameters<typeof meanCount>[0], times: number): Scaled {
  const { mean, low, high } = meanCount(acts);
  return { count: times * mean, low: times * low, high: times * high };
}

/** What a count is the mean over: the instants of the grid, days, or nothing. */
function partsOf(kind: Counted, setup: MeasureSetup): number {
  if (kind === "mean" || kind === "mailableMean") return Math.max(1, gridOf(setup).length);
  const isPerDay = kind === "reachPerDay" || kind === "mailableReachPerDay";
  return isPerDay ? Math.max(1, judgedDays(setup).length) : 1;
}
