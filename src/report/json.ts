import type { SegmentMeasures } from "../measure/measures.ts";
import { CONFIDENCE } from "../measure/verdict.ts";
import type { Verdict } from "../scenario/judge.ts";
import type { CaseVerdict, Place } from "../scenario/cases.ts";
import { formatInstant } from "../time/instant.ts";
import { cuttingJson } from "./cutting-json.ts";
import type { Report } from "./report.ts";
import { worthJson } from "./worth.ts";

/** The report as one JSON document with its keys in a fixed order, ending with a line end. Instants are ISO 8601,
 *  lengths of time milliseconds, shares from 0 to 1; a number that cannot be had is
 *  `{"status": "not_estimable", "reason": …}`. Nothing in it depends on when or how fast the run was. */
export function json(report: Report): string {
  return `${written(documentOf(report), "\n")}\n`;
}

/** A value as JSON, indented by two spaces; rows of numbers stand on one line each. `margin` is the line end and the spaces
 *  before what closes the value. Throws on a number that JSON cannot say: that is our bug. */
export function written(value: unknown, margin: string): string {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new Error(`unreachable: ${value} in a report`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const isRow = value.every((each) => typeof each === "number");
    const items = value.map((each: unknown) => written(each, `${margin}  `));
    return isRow ? `[${items.join(", ")}]` : `[${margin}  ${items.join(`,${margin}  `)}${margin}]`;
  }
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => `${JSON.stringify(key)}: ${written(each, `${margin}  `)}`);
  return entries.length === 0 ? "{}" : `{${margin}  ${entries.join(`,${margin}  `)}${margin}}`;
}

function documentOf({ scenario, versions, measures, cases, verdicts, ok, again }: Report) {
  const { from, start, end } = scenario.clock;
  return {
    version: 1,
    ok,
    scenario: scenario.name,
    file: scenario.source.path,
    seed: scenario.seed,
    versions: { rehearsal: versions.package, tz: versions.tz },
    clock: { from: formatInstant(from), start: formatInstant(start), end: formatInstant(end) },
    again,
    cases: cases.map(caseOf),
    expectations: verdicts.map(expectationOf),
    run: {
      profiles: measures.profiles,
      events: measures.events,
      zone_assumed: measures.zoneAssumed,
      consent_unknown: measures.consentUnknown,
      orders: measures.orders,
      policy_value: measures.policyValue,
    },
    segments: measures.segments.map(segmentOf),
    over_segmentation: cuttingJson(measures.cutting),
  };
}

function placeOf({ file, line, column }: Place) {
  return { file, line, column };
}

function caseOf({ name, verdict, todo, place, at, results }: CaseVerdict) {
  return {
    name,
    verdict,
    ...(todo === undefined ? {} : { todo }),
    instant: formatInstant(at),
    results: results.map(({ segment, wanted, found, decision, verdict: word }) => ({
      segment,
      wanted: wanted.is,
      found,
      because: wanted.because,
      decision: decision && {
        wanted: wanted.decision,
        wanted_cause: wanted.cause,
        wanted_by: wanted.by,
        found: decision.outcome,
        cause: decision.cause,
        by: decision.by,
      },
      verdict: word,
    })),
    at: placeOf(place),
  };
}

function expectationOf({ segment, measure, verdict, severity, blocks, checks, place }: Verdict) {
  return {
    segment,
    measure,
    verdict,
    severity,
    ok: !blocks,
    checks: checks.map((check) => ({
      quantity: check.quantity,
      unit: check.unit,
      ...(check.slice === undefined ? {} : { slice: check.slice }),
      verdict: check.verdict,
      actual: check.actual,
      wanted: check.wanted,
      ...(check.interval === undefined ? {} : { interval: check.interval }),
      ...(check.n === undefined ? {} : { n: check.n }),
      ...(check.decidingN === undefined ? {} : { deciding_n: check.decidingN }),
    })),
    at: placeOf(place),
  };
}

function responseOf({ response }: SegmentMeasures) {
  if ("status" in response) return response;
  const { sureThings, persuadables, lostCauses, sleepingDogs, unfinished } = response;
  return {
    sure_things: sureThings,
    persuadables,
    lost_causes: lostCauses,
    sleeping_dogs: sleepingDogs,
    unfinished,
  };
}

/** Counts at the scale of the user's list, each `{count, low, high}`. */
function scaledOf({ scaled }: SegmentMeasures) {
  if (scaled === undefined) return undefined;
  const { listSize, sizes, mean, mailableMean, reach, mailableReach, ...rest } = scaled;
  const { reachPerDay, mailableReachPerDay, ...others } = rest;
  const { sureThings, persuadables, lostCauses, sleepingDogs, truth, ...acts } = others;
  return {
    list_size: listSize,
    confidence: CONFIDENCE,
    sizes,
    mean: { members: mean, mailable: mailableMean },
    reach: { members: reach, mailable: mailableReach },
    reach_per_day: { members: reachPerDay, mailable: mailableReachPerDay },
    ...acts,
    response: {
      sure_things: sureThings,
      persuadables,
      lost_causes: lostCauses,
      sleeping_dogs: sleepingDogs,
    },
    truth: truth && {
      entries: truth.entries,
      missions: truth.missions,
      matched_missions: truth.matchedMissions,
    },
  };
}

function segmentOf(segment: SegmentMeasures) {
  const { size, reach, examples } = segment;
  const sizes = (slices: typeof size.zones) =>
    slices.map(({ mailable, ...slice }) => ({
      ...slice,
      peak: instantOf(slice.peak),
      mailable: { at_peak: mailable.atPeak, mean: mailable.mean },
    }));
  const { first, step, memberMs, wantedMs } = size;
  return {
    name: segment.name,
    intent: segment.intent,
    size: {
      first: formatInstant(first),
      step_ms: step,
      member_ms: memberMs,
      wanted_ms: wantedMs,
      all: sizes([size.total]),
      zones: sizes(size.zones),
      devices: sizes(size.devices),
    },
    flow: segment.flow,
    response: responseOf(segment),
    worth: worthJson(segment),
    reach: {
      members: reach.members,
      per_day: reach.perDay,
      mailable: { members: reach.mailable.members, per_day: reach.mailable.perDay },
      days: reach.days.map(({ day, members }) => ({ day: formatInstant(day), members })),
    },
    scaled: scaledOf(segment),
    flapping: segment.flapping,
    accuracy: segment.accuracy,
    missed: segment.missed,
    recall: segment.recall,
    entry_latency: segment.entryLatency,
    exit_latency: segment.exitLatency,
    ...stalenessOf(segment),
    examples: Object.values(examples).flat().map(instantOf),
  };
}

function stalenessOf({ eightCases, breakdown, race, blame, freshness }: SegmentMeasures) {
  return {
    eight_cases: eightCases,
    accuracy_by: breakdown,
    race_false_positives: race,
    blame,
    freshness:
      freshness.status === "not_estimable"
        ? freshness
        : { as_it_is: freshness.asItIs, sampled: freshness.sampled, syncs: freshness.syncs },
  };
}

function instantOf<T extends { readonly at: Parameters<typeof formatInstant>[0] }>(thing: T) {
  return { ...thing, at: formatInstant(thing.at) };
}
