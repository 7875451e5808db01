import type { Event, Value } from "../model/event.ts";
import type { Explanation, Margin } from "../model/explanation.ts";
import { columnsOf } from "../text/columns.ts";
import { wrap } from "../text/wrap.ts";
import { duration, formatDuration } from "../time/duration.ts";
import { formatInstant } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import type { MembershipExplanation, Reading } from "./explaining.ts";
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
  const verdict = main.explanation.holds ? "is in" : "is not in";
  const blocks = [
    ` ${who} ${verdict} ${segment} at ${formatInstant(at)}\n`,
    drawTree(main.explanation, columns),
    drawEvents(main.explanation, at, locate),
    ...others.filter((each) => differs(main, each)).map((each) => drawOther(each, columns)),
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

function rowsOf(explanation: Explanation, depth: number): readonly (readonly string[])[] {
  const { conditions, holds, found, asked, margin } = explanation;
  const isGroup = conditions.length > 0;
  const row = [
    "  ".repeat(depth) + (isGroup ? titleOf(explanation) : explanation.text),
    holds ? "✓" : "✗",
    isGroup && found === undefined ? "" : wordOf(found),
    asked ?? "",
    margin === undefined ? "" : wordOfMargin(margin),
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

function wordOfMargin({ amount, unit }: Margin): string {
  const size = Math.abs(amount);
  const text =
    unit === "ms" ? formatDuration(duration(size)) : unit === "events" ? `${size}` : `${size}`;
  if (amount < 0) return unit === "ms" ? `in ${text}` : `${text} missing`;
  return unit === "ms" ? `${text} left` : `${text} to spare`;
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
  return JSON.stringify(shapeOf(a.explanation)) !== JSON.stringify(shapeOf(b.explanation));
}

function shapeOf({ holds, found, conditions }: Explanation): unknown {
  return [holds, found, conditions.map(shapeOf)];
}

function drawOther({ label, explanation }: Reading, columns: number): string {
  return ` ${label}: ${explanation.holds ? "in" : "out"}\n${drawTree(explanation, columns)}`;
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
  const { profileId, segment, at, readings, next } = explanation;
  const [main, ...others] = readings;
  return {
    profile: profileId,
    segment,
    at: formatInstant(at),
    member: main.explanation.holds,
    reading: main.label,
    condition: conditionDocument(main.explanation, locate),
    otherReadings: others.map((each) => ({
      reading: each.label,
      member: each.explanation.holds,
      condition: conditionDocument(each.explanation, locate),
    })),
    next:
      next === undefined
        ? null
        : { at: formatInstant(next.at), change: next.entered ? "enters" : "leaves", by: next.by },
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
