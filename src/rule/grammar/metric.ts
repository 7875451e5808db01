import type { Span } from "../../text/span.ts";
import { didYouMean } from "../../text/suggest.ts";
import { type Duration, parseDuration } from "../../time/duration.ts";
import type { MetricRef, Window } from "../ast.ts";
import { quote } from "../quote.ts";
import { meaningOf } from "../vocabulary.ts";
import { lengthFault } from "./length.ts";
import type { Reading } from "./reading.ts";
import { SHORTHAND } from "./shape.ts";

/** What is counted. If the name is unknown it was complained about, `known` is false, and the rest may still be read. */
export interface WrittenMetric {
  readonly metric: MetricRef;
  readonly known: boolean;
  /** Where it stands. */
  readonly at: Span;
  /** The window inside the word, as in `opens_last_72h`, if it could be read. */
  readonly window?: Window | "wrong" | undefined;
}

/** Reads the name of what is counted: a metric, `opens_last_72h`, `event "Cart Viewed"` or `event starting with "Cart "`. */
export function readMetric(reading: Reading): WrittenMetric | undefined {
  const { cursor } = reading;
  if (cursor.is("event") && cursor.peek(1).kind === "text") return readEvent(reading);
  if (cursor.is("event", "starting")) return readPrefix(reading);
  const token = cursor.peek();
  if (token.kind !== "word" || cursor.isClause() || cursor.is("and") || cursor.is("or"))
    return cursor.expected("a metric");
  cursor.next();
  const known = knownMetric(reading, token.text);
  if (known !== undefined) return { metric: known, known: true, at: token };
  const match = SHORTHAND.exec(token.text);
  if (match === null) return unknown(reading, token.text);
  const [, word = "", length = ""] = match;
  const metric = knownMetric(reading, word);
  const written =
    metric === undefined ? unknown(reading, word) : { metric, known: true, at: token };
  const fault = lengthFault(length);
  if (fault !== undefined) {
    cursor.report({ start: token.end - length.length, end: token.end }, fault);
    return { ...written, known: false, window: "wrong" };
  }
  const window = parseDuration(length);
  return typeof window === "number" ? { ...written, window: lastOf(window) } : written;
}

function lastOf(length: Duration): Window {
  return { kind: "last", length };
}

/** Whether rules may count this word. */
export function hasMetric({ words }: Reading, word: string): boolean {
  return meaningOf(words.metrics, word) !== undefined;
}

/** What a word counts, or `undefined` if it is no metric. */
export function knownMetric({ words }: Reading, word: string): MetricRef | undefined {
  const metric = meaningOf(words.metrics, word);
  if (metric === undefined) return undefined;
  const { events, prefix, feed, where } = metric;
  return {
    word,
    quoted: false,
    events,
    ...(prefix === undefined ? {} : { prefix }),
    ...(feed === undefined ? {} : { feed }),
    ...(where === undefined ? {} : { only: where }),
  };
}

/** The word was the last token taken, or the beginning of it. */
function unknown({ cursor, words }: Reading, word: string): WrittenMetric {
  const { start } = cursor.last();
  const at = { start, end: start + word.length };
  const note = didYouMean(word, Object.keys(words.metrics));
  cursor.report(at, { code: "UNKNOWN_METRIC", message: `unknown metric "${word}"`, note });
  return { metric: { word, quoted: false, events: [] }, known: false, at };
}

function readEvent({ cursor, words }: Reading): WrittenMetric {
  cursor.next();
  const token = cursor.next();
  const isKnown = meaningOf(words.events, token.text) !== undefined;
  if (!isKnown) {
    const message = `unknown event ${quote(token.text)}`;
    const note = didYouMean(token.text, Object.keys(words.events));
    cursor.report(token, { code: "UNKNOWN_EVENT", message, note });
  }
  const events = isKnown ? [token.text] : [];
  return { metric: { word: token.text, quoted: true, events }, known: isKnown, at: token };
}

/** Reads `event starting with "Order "`. Feeds have events that nobody declared, so an unknown beginning is a warning. */
function readPrefix({ cursor, words }: Reading): WrittenMetric | undefined {
  cursor.next();
  cursor.next();
  if (!cursor.accept("with"))
    return cursor.expected('"with" and the beginning of a name in quotes');
  const token = cursor.peek();
  if (token.kind !== "text") return cursor.expected("the beginning of a name in quotes");
  cursor.next();
  const prefix = token.text;
  if (!Object.keys(words.events).some((name) => name.startsWith(prefix))) {
    const message = `no known event begins with ${quote(prefix)}`;
    cursor.report(token, { severity: "warning", code: "UNKNOWN_EVENT", message });
  }
  const metric = { word: prefix, quoted: true, events: [], prefix };
  return { metric, known: true, at: token };
}
