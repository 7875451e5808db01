import { nextChange } from "../engine/next-change.ts";
import type { Explanation } from "../model/explanation.ts";
import type { History } from "../model/profile.ts";
import { explain } from "../reference/explain.ts";
import type { Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";

/** One way to know a profile: by all data, or by what had arrived. */
export interface Knowledge {
  /** What the reader is told it is: "all data", "as it had arrived". */
  readonly label: string;
  readonly history: History;
}

/** What is asked: why a profile is in a segment at an instant or not, by the first knowledge, and whether others differ. */
export interface ExplainQuestion {
  readonly segment: Segment;
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

/** The membership by one knowledge, and why. */
export interface Reading {
  readonly label: string;
  readonly explanation: Explanation;
}

/** Why a profile is in a segment at an instant or not, and what comes next. */
export interface MembershipExplanation {
  readonly profileId: string;
  readonly name?: string | undefined;
  readonly segment: string;
  readonly at: Instant;
  readonly readings: readonly [Reading, ...(readonly Reading[])];
  /** Absent if nothing changes within ten years. */
  readonly next: Turn | undefined;
}

/** Answers why, and what next. */
export function explainMembership(question: ExplainQuestion): MembershipExplanation {
  const { segment, at, knowledge } = question;
  const [main, ...others] = knowledge;
  const read = ({ label, history }: Knowledge): Reading => ({
    label,
    explanation: explain(segment.when, history, at),
  });
  return {
    profileId: main.history.profile.id,
    name: question.name,
    segment: segment.name,
    at,
    readings: [read(main), ...others.map(read)],
    next: findTurn(segment, main.history, at),
  };
}

function findTurn(segment: Segment, history: History, at: Instant): Turn | undefined {
  const events = history.events.filter((event) => event.arrivedAt <= at);
  const change = nextChange({ segments: [segment], index: 0, history: { ...history, events } }, at);
  if (change === undefined) return undefined;
  const before = leaves(explain(segment.when, { ...history, events }, at));
  const after = leaves(explain(segment.when, { ...history, events }, change.at));
  const by = after.filter((leaf, index) => leaf.holds !== before[index]?.holds);
  return { ...change, by: [...new Set(by.map((each) => each.text))] };
}

/** The conditions that have no parts; those of one rule stand in the same order at every instant. */
export function leaves(explanation: Explanation): readonly Explanation[] {
  if (explanation.conditions.length === 0) return [explanation];
  return explanation.conditions.flatMap(leaves);
}
