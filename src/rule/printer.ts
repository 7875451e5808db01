import { formatDuration } from "../time/duration.ts";
import type {
  Condition,
  FollowUp,
  QuietHours,
  Refinement,
  Relaxation,
  Segment,
  SendAction,
  SendValue,
} from "./ast.ts";
import { inside, printCondition, printWindow } from "./print/condition.ts";
import { quote } from "./quote.ts";
import { printAttribute, printRange, printValue, printWord } from "./print/value.ts";

export { printCondition } from "./print/condition.ts";
export { printTest, printWhere, printWord } from "./print/value.ts";

/** A segment in the one canonical form, ending with a line end: read back, it is the same but for its spans. */
export function printSegment(segment: Segment): string {
  const lines = [segment.named ? `segment ${segment.name}` : "segment"];
  for (const clause of CLAUSES) lines.push(...clause(segment));
  return `${lines.join("\n")}\n`;
}

type PrintClause = (segment: Segment) => readonly string[];

/** The lines of each clause, in canonical order; none for one that the segment does not have. */
const CLAUSES: readonly PrintClause[] = [
  ({ refines }) => (refines === undefined ? [] : [printRefinement(refines)]),
  ({ when }) => printWhen(when),
  ({ relax }) => (relax === undefined ? [] : [printRelaxation(relax)]),
  ({ until }) => (until === undefined ? [] : [`until ${printCondition(until)}`]),
  ({ then }) => (then === undefined ? [] : printSend("then ", then)),
  ({ followUps = [] }) => followUps.flatMap(printFollowUp),
  ({ gate }) => (gate === undefined ? [] : [`send within ${printRange(gate)}`]),
  ({ coolOff }) => (coolOff === undefined ? [] : [`cool off ${formatDuration(coolOff)}`]),
  ({ reEnter }) => (reEnter === undefined ? [] : [`re-enter ${printReEntry(reEnter)}`]),
  ({ staleAfter }) =>
    staleAfter === undefined ? [] : [`stale after ${formatDuration(staleAfter)}`],
  ({ caps = [] }) =>
    caps.map(({ sends, per }) => `at most ${sends} sends per ${formatDuration(per)}`),
  ({ quietHours }) => (quietHours === undefined ? [] : [printQuietHours(quietHours)]),
  ({ priority }) => (priority === undefined ? [] : [`priority ${priority}`]),
  ({ holdout }) => (holdout === undefined ? [] : [`holdout ${printShare(holdout)}`]),
];

function printRefinement({ segment, evidence }: Refinement): string {
  const parent = `refines ${printWord(segment)}`;
  if (evidence === undefined) return parent;
  const { comparator, number, window } = evidence;
  return `${parent} when evidence ${comparator} ${number} events ${printWindow(window)}`;
}

function printWhen(when: Condition): readonly string[] {
  let top = when;
  while (top.kind === "some") top = top.condition;
  if (top.kind !== "and" && top.kind !== "or") return [`when ${printCondition(top)}`];
  const { kind, conditions } = top;
  return conditions.map((each, index) => {
    const text = inside(each, kind === "and" ? ["and", "or"] : ["or"]);
    return index === 0 ? `when ${text}` : `  ${kind} ${text}`;
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

function printFollowUp({ after, unless, send }: FollowUp): readonly string[] {
  const asked = unless === undefined ? "" : `unless ${printCondition(unless)} `;
  return printSend(`after ${formatDuration(after)} ${asked}`, send);
}

function printSend(lead: string, { subject, values }: SendAction): readonly string[] {
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
