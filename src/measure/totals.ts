import type { ProfileLog } from "../model/log.ts";
import { type AccuracyTotals, emptyAccuracy, foldAccuracy, mergeAccuracy } from "./accuracy.ts";
import { type CuttingTotals, emptyCutting, foldCutting, mergeCutting } from "./cutting/totals.ts";
import { type BlameTotals, emptyBlame, foldBlame, mergeBlame } from "./blame.ts";
import {
  type BreakdownTotals,
  emptyBreakdown,
  foldBreakdown,
  mergeBreakdown,
} from "./breakdown.ts";
import { type ExampleTotals, emptyExamples, foldExamples, mergeExamples } from "./example.ts";
import { type FlappingTotals, emptyFlapping, foldFlapping, mergeFlapping } from "./flapping.ts";
import { type FlowTotals, emptyFlow, foldFlow, mergeFlow } from "./flow.ts";
import {
  type FreshnessTotals,
  emptyFreshness,
  foldFreshness,
  mergeFreshness,
} from "./freshness.ts";
import { type LatencyTotals, emptyLatency, foldLatency, mergeLatency } from "./latency.ts";
import { type MissedTotals, emptyMissed, foldMissed, mergeMissed } from "./missed.ts";
import { type RaceTotals, emptyRace, foldRace, mergeRace } from "./race.ts";
import { type ReachTotals, emptyReach, foldReach, mergeReach } from "./reach.ts";
import { type RecallTotals, emptyRecall, foldRecall, mergeRecall } from "./recall.ts";
import { type ResponseTotals, emptyResponse, foldResponse, mergeResponse } from "./response.ts";
import { type ScaledTotals, emptyScaled, foldScaled } from "./scaled.ts";
import { type MeasureSetup, deviceSlice, sliceCount, zoneSlice } from "./setup.ts";
import { type SizeTotals, emptySize, foldSize, mergeSize } from "./size.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { type Tally, addTally, tally } from "./tally.ts";
import { type WorthTotals, emptyWorth, foldWorth, mergeWorth } from "./worth.ts";

/** All that is added up about one segment. */
export interface SegmentTotals {
  readonly size: SizeTotals;
  readonly flow: FlowTotals;
  readonly reach: ReachTotals;
  readonly scaled: ScaledTotals;
  readonly flapping: FlappingTotals;
  readonly accuracy: AccuracyTotals;
  readonly missed: MissedTotals;
  readonly recall: RecallTotals;
  readonly latency: LatencyTotals;
  readonly response: ResponseTotals;
  readonly examples: ExampleTotals;
  readonly breakdown: BreakdownTotals;
  readonly race: RaceTotals;
  readonly blame: BlameTotals;
}

/** All that is added up about a run. Plain numbers, so that workers can send them; adding is exact in any order. */
export interface Totals {
  /** Profiles by slice. */
  readonly profiles: Tally;
  /** By the places of `RUN`. */
  readonly run: Tally;
  readonly freshness: FreshnessTotals;
  readonly segments: readonly SegmentTotals[];
  readonly cutting: CuttingTotals;
  readonly worth: WorthTotals;
}

/** The places in `Totals.run`. */
export const RUN = {
  events: 0,
  zoneAssumed: 1,
  consentUnknown: 2,
  withTruth: 3,
  orders: 4,
  withTwin: 5,
  twinOrders: 6,
  ordersSquared: 7,
  twinOrdersSquared: 8,
} as const;

/** The totals of no profiles. */
export function emptyTotals(setup: MeasureSetup): Totals {
  return {
    profiles: tally(sliceCount(setup)),
    run: tally(Object.keys(RUN).length),
    freshness: emptyFreshness(),
    segments: setup.segments.map(() => ({
      size: emptySize(setup),
      flow: emptyFlow(setup),
      reach: emptyReach(setup),
      scaled: emptyScaled(),
      flapping: emptyFlapping(),
      accuracy: emptyAccuracy(setup),
      missed: emptyMissed(),
      recall: emptyRecall(),
      latency: emptyLatency(),
      response: emptyResponse(),
      examples: emptyExamples(),
      breakdown: emptyBreakdown(),
      race: emptyRace(),
      blame: emptyBlame(),
    })),
    cutting: emptyCutting(setup),
    worth: emptyWorth(setup),
  };
}

