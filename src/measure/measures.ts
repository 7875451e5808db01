import { type NotEstimable, notEstimable } from "../stats/proportion.ts";
import { DAY_MS } from "../time/zone.ts";
import { type Instant, formatInstant } from "../time/instant.ts";
import { type Accuracy, accuracyOf } from "./accuracy.ts";
import { type CuttingMeasure, cuttingOf } from "./cutting/cutting.ts";
import { type BlameMeasure, blameOf } from "./blame.ts";
import { type BreakdownMeasure, breakdownOf } from "./breakdown.ts";
import { type EightCase, eightCasesOf } from "./eight-cases.ts";
import type { ExampleTotals } from "./example.ts";
import { type FlappingMeasure, flappingOf } from "./flapping.ts";
import { type FlowMeasure, flowOf } from "./flow.ts";
import { type FreshnessMeasure, freshnessOf } from "./freshness.ts";
import { type Latency, latencyOf } from "./latency.ts";
import { type MissedMeasure, missedOf } from "./missed.ts";
import { type RaceMeasure, raceOf } from "./race.ts";
import { type ReachMeasure, reachOf } from "./reach.ts";
import { type RecallMeasure, recallOf } from "./recall.ts";
import { type ResponseMeasure, responseOf } from "./response.ts";
import { type Scaled, type ScaledMeasure, scaledActs, scaledOf } from "./scaled.ts";
import type { MeasureSetup } from "./setup.ts";
import { type SizeMeasure, sizeOf } from "./size.ts";
import { RUN, type SegmentTotals, type Totals } from "./totals.ts";
import { type PolicyValue, type WorthMeasure, policyValueOf, worthOf } from "./worth.ts";

/** All that is known about one segment in one run. */
export interface SegmentMeasures {
  readonly name: string;
  readonly intent: string;
  readonly size: SizeMeasure;
  readonly flow: FlowMeasure;
  readonly reach: ReachMeasure;
  /** The counts at the scale of the user's own list, if the scenario says how long that is. */
  readonly scaled: ScaledMeasure | undefined;
  readonly flapping: FlappingMeasure;
  readonly accuracy: Accuracy;
  readonly missed: MissedMeasure | NotEstimable;
  readonly recall: RecallMeasure | NotEstimable;
  readonly entryLatency: Latency;
  readonly exitLatency: Latency;
  /** What the sends truly did to whether people order. */
  readonly response: ResponseMeasure | NotEstimable;
  /** What the sends are worth (assumed effect). */
  readonly worth: WorthMeasure | NotEstimable;
  readonly examples: Readonly<ExampleTotals>;
  readonly eightCases: readonly EightCase[] | NotEstimable;
  /** How right the engine was by hour, day and mission. */
  readonly breakdown: BreakdownMeasure | NotEstimable;
  /** The share of sends that came after the order. */
  readonly race: RaceMeasure;
  readonly blame: BlameMeasure | NotEstimable;
  readonly freshness: FreshnessMeasure | NotEstimable;
}

/** Orders in the stretch, and those of the same people in the world without the rules' sends. */
export interface Orders {
  readonly count: number;
  readonly twin: number | NotEstimable;
  /** Both at the scale of the user's list; absent if none is named. */
  readonly scaled?: { readonly count: Scaled; readonly twin?: Scaled | undefined } | undefined;
}

/** What a run measured. */
export interface Measures {
  readonly start: Instant;
  readonly end: Instant;
  readonly profiles: number;
  readonly events: number;
  readonly zoneAssumed: number;
  readonly consentUnknown: number;
  readonly orders: Orders | NotEstimable;
  readonly segments: readonly SegmentMeasures[];
  /** What the run is worth with the rules' sends and without (assumed effect). */
  readonly policyValue: PolicyValue | NotEstimable;
  /** How finely the rules cut their people. */
  readonly cutting: CuttingMeasure;
}

const UNKNOWN = notEstimable("what people truly wanted is unknown: these are recorded events");

