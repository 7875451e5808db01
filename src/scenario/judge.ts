import type { AccuracyMeasure, AccuracySlice } from "../measure/accuracy.ts";
import type { Measures, SegmentMeasures } from "../measure/measures.ts";
import {
  type Judgement,
  type Rate,
  type VerdictWord,
  judgeFact,
  judgeNothing,
  judgeSampled,
  judgeSampledRatio,
} from "../measure/verdict.ts";
import type { Ask, Asked, Quantity } from "./asked.ts";
import type { Place } from "./cases.ts";
import { cuttingChecks } from "./judge-cutting.ts";
import { isOfAll } from "./over-segmentation.ts";
import type { MeasureName, SegmentMeasureName } from "./schema.ts";

/** What must hold of a segment, and where the file says so. */
export interface Expectation extends Asked {
  readonly segment: string;
  readonly measure: MeasureName;
  /** The two segments whose overlap is meant. */
  readonly of?: string | undefined;
  readonly place: Place;
}

/** The kind of number that is judged: a share of 1, a count, or milliseconds. */
export type Unit = "share" | "count" | "ms";

/** One number held against its bounds. */
export interface Check extends Judgement {
  readonly quantity: Quantity;
  readonly unit: Unit;
  /** The zone or device that was looked at; absent for all. */
  readonly slice?: string | undefined;
}

/** What became of an expectation: the worst of its checks, which stands first. */
export interface Verdict {
  readonly segment: string;
  readonly measure: MeasureName;
  readonly verdict: VerdictWord;
  readonly severity: "error" | "warning";
  /** Whether the run fails by it. */
  readonly blocks: boolean;
  readonly checks: readonly Check[];
  readonly place: Place;
}

/** What the expectations come to, in the order of the file. */
export function judge(
  { expectations }: { readonly expectations: readonly Expectation[] },
  measures: Measures,
): readonly Verdict[] {
  return expectations.map((expectation) => {
    const { measure, of } = expectation;
    if (isOfAll(measure)) {
      const checks = expectation.asks.flatMap((ask) =>
        cuttingChecks({ measure, of }, ask, measures.cutting),
      );
      return verdictOf(expectation, checks);
    }
    const segment = measures.segments.find((each) => each.name === expectation.segment);
    if (segment === undefined) throw new Error(`unreachable: no segment ${expectation.segment}`);
    return verdictOf(
      expectation,
      checksOf({ ...expectation, measure }, segment, measures.profiles),
    );
  });
}

const WORST_FIRST: readonly VerdictWord[] = ["fail", "not_estimable", "inconclusive", "pass"];

function verdictOf(expectation: Expectation, checks: readonly Check[]): Verdict {
  const { segment, measure, severity, onInconclusive, place } = expectation;
  const sorted = checks.toSorted(
    (a, b) =>
      WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict) || slack(a) - slack(b),
  );
  const verdict = sorted[0]?.verdict ?? "not_estimable";
  const weight = verdict === "inconclusive" && onInconclusive === "warning" ? "warning" : severity;
  const blocks = verdict !== "pass" && weight === "error";
  return { segment, measure, verdict, severity: weight, blocks, checks: sorted, place };
}

/** By how much a number keeps to its bounds, as a share of the bound; the least is the worst. */
function slack({ actual, wanted: { min, max } }: Check): number {
  if (typeof actual !== "number") return -Infinity;
  const below = min === undefined ? Infinity : (actual - min) / (min || 1);
  const above = max === undefined ? Infinity : (max - actual) / (max || 1);
  return Math.min(below, above);
}

function checksOf(
  expectation: Expectation & { readonly measure: SegmentMeasureName },
  segment: SegmentMeasures,
  profiles: number,
): readonly Check[] {
  return expectation.asks.flatMap((ask): readonly Check[] => {
    switch (expectation.measure) {
      case "precision":
      case "intent_false_positives":
      case "staleness_false_positives":
        return accuracyChecks(expectation, ask, segment);
      case "recall":
      case "send_recall":
      case "race_false_positives":
      case "staleness_false_negatives":
        return [rateCheck(expectation, ask, plainRateOf(expectation.measure, segment))];
      case "freshness_error":
        return [freshnessCheck(expectation, ask, segment)];
      case "entry_latency":
        return [latencyCheck(ask, segment.entryLatency)];
      case "exit_latency":
        return [latencyCheck(ask, segment.exitLatency)];
      case "size":
        return [shareCheck(ask, sizeAt(segment, ask.quantity), profiles)];
      case "reach":
        return [shareCheck(ask, reachAt(segment, ask.quantity), profiles)];
      case "entries":
        return [countCheck(ask, segment.flow.entries.total.entries)];
      case "fires":
        return [countCheck(ask, segment.flow.fires)];
      case "sends":
        return [countCheck(ask, segment.flow.sends)];
      case "wasted_sends": {
        const { worth } = segment;
        const rate = worth.status === "estimated" ? worth.wasted : worth;
        const judged = judgeSampled(rate, ask.bounds, expectation.confidence);
        return [{ quantity: ask.quantity, unit: "share", ...judged }];
      }
      case "flapping":
        return [countCheck(ask, segment.flapping.max)];
    }
  });
}

