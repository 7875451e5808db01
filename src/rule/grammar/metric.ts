import { type Duration, parseDuration } from "../../time/duration.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { MetricRef } from "../ast.ts";
import { quote } from "../quote.ts";
import { meaningOf } from "../vocabulary.ts";
import { lengthFault } from "./length.ts";
import type { Reading } from "./reading.ts";
import { SHORTHAND } from "./shape.ts";

/** What is counted. If the name is unknown it was complained about, `known` is false, and the rest may still be read. */
export interface WrittenMetric {
  readonly metric: MetricRef;
  readonly known: boolean;
  /** The window inside the word, as in `opens_last_72h`, if it could be read. */
  readonly window?: Duration | "wrong" | undefined;
}

/** Reads the name of what is counted: a metric, `opens_last_72h`, or `event "Cart Viewed"`. */
export function readMetric(reading: Reading): WrittenMetric | undefined {
  const { cursor } = reading;
  if (cursor.is("event") && cursor.peek(1).kind === "text") return readEvent(reading);
  const token = cursor.peek();
  if (token.kind !== "word" || cursor.isClause()) return cursor.expected("a metric");
  cursor.next();
  const metric = meaningOf(reading.words.metrics, token.text);
  if (metric !== undefined) return known(token.text, reading);
  const match = SHORTHAND.exec(token.text);
  if (match === null) return unknown(reading, token.text);
  const [, word = "", length = ""] = match;
  const written = hasMetric(reading, word) ? known(word, reading) : unknown(reading, word);
  const fault = lengthFault(length);
  if (fault !== undefined) {
    cursor.report({ start: token.end - length.length, end: token.end }, fault);
    return { ...written, known: false, window: "wrong" };
  }
  const window = parseDuration(length);
  return typeof window === "number" ? { ...written, window } : written;
}

/** Whether rules may count this word. */
export function hasMetric({ words }: Reading, word: string): boolean {
  return meaningOf(words.metrics, word) !== undefined;
}

function known(word: string, { words }: Reading): WrittenMetric {
  const { events, prefix, feed, where } = meaningOf(words.metrics, word)!;
  const metric = {
    word,
    quoted: false,
    events,
    ...(prefix === undefined ? {} : { prefix }),
    ...(feed === undefined ? {} : { feed }),
    ...(where === undefined ? {} : { only: where }),
  };
  return { metric, known: true };
}

/** The word was the last token taken, or the beginning of it. */
function unknown({ cursor, words }: Reading, word: string): WrittenMetric {
  const { start } = cursor.last();
  const note = didYouMean(word, Object.keys(words.metrics));
  const message = `unknown metric "${word}"`;
  cursor.report({ start, end: start + word.length }, { code: "UNKNOWN_METRIC", message, note });
  return { metric: { word, quoted: false, events: [] }, known: false };
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
  return { metric: { word: token.text, quoted: true, events }, known: isKnown };
}
