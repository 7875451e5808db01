import { nextChange } from "../engine/next-change.ts";
import type { PolicyOptions } from "../engine/policy/options.ts";
import { type Outcome, Sender } from "../engine/sender.ts";
import type { Explanation } from "../model/explanation.ts";
import type { Decision, Send } from "../model/log.ts";
import type { History } from "../model/profile.ts";
import { explain } from "../reference/explain.ts";
import type { Condition, Segment } from "../rule/ast.ts";
import { membershipCondition } from "../rule/membership.ts";
import type { Instant } from "../time/instant.ts";
import { pastOf } from "./past.ts";

/** One way to know a profile: by all data, or by what had arrived. */
export interface Knowledge {
  /** What the reader is told it is: "all data", "as it had arrived". */
  readonly label: string;
  readonly history: History;
}

/** What is asked: why a profile is in one of some segments at an instant or not, by the first knowledge, and whether
 *  others differ. */
export interface ExplainQuestion {
  /** All rules that run together: they compete, and may ask for one another. */
  readonly segments: readonly Segment[];
  readonly segment: Segment;
  readonly policy: PolicyOptions;
  /** Nobody is a member before this. */
  readonly from: Instant;
  readonly at: Instant;
  readonly knowledge: readonly [Knowledge, ...(readonly Knowledge[])];
  /** What to call the profile besides its id. */
  readonly name?: string | undefined;
}

/** The next change of membership without a new event: when, and the conditions that turn at that instant. */
export interface Turn {
  readonly at: Instant;
  readonly entered: boolean;
  readonly by: readonly string[];
}

/** What ends memberships of the segment: why it has, or why not yet. `endedAt` if it has ended the last one. */
export interface Ending {
  readonly explanation: Explanation;
  readonly endedAt?: Instant | undefined;
}

/** The membership by one knowledge, and why. */
export interface Reading {
  readonly label: string;
  readonly isMember: boolean;
  /** What must hold for somebody to be in, `until` apart. */
  readonly explanation: Explanation;
  /** Only where that holds and the segment has an `until`. */
  readonly until?: Ending | undefined;
}

/** What became of a candidate of the segment, and the segment that fired instead. */
export interface Decided {
  readonly decision: Decision;
  readonly by?: string | undefined;
  /** The message, if it was sent, or held back as a ghost. */
  readonly send?: Send | undefined;
}

/** Why a profile is in a segment at an instant or not, what was decided about it around then, and what comes next. */
export interface MembershipExplanation {
  readonly profileId: string;
  readonly name?: string | undefined;
  readonly segment: string;
  readonly at: Instant;
  readonly readings: readonly [Reading, ...(readonly Reading[])];
  /** By the first knowledge, in the order of time: the last ones up to the instant, and the next ones after it. */
  readonly decisions: readonly Decided[];
  /** Absent if nothing changes within ten years. */
  readonly next: Turn | undefined;
}

/** How many decisions are told before the instant and after it. */
const EARLIER = 3;
const LATER = 2;

/** Answers why, what was decided, and what next. The rules run through each history as they would in a run: what conditions
 *  and clauses look back to is what was really made. */
export function explainMembership(question: ExplainQuestion): MembershipExplanation {
  const { segment, at, knowledge } = question;
  const [main, ...others] = knowledge;
  const outcome = outcomeOf(main.history, question, lastArrival(main.history, at));
  const read = (each: Knowledge): Reading =>
    readingOf(each, outcomeOf(each.history, question, at), question);
  return {
    profileId: main.history.profile.id,
    name: question.name,
    segment: segment.name,
    at,
    readings: [read(main), ...others.map(read)],
    decisions: decisionsAround(outcome, question),
    next: findTurn(main.history, question),
  };
}

/** When the last event arrives, the instant itself at the earliest. */
function lastArrival({ events }: History, at: Instant): Instant {
  return events.reduce((last, event) => (event.arrivedAt > last ? event.arrivedAt : last), at);
}

/** What the rules make of a history up to an instant. */
function outcomeOf(
  history: History,
  { segments, policy, from }: ExplainQuestion,
  to: Instant,
): Outcome {
  const sender = new Sender(segments, { ...policy, defaultZone: history.defaultZone });
  sender.reset(history.profile, from);
  const events = history.events
    .filter((event) => event.arrivedAt <= to)
    .toSorted((a, b) => a.arrivedAt - b.arrivedAt);
  for (const event of events) sender.engine.push(event);
  sender.engine.advanceTo(to);
  return sender.outcome;
}

function readingOf(
  { label, history }: Knowledge,
  outcome: Outcome,
  question: ExplainQuestion,
): Reading {
  const { segment, at } = question;
  const past = pastOf(question.segments, outcome.transitions);
  const own = past.changes.get(segment.name)!.filter((change) => change.at <= at);
  const isMember = own.at(-1)?.entered === true;
  const explanation = explain(membershipCondition(segment), history, at, past);
  if (segment.until === undefined || !explanation.holds) return { label, isMember, explanation };
  const entry = own.findLast(({ entered }) => entered)?.at ?? at;
  const endedAt = isMember ? undefined : own.at(-1)?.at;
  const ending = explain(segment.until, history, endedAt ?? at, { ...past, anchor: entry });
  return { label, isMember, explanation, until: { explanation: ending, endedAt } };
}

function decisionsAround(
  outcome: Outcome,
  { segments, segment, at }: ExplainQuestion,
): readonly Decided[] {
  const index = segments.indexOf(segment);
  const own = outcome.decisions.filter((each) => each.segment === index);
  const around = [
    ...own.filter((each) => each.at <= at).slice(-EARLIER),
    ...own.filter((each) => each.at > at).slice(0, LATER),
  ];
  return around.map((decision) => ({
    decision,
    by: decision.by === undefined ? undefined : segments[decision.by]?.name,
    send: outcome.sends.find(
      (each) =>
        each.segment === index && each.at === decision.at && each.followUp === decision.followUp,
    ),
  }));
}

function findTurn(history: History, question: ExplainQuestion): Turn | undefined {
  const { segments, segment, from, at } = question;
  const known = { ...history, events: history.events.filter((event) => event.arrivedAt <= at) };
  const watched = { segments, index: segments.indexOf(segment), history: known, start: from };
  const change = nextChange(watched, at);
  if (change === undefined) return undefined;
  const past = pastOf(segments, outcomeOf(known, question, change.at).transitions);
  const entries = past.changes.get(segment.name)!.filter(({ entered }) => entered);
  const anchor = entries.at(-1)?.at ?? change.at;
  const read = (when: Instant): readonly Explanation[] =>
    conditionsOf(segment).flatMap((condition) =>
      leaves(explain(condition, known, when, { ...past, anchor })),
    );
  const before = read(at);
  const by = read(change.at).filter((leaf, index) => leaf.holds !== before[index]?.holds);
  return { ...change, by: [...new Set(by.map((each) => each.text))] };
}

function conditionsOf(segment: Segment): readonly Condition[] {
  const when = membershipCondition(segment);
  return segment.until === undefined ? [when] : [when, segment.until];
}

/** The conditions that have no parts; those of one rule stand in the same order at every instant. */
function leaves(explanation: Explanation): readonly Explanation[] {
  if (explanation.conditions.length === 0) return [explanation];
  return explanation.conditions.flatMap(leaves);
}