type PlainRate = "recall" | "send_recall" | "race_false_positives" | "staleness_false_negatives";

function plainRateOf(measure: PlainRate, { recall, race, eightCases }: SegmentMeasures): Rate {
  switch (measure) {
    case "recall":
      return recall.status === "estimated" ? recall.total.recall : recall;
    case "send_recall":
      return recall.status === "estimated" ? recall.total.sendRecall : recall;
    case "race_false_positives":
      return race;
    case "staleness_false_negatives": {
      if ("status" in eightCases) return eightCases;
      const found = eightCases.find(({ name }) => name === "staleness_false_negative");
      if (found === undefined) throw new Error("unreachable: there are eight cases");
      return found.entries;
    }
  }
}

function rateCheck({ confidence }: Expectation, { quantity, bounds }: Ask, rate: Rate): Check {
  return { quantity, unit: "share", ...judgeSampled(rate, bounds, confidence) };
}

function freshnessCheck(
  { confidence }: Expectation,
  { quantity, bounds }: Ask,
  { freshness }: SegmentMeasures,
): Check {
  const ratio = freshness.status === "estimated" ? freshness.asItIs : freshness;
  return { quantity, unit: "share", ...judgeSampledRatio(ratio, bounds, confidence) };
}

function sizeAt({ size }: SegmentMeasures, quantity: Quantity): number {
  return quantity === "mean" ? size.total.mean : size.total.peak.members;
}

function reachAt({ reach }: SegmentMeasures, quantity: Quantity): number {
  return quantity === "run" ? reach.members : reach.perDay;
}

function shareCheck({ quantity, bounds }: Ask, members: number, profiles: number): Check {
  const nobody = { status: "not_estimable", reason: "no profiles" } as const;
  const judged =
    profiles === 0 ? judgeNothing(nobody, bounds) : judgeFact(members / profiles, bounds);
  return { quantity, unit: "share", ...judged };
}

function countCheck({ quantity, bounds }: Ask, actual: number): Check {
  return { quantity, unit: "count", ...judgeFact(actual, bounds) };
}

function latencyCheck({ quantity, bounds }: Ask, latency: SegmentMeasures["entryLatency"]): Check {
  if (latency.status === "not_estimable")
    return { quantity, unit: "ms", ...judgeNothing(latency, bounds) };
  const actual = quantity === "p50" ? latency.p50 : quantity === "p95" ? latency.p95 : latency.max;
  return { quantity, unit: "ms", ...judgeFact(actual, bounds) };
}

/** Judged over profiles, each at its first entry; with slices, each slice for itself and none for all. */
function accuracyChecks(
  { measure, by, confidence }: Expectation,
  { quantity, bounds }: Ask,
  { accuracy }: SegmentMeasures,
): readonly Check[] {
  if (accuracy.status === "not_estimable")
    return [{ quantity, unit: "share", ...judgeNothing(accuracy, bounds) }];
  return slicesOf(accuracy, by).map((slice) => {
    const judged = judgeSampled(rateOf(slice, measure), bounds, confidence);
    const name = by.length > 0 ? slice.name : undefined;
    return { quantity, unit: "share", ...judged, slice: name };
  });
}

function slicesOf({ firstEntries }: AccuracyMeasure, by: Asked["by"]): readonly AccuracySlice[] {
  if (by.length === 0) return [firstEntries.total];
  return by.flatMap((slicing) => (slicing === "zone" ? firstEntries.zones : firstEntries.devices));
}

function rateOf(slice: AccuracySlice, measure: MeasureName): Rate {
  if (measure === "intent_false_positives") return slice.intentFalsePositiveShare;
  if (measure === "staleness_false_positives") return slice.stalenessFalsePositiveShare;
  return slice.precision;
}
