import { didYouMean } from "../../text/suggest.ts";
import type { Condition, InSession, MetricRef, SessionField, SessionIs } from "../ast.ts";
import type { Token } from "../lexer.ts";
import { readCounted } from "./bounds.ts";
import type { Cursor } from "./cursor.ts";
import { not } from "./held.ts";
import { readLength } from "./length.ts";
import { readLiteral } from "./literal.ts";
import { knownMetric } from "./metric.ts";
import type { Reading } from "./reading.ts";
import { readTest, type Subject } from "./value-test.ts";

/** How the fields are written, and what kind of value each has. */
export const SESSION_FIELDS: Readonly<
  Record<
    SessionField,
    { readonly words: string; readonly kind: "count" | "length" | "text" | "percent" }
  >
> = {
  depth: { words: "session depth", kind: "count" },
  clicks: { words: "session clicks", kind: "count" },
  duration: { words: "session duration", kind: "length" },
  time_on_page: { words: "time on page", kind: "length" },
  scroll_depth: { words: "scroll depth", kind: "percent" },
  referrer: { words: "session referrer", kind: "text" },
  campaign: { words: "session campaign", kind: "text" },
};

const FIELDS = Object.keys(SESSION_FIELDS) as readonly SessionField[];

/** Which of the vocabulary's metrics a field counts or looks for. */
const METRICS: Partial<Record<SessionField, string>> = {
  depth: "pages",
  time_on_page: "pages",
  scroll_depth: "pages",
  clicks: "site_clicks",
};

/** Whether something about the session begins here. */
export function startsSession(cursor: Cursor): boolean {
  return cursor.is("session") || cursor.is("time", "on") || cursor.is("scroll", "depth");
}

/** Reads `session depth >= 3`, `time on page >= 30s`, `session ended` and their like. */
export function readSession(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  const gap = reading.words.sessionGap;
  if (cursor.accept("session", "ended") || cursor.accept("session", "ends"))
    return { kind: "in_session", span: cursor.spanFrom(start), gap, ended: true };
  const field = FIELDS.find((each) => cursor.accept(...SESSION_FIELDS[each].words.split(" ")));
  if (field === undefined) return complainOfField(cursor);
  const metric = metricOf(reading, field, start);
  const written = readTest(cursor, subjectOf(field));
  if (written === undefined || metric === "unknown") return undefined;
  const { test, negated } = written;
  const counted = metric === undefined ? {} : { metric };
  const span = cursor.spanFrom(start);
  const leaf: SessionIs = { kind: "session", span, field, ...counted, gap, test };
  return negated ? not(leaf) : leaf;
}

/** Reads `in session`. */
export function readInSession({ cursor, words }: Reading): InSession {
  const start = cursor.next();
  cursor.next();
  const span = cursor.spanFrom(start);
  return { kind: "in_session", span, gap: words.sessionGap, ended: false };
}

function complainOfField(cursor: Cursor): undefined {
  const start = cursor.next();
  if (start.word === "time") return cursor.expected('"page"');
  const token = cursor.peek();
  const names = ["depth", "duration", "clicks", "referrer", "campaign", "ended"];
  const message = `after "session" stands one of ${names.join(", ")}`;
  const isWord =
    token.kind === "word" && !cursor.isClause() && !cursor.is("and") && !cursor.is("or");
  const note = isWord ? didYouMean(token.text, names) : undefined;
  const span = isWord ? token : start;
  if (isWord) cursor.next();
  return cursor.report(span, { code: "UNKNOWN_SESSION_FIELD", message, note });
}

function metricOf(
  reading: Reading,
  field: SessionField,
  start: Token,
): MetricRef | "unknown" | undefined {
  const word = METRICS[field];
  if (word === undefined) return undefined;
  const metric = knownMetric(reading, word);
  if (metric !== undefined) return metric;
  const message = `"${SESSION_FIELDS[field].words}" looks for the metric "${word}", which the vocabulary lacks`;
  reading.cursor.report(start, { code: "UNKNOWN_METRIC", message });
  return "unknown";
}

function subjectOf(field: SessionField): Subject {
  const { words: name, kind } = SESSION_FIELDS[field];
  switch (kind) {
    case "count":
      return { name, type: "number", own: readCounted };
    case "length":
      return { name, type: "number", own: readLength };
    case "percent":
      return { name, type: "number", own: readPercent };
    case "text":
      return { name, type: "text" };
  }
}

/** Reads a number; a percent sign after it says nothing new. */
function readPercent(cursor: Cursor): number | undefined {
  const literal = readLiteral(cursor, "a number");
  if (literal === undefined) return undefined;
  cursor.acceptSymbol("%");
  if (typeof literal.value === "number") return literal.value;
  const message = "scroll depth is a number, from 0 to 100";
  return cursor.report(literal.span, { code: "TYPE_MISMATCH", message });
}
