import type { Event, Value } from "../model/event.ts";
import type { Explanation, Margin } from "../model/explanation.ts";
import { columnsOf } from "../text/columns.ts";
import { printable } from "../text/frame.ts";
import { wrap } from "../text/wrap.ts";
import { duration, formatDuration } from "../time/duration.ts";
import { formatInstant } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import type { Decided, MembershipExplanation, Reading } from "../simulation/explaining.ts";
import { drawTable } from "./table.ts";
import type { Column } from "./table.ts";

/** Says where an event was read or what made it: `events.ndjson:17`. */
export type Locate = (event: Event) => string;

const COLUMNS: readonly Column[] = [
  { heading: "condition", align: "left" },
  { heading: "", align: "left" },
  { heading: "found", align: "left" },
  { heading: "asked", align: "left" },
  { heading: "margin", align: "left" },
];

/** How many events are shown for one condition. */
const SHOWN = 5;

/** The explanation as people read it: the verdict, the tree of conditions, the events that decided, what comes next. */
export function drawExplanation(
  explanation: MembershipExplanation,
  locate: Locate,
  columns: number,
): string {
  const { profileId, name, segment, at, readings } = explanation;
  const [main, ...others] = readings;
  const who = name === undefined ? profileId : `${profileId}, ${name},`;
  const verdict = main.isMember ? "is in" : "is not in";
  const blocks = [
    ` ${who} ${verdict} ${segment} at ${formatInstant(at)}\n`,
    drawTree(main.explanation, columns),
    drawUntil(main, columns),
    drawEvents(main.explanation, at, locate),
    ...others.filter((each) => differs(main, each)).map((each) => drawOther(each, columns)),
    drawDecisions(explanation),
    drawNext(explanation),
  ];
  return fitted(blocks.filter((each) => each !== "").join("\n"), columns);
}

/** Below 100 columns, lines that are too wide go on below, further in. Above, and off a screen, a line stays a line. */
function fitted(text: string, columns: number): string {
  if (columns >= 100) return text;
  return text
    .split("\n")
    .flatMap((line) => broken(line, columns))
    .join("\n");
}

function broken(line: string, columns: number): readonly string[] {
  if (columnsOf(line) <= columns) return [line];
  const indent = /^ */.exec(line)?.[0] ?? "";
  const [first = "", ...more] = wrap(line, columns - 4);
  return [first, ...more.map((each) => `${indent}    ${each.trimStart()}`)];
}

function drawTree(explanation: Explanation, columns: number): string {
  return drawTable(COLUMNS, rowsOf(explanation, 0), columns);
}

/** What ends a membership, where all else holds. */
function drawUntil({ until, isMember }: Reading, columns: number): string {
  if (until === undefined) return "";
  const { explanation, endedAt } = until;
  const ended = endedAt === undefined ? "" : `, and has ended it at ${formatInstant(endedAt)}`;
  const heading = isMember ? "until" : `until${ended}: out until all of the above has been false`;
  return ` ${heading}\n${drawTree(explanation, columns)}`;
}

function rowsOf(explanation: Explanation, depth: number): readonly (readonly string[])[] {
  const { conditions, holds, found, asked, margin } = explanation;
  const isGroup = conditions.length > 0;
  const row = [
    "  ".repeat(depth) + (isGroup ? titleOf(explanation) : explanation.text),
    holds ? "✓" : "✗",
    isGroup && found === undefined ? "" : wordOf(found),
    asked ?? "",
    margin === undefined ? "" : wordOfMargin(margin, holds),
  ];
  return [row, ...conditions.flatMap((each) => rowsOf(each, depth + 1))];
}

/** A group is named by its first word: its parts stand below it. */
function titleOf({ text, conditions, asked }: Explanation): string {
  if (asked !== undefined) return asked;
  if (conditions.length === 1) return "not";
  const [first] = conditions;
  const joint = text.slice(text.indexOf(first?.text ?? "") + (first?.text.length ?? 0));
  return /^\)*\s*or\b/.test(joint) ? "any of" : "all of";
}