/** Adds one profile. */
export function fold(totals: Totals, setup: MeasureSetup, log: ProfileLog): void {
  totals.profiles[0]! += 1;
  totals.profiles[zoneSlice(setup, log.zone)]! += 1;
  totals.profiles[deviceSlice(setup, log.device)]! += 1;
  foldRun(totals.run, log);
  foldCutting(totals.cutting, setup, log);
  foldWorth(totals.worth, setup, log);
  foldFreshness(totals.freshness, setup, log);
  if (isIdle(log)) return;
  for (let index = 0; index < totals.segments.length; index++) {
    const subject = subjectOf(log, setup, index);
    const segment = totals.segments[index]!;
    if (isUntouched(subject)) foldMissions(segment, setup, subject);
    else foldSegment(segment, setup, subject);
  }
}

/** Whether the segment never held or addressed the profile, nor should have: what it wanted and did not get is all there
 *  is to count. */
function isUntouched({ stays, truth, log }: Subject): boolean {
  const wasNeverIn = stays.length === 0 && (truth === undefined || truth.stays.length === 0);
  return wasNeverIn && log.decisions.length + log.sends.length === 0;
}

/** Whether nothing happened that a segment could be measured by: most profiles, most of the time. */
function isIdle({ transitions, decisions, sends, truth }: ProfileLog): boolean {
  const isQuiet = transitions.length + decisions.length + sends.length === 0;
  return isQuiet && (truth === undefined || truth.perfect.length + truth.intents.length === 0);
}

function foldRun(run: Tally, { events, zoneAssumed, consentUnknown, truth }: ProfileLog): void {
  run[RUN.events]! += events;
  if (zoneAssumed) run[RUN.zoneAssumed]! += 1;
  if (consentUnknown) run[RUN.consentUnknown]! += 1;
  if (truth === undefined) return;
  run[RUN.withTruth]! += 1;
  run[RUN.orders]! += truth.orders;
  run[RUN.ordersSquared]! += truth.orders ** 2;
  if (truth.twinOrders === undefined) return;
  run[RUN.withTwin]! += 1;
  run[RUN.twinOrders]! += truth.twinOrders;
  run[RUN.twinOrdersSquared]! += truth.twinOrders ** 2;
}

function foldMissions(totals: SegmentTotals, setup: MeasureSetup, subject: Subject): void {
  foldRecall(totals.recall, setup, subject);
  foldScaled(totals.scaled, setup, subject);
}

function foldSegment(totals: SegmentTotals, setup: MeasureSetup, subject: Subject): void {
  foldSize(totals.size, setup, subject);
  foldFlow(totals.flow, setup, subject);
  foldReach(totals.reach, setup, subject);
  foldFlapping(totals.flapping, setup, subject);
  foldAccuracy(totals.accuracy, setup, subject);
  foldMissed(totals.missed, setup, subject);
  foldMissions(totals, setup, subject);
  foldLatency(totals.latency, setup, subject);
  foldResponse(totals.response, setup, subject);
  foldExamples(totals.examples, setup, subject);
  foldBreakdown(totals.breakdown, setup, subject);
  foldRace(totals.race, setup, subject);
  foldBlame(totals.blame, subject);
}

/** Adds the totals of other profiles of the same setup. */
export function merge(into: Totals, from: Totals): void {
  addTally(into.profiles, from.profiles);
  addTally(into.run, from.run);
  mergeCutting(into.cutting, from.cutting);
  mergeWorth(into.worth, from.worth);
  mergeFreshness(into.freshness, from.freshness);
  for (const [index, segment] of into.segments.entries())
    mergeSegment(segment, from.segments[index]!);
}

function mergeSegment(into: SegmentTotals, from: SegmentTotals): void {
  mergeSize(into.size, from.size);
  mergeFlow(into.flow, from.flow);
  mergeReach(into.reach, from.reach);
  addTally(into.scaled, from.scaled);
  mergeFlapping(into.flapping, from.flapping);
  mergeAccuracy(into.accuracy, from.accuracy);
  mergeMissed(into.missed, from.missed);
  mergeRecall(into.recall, from.recall);
  mergeLatency(into.latency, from.latency);
  mergeResponse(into.response, from.response);
  mergeExamples(into.examples, from.examples);
  mergeBreakdown(into.breakdown, from.breakdown);
  mergeRace(into.race, from.race);
  mergeBlame(into.blame, from.blame);
}
