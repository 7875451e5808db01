import type { MeasureSetup } from "../setup.ts";
import type { Stay } from "../subject.ts";
import { type Counts, type Tally, addCounts, addTally, count, tally } from "../tally.ts";
import { type Distribution, distributionOf } from "./distribution.ts";

/** Profiles by the segments that reach them: by pair `a * n + b`, in the run and at one instant (the diagonal is whom one
 *  reaches); whom one alone reaches; and by how many reach them, in the run and at most at one instant. */
export interface CompanyTotals {
  readonly reached: Tally;
  readonly together: Tally;
  readonly alone: Tally;
  readonly inRun: Counts;
  readonly atOnce: Counts;
}

/** Two segments, the first before the second in the order of the run. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  /** Profiles that both reach in the run, and those that are in both at some instant. */
  readonly both: number;
  readonly together: number;
  /** `both` as a share of whom either reaches, and of whom each of them does; 0 if there are none. */
  readonly overlap: number;
  readonly ofA: number;
  readonly ofB: number;
}

/** Whom one segment reaches that no other does. */
export interface Alone {
  readonly segment: string;
  readonly reach: number;
  readonly alone: number;
}

/** How much the segments share their people. */
export interface CompanyMeasure {
  /** Profiles that at least one segment reaches, and those that exactly one does. */
  readonly reached: number;
  readonly byOneAlone: number;
  readonly pairs: readonly Pair[];
  readonly alone: readonly Alone[];
  /** How many segments reach a profile, of those that any reaches; and how many hold it at most at one instant. */
  readonly perProfile: Distribution;
  readonly atOnce: Distribution;
  /** exp(H), H being the entropy of the shares that segments have of all reaching (Hill's number of order 1): as many
   *  segments of equal size would be as evenly filled. 0 if nobody is reached. */
  readonly effectiveSegments: number;
}

/** Nobody is in anything. */
export function emptyCompany({ segments: { length } }: MeasureSetup): CompanyTotals {
  return {
    reached: tally(length * length),
    together: tally(length * length),
    alone: tally(length),
    inRun: new Map(),
    atOnce: new Map(),
  };
}

/** Adds one profile: its stays in the stretch, segment by segment. */
export function foldCompany(totals: CompanyTotals, stays: readonly (readonly Stay[])[]): void {
  const segments = stays.flatMap((each, segment) => (each.length > 0 ? [segment] : []));
  if (segments.length === 0) return;
  if (segments.length === 1) totals.alone[segments[0]!]! += 1;
  count(totals.inRun, segments.length);
  count(totals.atOnce, mostAtOnce(stays.flat()));
  for (const a of segments)
    for (const b of segments) {
      totals.reached[a * stays.length + b]! += 1;
      if (meet(stays[a]!, stays[b]!)) totals.together[a * stays.length + b]! += 1;
    }
}

function meet(some: readonly Stay[], others: readonly Stay[]): boolean {
  return some.some((a) => others.some((b) => a.from < b.to && b.from < a.to));
}

/** The most stays that share an instant: it is reached where one of them begins. */
function mostAtOnce(stays: readonly Stay[]): number {
  const at = ({ from }: Stay): number =>
    stays.filter((each) => each.from <= from && from < each.to).length;
  return Math.max(...stays.map(at));
}

/** Adds the totals of other profiles. */
export function mergeCompany(into: CompanyTotals, from: CompanyTotals): void {
  addTally(into.reached, from.reached);
  addTally(into.together, from.together);
  addTally(into.alone, from.alone);
  addCounts(into.inRun, from.inRun);
  addCounts(into.atOnce, from.atOnce);
}

/** Reads the numbers off. */
export function companyOf(totals: CompanyTotals, { segments }: MeasureSetup): CompanyMeasure {
  const { length } = segments;
  const reachOf = (segment: number): number => totals.reached[segment * (length + 1)]!;
  const pairOf = (a: number, b: number): Pair => {
    const both = totals.reached[a * length + b]!;
    const [ofA, ofB] = [reachOf(a), reachOf(b)];
    return {
      a: segments[a]!,
      b: segments[b]!,
      both,
      together: totals.together[a * length + b]!,
      overlap: shareOf(both, ofA + ofB - both),
      ofA: shareOf(both, ofA),
      ofB: shareOf(both, ofB),
    };
  };
  const perProfile = distributionOf(totals.inRun);
  return {
    reached: perProfile.of,
    byOneAlone: totals.inRun.get(1) ?? 0,
    pairs: segments.flatMap((_, a) =>
      segments.slice(a + 1).map((_other, index) => pairOf(a, a + 1 + index)),
    ),
    alone: segments.map((segment, index) => ({
      segment,
      reach: reachOf(index),
      alone: totals.alone[index]!,
    })),
    perProfile,
    atOnce: distributionOf(totals.atOnce),
    effectiveSegments: effectiveNumber(segments.map((_, index) => reachOf(index))),
  };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Hill's number of order 1 (Hill, Ecology 54, 1973). */
function effectiveNumber(sizes: readonly number[]): number {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all === 0) return 0;
  const shares = sizes.filter((size) => size > 0).map((size) => size / all);
  return Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
}
