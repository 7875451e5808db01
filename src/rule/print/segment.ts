import { formatDuration } from "../../time/duration.ts";
import type {
  Condition,
  FollowUp,
  QuietHours,
  Refinement,
  Relaxation,
  Segment,
  SendAction,
  SendValue,
} from "../ast.ts";
import type { Clauses } from "../grammar/clause.ts";
import { quote } from "../quote.ts";
import { inside, printCondition, printWindow } from "./condition.ts";
import { printAttribute, printRange, printValue, printWord } from "./value.ts";

/** The lines of one clause. */
export interface ClauseLines {
  readonly name: keyof Clauses;
  /** Which of its name it is in the segment, 0 for the first. */
  readonly number: number;
  readonly lines: readonly string[];
}

/** The line with which a segment begins. */
export function printHead({ name, named }: Segment): string {
  return named ? `segment ${name}` : "segment";
}

/** The clauses of a segment in canonical order. A condition's `and` has a line for each of its parts, a send one for each
 *  of its values. */
export function printClauses(segment: Segment): readonly ClauseLines[] {
  return ORDER.flatMap((name) =>
    PRINTERS[name](segment).map((lines, number) => ({ name, number, lines })),
  );
}

/** The conditions that stand on lines of their own. */
export function linesOfWhen(when: Condition): readonly Condition[] {
  const top = withoutBinding(when);
  return top.kind === "and" || top.kind === "or" ? top.conditions : [top];
}

type Lines = readonly string[];

/** The lines of every clause of a name. */
const PRINTERS: { readonly [Name in keyof Clauses]: (segment: Segment) => readonly Lines[] } = {
  refines: ({ refines }) => given(refines, printRefinement),
  when: ({ when }) => [printWhen(when)],
  relax: ({ relax }) => given(relax, printRelaxation),
  until: ({ until }) => given(until, (condition) => `until ${printCondition(condition)}`),
  then: ({ then }) => (then === undefined ? [] : [printSend("then ", then)]),
  followUps: ({ followUps = [] }) => followUps.map(printFollowUp),
  gate: ({ gate }) => given(gate, (range) => `send within ${printRange(range)}`),
  coolOff: ({ coolOff }) => given(coolOff, (length) => `cool off ${formatDuration(length)}`),
  reEnter: ({ reEnter }) => given(reEnter, (after) => `re-enter ${printReEntry(after)}`),
  staleAfter: ({ staleAfter }) =>
    given(staleAfter, (length) => `stale after ${formatDuration(length)}`),
  caps: ({ caps = [] }) =>
    caps.map(({ sends, per }) => [`at most ${sends} sends per ${formatDuration(per)}`]),
  quietHours: ({ quietHours }) => given(quietHours, printQuietHours),
  priority: ({ priority }) => given(priority, (number) => `priority ${number}`),
  holdout: ({ holdout }) => given(holdout, (share) => `holdout ${printShare(share)}`),
};

const ORDER = Object.keys(PRINTERS) as readonly (keyof Clauses)[];

function given<T>(value: T | undefined, print: (value: T) => string): readonly Lines[] {
  return value === undefined ? [] : [[print(value)]];
}

function withoutBinding(condition: Condition): Condition {
  return condition.kind === "some" ? withoutBinding(condition.condition) : condition;
}

function printRefinement({ segment, evidence }: Refinement): string {
  const parent = `refines ${printWord(segment)}`;
  if (evidence === undefined) return parent;
  const { comparator, number, window } = evidence;
  return `${parent} when evidence ${comparator} ${number} events ${printWindow(window)}`;
}

function printWhen(when: Condition): Lines {
  const top = withoutBinding(when);
  const joint = top.kind === "or" ? "or" : "and";
  return linesOfWhen(when).map((each, index) => {
    const isAlone = top.kind !== "and" && top.kind !== "or";
    const text = inside(each, isAlone ? [] : joint === "and" ? ["and", "or"] : ["or"]);
    return index === 0 ? `when ${text}` : `  ${joint} ${text}`;
  });
}

function printRelaxation({ when, time, devices, priority }: Relaxation): string {
  const effects = [
    ...(time === undefined ? [] : [`time by ${formatDuration(time)}`]),
    ...(devices === undefined ? [] : [`device to (${devices.map(printWord).join(", ")})`]),
    ...(priority === undefined ? [] : [`priority +${priority}`]),
  ];
  return `relax when ${printCondition(when)}: ${effects.join(", ")}`;
}

function printFollowUp({ after, unless, send }: FollowUp): Lines {
  const asked = unless === undefined ? "" : `unless ${printCondition(unless)} `;
  return printSend(`after ${formatDuration(after)} ${asked}`, send);
}

function printSend(lead: string, { subject, values }: SendAction): Lines {
  const first = `${lead}send email ${quote(subject)}`;
  const named = values.map(({ name, value }, index) => {
    const indent = index === 0 ? "  with " : "       ";
    return `${indent}${printWord(name)} = ${printSendValue(value)}`;
  });
  return [first, ...named];
}

function printSendValue(value: SendValue): string {
  if (value.kind === "literal") return printValue(value.value);
  const { to } = value;
  if (to.kind !== "attribute") return to.kind;
  const isTaken = to.attribute === "cart_items" || to.attribute === "viewed_items";
  return isTaken ? `profile.${to.attribute}` : printAttribute(to.attribute);
}

function printReEntry(reEnter: NonNullable<Segment["reEnter"]>): string {
  return reEnter === "never" ? reEnter : `after ${formatDuration(reEnter)}`;
}

function printQuietHours(hours: QuietHours): string {
  return `quiet hours ${printRange(hours)}${hours.hold ? " hold" : ""}`;
}

/** A share in hundredths of a percent, which is as exact as it can be written. */
function printShare(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
