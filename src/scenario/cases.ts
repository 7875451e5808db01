import type { Explanation } from "../model/explanation.ts";
import type { Event } from "../model/event.ts";
import type { History } from "../model/profile.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { explain } from "../reference/explain.ts";
import { holds } from "../reference/holds.ts";
import type { Segment } from "../rule/ast.ts";
import type { Position } from "../text/span.ts";
import type { Instant, WrittenInstant } from "../time/instant.ts";
import { before } from "../time/window.ts";
import { getZone, instantOfWall } from "../time/zone.ts";
import type { CaseEvent, CaseFile, CaseWish } from "./case-schema.ts";

/** A place in a file, to be clicked. */
export interface Place extends Position {
  readonly file: string;
}

/** An exact person at an exact instant, and the segments that must hold it or not. */
export interface Case {
  readonly name: string;
  readonly place: Place;
  /** Why there is nothing to judge yet. */
  readonly todo?: string | undefined;
  readonly history: History;
  readonly at: Instant;
  readonly wishes: readonly (CaseWish & { readonly segment: Segment })[];
}

/** What became of one wish of a case. */
export interface CaseResult {
  readonly segment: string;
  readonly wanted: "in" | "out";
  readonly found: "in" | "out";
  readonly because?: string | undefined;
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
  readonly defaultZone: string;
  /** Where the profile of a `todo` without an instant stands. */
  readonly start: Instant;
}

/** Makes a case of what the file says. */
export function caseOf(file: CaseFile, place: Place, context: CaseContext): Case {
  const { defaultZone, segments } = context;
  const { zone, device, attributes } = file.profile ?? {};
  const at = file.at === undefined ? context.start : instantOf(file.at, zone ?? defaultZone);
  const events = (file.events ?? []).map((event, index) => eventOf(event, index, { at, context }));
  const wishes = Object.entries(file.expectations ?? {}).flatMap(([name, wish]) => {
    const segment = segments.find((each) => each.name === name);
    return segment === undefined ? [] : [{ ...wish, segment }];
  });
  return {
    name: file.name,
    place,
    todo: "todo" in file && typeof file.todo === "string" ? file.todo : undefined,
    history: { profile: { id: file.name, zone, device, attributes }, defaultZone, events },
    at,
    wishes,
  };
}

function instantOf(written: WrittenInstant, zone: string): Instant {
  return written.kind === "instant" ? written.at : instantOfWall(getZone(zone), written.wall);
}

/** An event of a case arrives when it happens: nothing is late. */
function eventOf(
  { ago, name, properties, device }: CaseEvent,
  index: number,
  { at, context }: { readonly at: Instant; readonly context: CaseContext },
): Event {
  const when = before(at, ago);
  const feed = context.vocabulary.events[name]?.feed ?? "session-log";
  return { id: index, name, at: when, arrivedAt: when, sequence: index, feed, properties, device };
}

/** Judges a case by the definition of the language: nothing is sampled. */
export function judgeCase(each: Case): CaseVerdict {
  const { name, place, at, todo, history } = each;
  if (todo !== undefined) return { name, verdict: "todo", todo, place, at, results: [] };
  const results = each.wishes.map(({ segment, is, because }): CaseResult => {
    const found = holds(segment.when, history, at) ? "in" : "out";
    const explanation = explain(segment.when, history, at);
    const isReason = because === undefined || isBecause(explanation, because, found);
    const verdict = found === is && isReason ? "pass" : "fail";
    return { segment: segment.name, wanted: is, found, because, verdict, explanation };
  });
  const verdict = results.every((result) => result.verdict === "pass") ? "pass" : "fail";
  return { name, verdict, place, at, results };
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
