import { columnsOf } from "./columns.ts";
import type { Finding } from "./finding.ts";
import { positionAt, type Source, type Span } from "./span.ts";

/** Longer lines are cut to the surroundings of the span, in UTF-16 units. */
const LONGEST_LINE = 160;
const SURROUNDINGS = 60;

/** What a terminal must not be sent from somebody's file: controls, reversals of direction, halves of characters. */
const UNPRINTABLE = /(?!\t)\p{Cc}|\p{Cs}|[\u2028-\u202e\u2066-\u2069]/gu;

/** A finding as people read it: severity, code and message; where it stands; the author's own line with a caret and the
 *  note. Four lines, without a line end after the last. */
export function drawFinding(finding: Finding): string {
  const { severity, code, message, source, span, note } = finding;
  const { line, column } = positionAt(source, span.start);
  const shown = excerpt(source, span);
  const gutter = String(line);
  const carets = "^".repeat(Math.max(1, columnsOf(shown.marked)));
  return [
    `${severity} ${code}: ${printable(message)}`,
    `  --> ${printable(source.path)}:${line}:${column}`,
    `${gutter} | ${shown.before}${shown.marked}${shown.after}`.trimEnd(),
    `${" ".repeat(gutter.length)} | ${blank(shown.before)}${carets}${note === undefined ? "" : ` ${printable(note)}`}`,
  ].join("\n");
}

interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The line on which the span begins, in three parts. A span that goes on below is marked to the end of its line. */
function excerpt({ text }: Source, span: Span): Excerpt {
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const newline = text.indexOf("\n", span.start);
  const lineEnd = newline === -1 ? text.length : newline;
  const markedEnd = Math.min(Math.max(span.start, span.end), lineEnd);
  const isLong = lineEnd - lineStart > LONGEST_LINE;
  const from = isLong ? Math.max(lineStart, span.start - SURROUNDINGS) : lineStart;
  const to = isLong ? Math.min(lineEnd, span.start + SURROUNDINGS) : lineEnd;
  const end = Math.min(markedEnd, to);
  return {
    before: (from > lineStart ? "…" : "") + printable(text.slice(from, span.start)),
    marked: printable(text.slice(span.start, end).replace(/\r$/, "")),
    after: printable(text.slice(end, to).replace(/\r$/, "")) + (to < lineEnd ? "…" : ""),
  };
}

/** The text with `\ufffd` for what a terminal must not be sent from somebody's file. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, "\ufffd");
}

/** As wide as the text, but empty. Tabs stay, so that both lines meet the same stops. */
function blank(text: string): string {
  return text
    .split("\t")
    .map((part) => " ".repeat(columnsOf(part)))
    .join("\t");
}