const NO_TWIN = notEstimable("the twin world was not run");

/** Reads all measures off the totals. */
export function summarize(totals: Totals, setup: MeasureSetup): Measures {
  const { run, profiles } = totals;
  return {
    start: setup.start,
    end: setup.end,
    profiles: profiles[0]!,
    events: run[RUN.events]!,
    zoneAssumed: run[RUN.zoneAssumed]!,
    consentUnknown: run[RUN.consentUnknown]!,
    orders: run[RUN.withTruth] === 0 ? UNKNOWN : ordersOf(totals, setup),
    segments: totals.segments.map((segment, index) => segmentOf(segment, { setup, totals, index })),
    policyValue: run[RUN.withTwin] === 0 ? NO_TWIN : policyValueOf(totals.worth, setup),
    cutting: cuttingOf(totals.cutting, setup, {
      profiles: profiles[0]!,
      responses: totals.segments.map((segment) => responseIn(totals, segment)),
    }),
  };
}

function ordersOf({ run }: Totals, { listSize }: MeasureSetup): Orders {
  const hasTwin = run[RUN.withTwin]! > 0;
  const [count, twin] = [run[RUN.orders]!, run[RUN.twinOrders]!];
  const scaled = (sum: number, squares: number): Scaled =>
    scaledActs({ sum, squares, of: run[RUN.withTruth]! }, listSize ?? 0);
  return {
    count,
    twin: hasTwin ? twin : NO_TWIN,
    scaled:
      listSize === undefined
        ? undefined
        : {
            count: scaled(count, run[RUN.ordersSquared]!),
            twin: hasTwin ? scaled(twin, run[RUN.twinOrdersSquared]!) : undefined,
          },
  };
}

interface Place {
  readonly setup: MeasureSetup;
  readonly totals: Totals;
  readonly index: number;
}

function segmentOf(segment: SegmentTotals, { setup, totals, index }: Place): SegmentMeasures {
  const hasTruth = totals.run[RUN.withTruth]! > 0;
  const hasTwin = totals.run[RUN.withTwin]! > 0;
  const size = sizeOf(segment.size, setup, totals.profiles);
  const reach = reachOf(segment.reach, setup);
  const profiles = totals.profiles[0]!;
  const accuracy = hasTruth ? accuracyOf(segment.accuracy, setup) : UNKNOWN;
  const missed = hasTruth ? missedOf(segment.missed) : UNKNOWN;
  const recall = hasTruth ? recallOf(segment.recall) : UNKNOWN;
  const dayName = (day: number): string => formatInstant((setup.start + day * DAY_MS) as Instant);
  return {
    name: setup.segments[index]!,
    intent: setup.intents[index]!,
    size,
    flow: flowOf(segment.flow, setup),
    reach,
    scaled: scaledOf(segment.scaled, setup, { size, reach, profiles, hasTruth }),
    flapping: flappingOf(segment.flapping),
    accuracy,
    missed,
    recall,
    entryLatency: hasTruth ? latencyOf(segment.latency.entry, "entry") : UNKNOWN,
    exitLatency: hasTruth ? latencyOf(segment.latency.exit, "exit") : UNKNOWN,
    response: responseIn(totals, segment),
    worth: hasTwin ? worthOf(totals.worth, setup, index) : NO_TWIN,
    examples: segment.examples,
    eightCases: eightCasesOf({ accuracy, missed, recall }),
    breakdown: hasTruth ? breakdownOf(segment.breakdown, dayName) : UNKNOWN,
    race: hasTruth ? raceOf(segment.race) : UNKNOWN,
    blame: hasTruth ? blameOf(segment.blame) : UNKNOWN,
    freshness: hasTruth ? freshnessOf(totals.freshness, index) : UNKNOWN,
  };
}

function responseIn({ run }: Totals, { response }: SegmentTotals): SegmentMeasures["response"] {
  return run[RUN.withTwin] === 0 ? NO_TWIN : responseOf(response);
}