function wordOf(value: Value | undefined): string {
  if (value === undefined || value === null) return "nothing";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function wordOfMargin({ amount, unit }: Margin, holds: boolean): string {
  const size = Math.abs(amount);
  const isTime = unit === "ms" || unit === "length";
  const text = isTime ? formatDuration(duration(size)) : `${size}`;
  if (unit === "ms") return holds ? `${text} left` : `in ${text}`;
  return holds ? `${text} to spare` : `${text} missing`;
}

function drawEvents(explanation: Explanation, at: Instant, locate: Locate): string {
  const blocks = leavesWithEvents(explanation).map(({ text, events }) => {
    const shown = events
      .slice(0, SHOWN)
      .map((event) => `   ${wordOfEvent(event, at)}  ${locate(event)}`);
    const hidden = events.length - SHOWN;
    return [` ${text}, decided by`, ...shown, ...(hidden > 0 ? [`   and ${hidden} more`] : [])];
  });
  return blocks.length === 0 ? "" : `${blocks.flat().join("\n")}\n`;
}

function leavesWithEvents(explanation: Explanation): readonly Explanation[] {
  const own = explanation.events.length > 0 ? [explanation] : [];
  return [...own, ...explanation.conditions.flatMap(leavesWithEvents)];
}

function wordOfEvent(event: Event, at: Instant): string {
  const late = event.arrivedAt > event.at ? `, arrived ${formatInstant(event.arrivedAt)}` : "";
  const age = formatDuration(duration(at - event.at));
  return `${event.name}  ${formatInstant(event.at)}, ${age} before${late}`;
}

function differs(a: Reading, b: Reading): boolean {
  const isOther = JSON.stringify(shapeOf(a.explanation)) !== JSON.stringify(shapeOf(b.explanation));
  return a.isMember !== b.isMember || isOther;
}

function shapeOf({ holds, found, conditions }: Explanation): unknown {
  return [holds, found, conditions.map(shapeOf)];
}

function drawOther(reading: Reading, columns: number): string {
  const { label, explanation, isMember } = reading;
  const tree = drawTree(explanation, columns);
  const until = drawUntil(reading, columns);
  return ` ${label}: ${isMember ? "in" : "out"}\n${tree}${until === "" ? "" : `\n${until}`}`;
}

/** What became of its candidates around the instant. */
function drawDecisions({ decisions }: MembershipExplanation): string {
  if (decisions.length === 0) return "";
  const lines = decisions.map((each) => `   ${formatInstant(each.decision.at)}  ${wordsOf(each)}`);
  return ` decisions\n${lines.join("\n")}\n`;
}

function wordsOf({ decision, by, send }: Decided): string {
  const { cause, outcome } = decision;
  const subject = send === undefined ? "" : ` "${printable(send.subject)}"`;
  const what = outcome === "fired" ? `fired${subject}` : `held back by ${said(outcome)}`;
  return `${said(cause)}: ${what}${by === undefined ? "" : `, ${by} went first`}`;
}

function said(word: string): string {
  return word === "re_entered" ? "entered again" : word.replaceAll("_", " ");
}

function drawNext({ next, at }: MembershipExplanation): string {
  const heading = " next change without a new event\n";
  if (next === undefined) return `${heading}   none within ten years\n`;
  const wait = formatDuration(duration(next.at - at));
  const verb = next.entered ? "enters" : "leaves";
  const by = next.by.length === 0 ? "" : `, by ${next.by.join(" and ")}`;
  return `${heading}   ${verb} at ${formatInstant(next.at)}, in ${wait}${by}\n`;
}

/** The explanation as a document. */
export function explanationDocument(explanation: MembershipExplanation, locate: Locate): unknown {
  const { profileId, segment, at, readings, decisions, next } = explanation;
  const [main, ...others] = readings;
  return {
    profile: profileId,
    segment,
    at: formatInstant(at),
    ...readingDocument(main, locate),
    otherReadings: others.map((each) => readingDocument(each, locate)),
    decisions: decisions.map(({ decision, by, send }) => ({
      at: formatInstant(decision.at),
      cause: decision.cause,
      outcome: decision.outcome,
      by,
      follow_up: decision.followUp,
      send: send && { subject: send.subject, payload: send.payload, ghost: send.ghost },
    })),
    next:
      next === undefined
        ? null
        : { at: formatInstant(next.at), change: next.entered ? "enters" : "leaves", by: next.by },
  };
}

function readingDocument({ label, isMember, explanation, until }: Reading, locate: Locate): object {
  return {
    reading: label,
    member: isMember,
    condition: conditionDocument(explanation, locate),
    until: until && {
      endedAt: until.endedAt && formatInstant(until.endedAt),
      condition: conditionDocument(until.explanation, locate),
    },
  };
}

function conditionDocument(explanation: Explanation, locate: Locate): unknown {
  const { text, holds, found, asked, margin, events, conditions } = explanation;
  return {
    text,
    holds,
    ...(conditions.length > 0 ? {} : { found: found ?? null }),
    asked,
    margin,
    events: events.map((event) => ({
      name: event.name,
      at: formatInstant(event.at),
      arrivedAt: formatInstant(event.arrivedAt),
      source: locate(event),
      properties: event.properties,
    })),
    conditions: conditions.map((each) => conditionDocument(each, locate)),
  };
}
