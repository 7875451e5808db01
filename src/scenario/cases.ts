import type { Event } from "../model/event.ts";
import type { Explanation } from "../model/explanation.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { Segment } from "../rule/ast.ts";
import type { Position } from "../text/span.ts";
import { type Instant, type WrittenInstant, instant } from "../time/instant.ts";
import { getZone, instantOfWall } from "../time/zone.ts";
import {
  type Answer,
  type CaseQuestion,
  type FoundDecision,
  answersTo,
  decisionFor,
} from "./case-answer.ts";
import type { CaseEvent } from "./case-event.ts";
import type { CaseFile, CaseStart } from "./case-schema.ts";
import type { CaseWish } from "./case-wish.ts";
import type { Policy } from "./policy.ts";

/** A place in a file, to be clicked. */
export interface Place extends Position {
  readonly file: string;
}

/** An exact person at an exact instant, and what must have become of segments. */
export interface Case {
  readonly name: string;
  readonly place: Place;
  /** Why there is nothing to judge yet. */
  readonly todo?: string | undefined;
  readonly question: CaseQuestion;
  readonly wishes: readonly (CaseWish & { readonly segment: Segment })[];
}

/** What became of one wish of a case. */
export interface CaseResult {
  readonly segment: string;
  readonly wanted: CaseWish;
  readonly found: "in" | "out";
  /** What became of the candidate; only where that was asked. */
  readonly decision?: FoundDecision | undefined;
  readonly verdict: "pass" | "fail";
  readonly explanation: Explanation;
}

/** What became of a case. A `todo` is listed and never fails. */
export interface CaseVerdict {
  readonly name: string;
  readonly verdict: "pass" | "fail" | "todo";
  readonly todo?: string | undefined;
  readonly place: Place;
  readonly at: Instant;
  readonly results: readonly CaseResult[];
}

/** What cases are read with. */
export interface CaseContext {
  readonly segments: readonly Segment[];
  readonly vocabulary: Vocabulary;
  readonly policy: Policy;
  readonly defaultZone: string;
  /** Where the profile of a `todo` without an instant stands. */
  readonly start: Instant;
}

/** Makes a case of what the file says. */
export function caseOf(file: CaseFile, place: Place, context: CaseContext): Case {
  const wishes = Object.entries(file.expectations ?? {}).flatMap(([name, wish]) => {
    const segment = context.segments.find((each) => each.name === name);
    return segment === undefined ? [] : [{ ...wish, segment }];
  });
  return {
    name: file.name,
    place,
    todo: "todo" in file && typeof file.todo === "string" ? file.todo : undefined,
    question: questionOf(file, context),
    wishes,
  };
}

/** Who a case asks about: the person with the whole short history, in the company of all rules. */
export function questionOf(file: CaseFile, context: CaseContext): CaseQuestion {
  const { defaultZone, segments, policy } = context;
  const { zone, device, attributes, holdout = false } = file.profile ?? {};
  const at = file.at === undefined ? context.start : instantOf(file.at, zone ?? defaultZone);
  const events = (file.events ?? []).map((event, index) => eventOf(event, index, { at, context }));
  return {
    segments,
    policy,
    history: { profile: { id: file.name, zone, device, attributes }, defaultZone, events },
    from:
      file.from === undefined
        ? justBefore(events, at)
        : startOf(file.from, at, zone ?? defaultZone),
    at,
    isHeldOut: holdout,
  };
}

function instantOf(written: WrittenInstant, zone: string): Instant {
  return written.kind === "instant" ? written.at : instantOfWall(getZone(zone), written.wall);
}

/** Where a case begins that says so. */
export function startOf(start: CaseStart, at: Instant, zone: string): Instant {
  return start.kind === "offset" ? instant(at + start.offset) : instantOf(start, zone);
}

/** A millisecond before the first event; without one, at the instant that is asked about. */
function justBefore(events: readonly Event[], at: Instant): Instant {
  const first = Math.min(...events.flatMap((event) => [event.at, event.arrivedAt]));
  return first <= at ? instant(first - 1) : at;
}

/** An event of a case arrives when it happens, unless it says otherwise. */
function eventOf(
  { offset, arrives = offset, name, properties, ...rest }: CaseEvent,
  index: number,
  { at, context }: { readonly at: Instant; readonly context: CaseContext },
): Event {
  const { id = index, feed, device, place, zone } = rest;
  return {
    id,
    name,
    at: instant(at + offset),
    arrivedAt: instant(at + arrives),
    sequence: index,
    feed: feed ?? context.vocabulary.events[name]?.feed ?? "session-log",
    properties,
    device,
    place,
    zone,
  };
}

/** Judges a case by the definition of the language: nothing is sampled. */
export function judgeCase({ name, place, todo, question, wishes }: Case): CaseVerdict {
  const { at } = question;
  if (todo !== undefined) return { name, verdict: "todo", todo, place, at, results: [] };
  const answer = answersTo(question);
  const results = wishes.map((wish) => resultOf(wish, answer(wish.segment)));
  const verdict = results.every((result) => result.verdict === "pass") ? "pass" : "fail";
  return { name, verdict, place, at, results };
}

function resultOf({ segment, ...wanted }: Case["wishes"][number], answer: Answer): CaseResult {
  const { is: found, explanation } = answer;
  const decision = wanted.decision === undefined ? undefined : decisionFor(wanted, answer);
  const isMember = wanted.is === undefined || wanted.is === found;
  const isReason = wanted.because === undefined || isBecause(explanation, wanted.because, found);
  const isDecided = wanted.decision === decision?.outcome;
  const isBy = wanted.by === undefined || wanted.by === decision?.by;
  const verdict = isMember && isReason && isDecided && isBy ? "pass" : "fail";
  return { segment: segment.name, wanted, found, decision, verdict, explanation };
}

/** Whether a condition that names the word is a reason for the whole: it misses where the profile is out, and the other
 *  way round within a `not`. */
function isBecause(explanation: Explanation, word: string, found: "in" | "out"): boolean {
  const { conditions, holds: isSo, text } = explanation;
  if (conditions.length === 0) return text.includes(word) && isSo === (found === "in");
  const isNot = conditions.length === 1 && conditions[0]?.holds !== isSo;
  const within = isNot === (found === "in") ? "out" : "in";
  return conditions.some((part) => isBecause(part, word, within));
}
