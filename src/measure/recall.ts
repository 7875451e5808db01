import { type Rate, rateOf } from "../stats/proportion.ts";
import type { Instant } from "../time/instant.ts";
import { after } from "../time/window.ts";
import type { IntentSpan } from "../model/truth.ts";
import type { MeasureSetup } from "./setup.ts";
import { type Lasting, type Stay, type Subject, overlapMs } from "./subject.ts";
import { addCounts, count } from "./tally.ts";

/** What became of a target mission: the engine held it in time and something was sent, or policy kept it back, or no
 *  send hung on it; the engine missed what perfect data shows, or the rule did not mean it; or the run ended first. */
export type Fate = "sent" | "suppressed" | "held" | "staleness" | "rule" | "unfinished";

/** Missions by kind and fate, under the key `kind/fate`. */
export type RecallTotals = Map<string, number>;

/** Target missions of one kind. A mission is a target from when the person wants what the segment is for. */
export interface RecallSlice {
  readonly kind: string;
  readonly missions: number;
  readonly matched: number;
  readonly recall: Rate;
  readonly ruleFalseNegatives: number;
  readonly stalenessFalseNegatives: number;
  /** Missions with a send while they were matched, and their share: recall for sends. */
  readonly sent: number;
  readonly sendRecall: Rate;
  /** Matched, but policy kept the send back: no error of the rule. */
  readonly policySuppressed: number;
  /** Left out, because the run ended before their time was over. */
  readonly unfinished: number;
}

/** Recall over missions, of all kinds and of each. */
export interface RecallMeasure {
  readonly status: "estimated";
  readonly total: RecallSlice;
  readonly kinds: readonly RecallSlice[];
}

/** No mission. */
export function emptyRecall(): RecallTotals {
  return new Map();
}

/** One target mission, and what became of it. */
export interface MissionFate {
  readonly kind: string;
  readonly fate: Fate;
}

/** Adds one profile. */
export function foldRecall(totals: RecallTotals, setup: MeasureSetup, subject: Subject): void {
  for (const { kind, fate } of missionsOf(setup, subject)) count(totals, `${kind}/${fate}`);
}

/** What became of the missions of a profile: of every one that becomes a target in the stretch, or is one when it begins. */
export function missionsOf(setup: MeasureSetup, subject: Subject): readonly MissionFate[] {
  const wanted = subject.truth?.wanted ?? [];
  const missions: MissionFate[] = [];
  for (let index = 0; index < wanted.length; index++) {
    const span = wanted[index]!;
    if (isOpen(span, setup) && !isKnown(wanted, index, setup))
      missions.push({ kind: span.kind, fate: fateOf(span, setup, subject) });
  }
  return missions;
}

function isOpen({ from, to }: IntentSpan, { start, end }: MeasureSetup): boolean {
  return from < end && start < to;
}

/** Whether an earlier span in the stretch is of the same mission. */
function isKnown(wanted: readonly IntentSpan[], index: number, setup: MeasureSetup): boolean {
  const { mission } = wanted[index]!;
  for (let other = 0; other < index; other++)
    if (wanted[other]!.mission === mission && isOpen(wanted[other]!, setup)) return true;
  return false;
}

/** `first` is the mission's first span in the stretch. */
function fateOf(first: IntentSpan, setup: MeasureSetup, subject: Subject): Fate {
  const from = Math.max(first.from, setup.start) as Instant;
  const window = { from, to: after(from, setup.recallWindow) };
  if (window.to > setup.end) return "unfinished";
  const spans = (subject.truth?.wanted ?? []).filter((span) => span.mission === first.mission);
  const held = subject.stays.filter((stay) => meets(stay, spans, window));
  if (held.length > 0) return sendFateOf(held, subject);
  const isTrue = (subject.truth?.stays ?? []).some((stay) => meets(stay, spans, window));
  return isTrue ? "staleness" : "rule";
}

function meets(stay: Stay, spans: readonly Lasting[], window: Lasting): boolean {
  return spans.some((span) => overlapMs(stay, span, window) > 0);
}

function sendFateOf(held: readonly Stay[], { log, segment }: Subject): Fate {
  const decisions = log.decisions.filter(
    ({ at, segment: index }) =>
      index === segment && held.some((stay) => stay.from <= at && at < stay.to),
  );
  if (decisions.some(({ outcome }) => outcome === "fired")) return "sent";
  return decisions.some(({ followUp }) => followUp === undefined) ? "suppressed" : "held";
}

/** Adds the totals of other profiles. */
export function mergeRecall(into: RecallTotals, from: RecallTotals): void {
  addCounts(into, from);
}

/** Reads the rates off. */
export function recallOf(totals: RecallTotals): RecallMeasure {
  const kinds = [...new Set([...totals.keys()].map((key) => key.slice(0, key.lastIndexOf("/"))))];
  const all = kinds.toSorted();
  return {
    status: "estimated",
    total: sliceOf(totals, "all", all),
    kinds: all.map((kind) => sliceOf(totals, kind, [kind])),
  };
}

function sliceOf(totals: RecallTotals, kind: string, kinds: readonly string[]): RecallSlice {
  const missions = (...fates: readonly Fate[]): number =>
    kinds
      .flatMap((each) => fates.map((fate) => totals.get(`${each}/${fate}`) ?? 0))
      .reduce((sum, some) => sum + some, 0);
  const matched = missions("sent", "suppressed", "held");
  const missed = missions("staleness", "rule");
  return {
    kind,
    missions: matched + missed,
    matched,
    recall: rateOf(matched, matched + missed, "target missions"),
    sent: missions("sent"),
    sendRecall: rateOf(missions("sent"), matched + missed, "target missions"),
    ruleFalseNegatives: missions("rule"),
    stalenessFalseNegatives: missions("staleness"),
    policySuppressed: missions("suppressed"),
    unfinished: missions("unfinished"),
  };
}
