import { FEEDS } from "../../model/event.ts";
import type { Metric, ValueType, Vocabulary } from "../../model/vocabulary.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { Token } from "../lexer.ts";
import { extend, meaningOf, PRESETS } from "../vocabulary.ts";
import { readRange } from "./clock.ts";
import { isReserved } from "./keywords.ts";
import { readSpan } from "./length.ts";
import { readPredicate } from "./predicate.ts";
import type { Reading } from "./reading.ts";

const TYPES: readonly ValueType[] = ["text", "number", "boolean", "instant", "list"];
const ENTRIES = [
  "use",
  "event",
  "metric",
  "part",
  "attribute",
  "score",
  "thing",
  "device",
  "area",
  "session",
] as const;

/** Reads the entries after `vocabulary` and makes their words known to what is read next. Of two entries for one word the
 *  later holds, as it does over the default words. */
export function readVocabularyBlock(reading: Reading): void {
  const { cursor } = reading;
  cursor.acceptSymbol(":");
  while (!cursor.isClause()) {
    if (cursor.acceptSymbol(";")) continue;
    const more = readEntry(reading);
    if (more === undefined) skipToEntry(reading);
    else reading.words = extend(reading.words, more);
  }
}

function skipToEntry({ cursor }: Reading): void {
  // An entry begins with its word and a name; inside a faulty one the same word may stand as a name itself.
  while (!cursor.isClause()) {
    const { word } = cursor.peek();
    const opensEntry = ENTRIES.some((each) => each === word) && cursor.peek(1).kind !== "symbol";
    if (opensEntry) return;
    cursor.next();
  }
}

function readEntry(reading: Reading): Partial<Vocabulary> | undefined {
  const { cursor } = reading;
  const entry = ENTRIES.find((each) => cursor.is(each));
  if (entry === undefined) {
    const note = didYouMean(cursor.peek().text, ENTRIES);
    cursor.expected(
      "use, event, metric, part, attribute, score, thing, device, area, session gap or segment",
      note,
    );
    cursor.next();
    return undefined;
  }
  cursor.next();
  switch (entry) {
    case "use":
      return readUse(reading);
    case "event":
      return readEvent(reading);
    case "metric":
      return readMetric(reading);
    case "part":
      return readPart(reading);
    case "attribute":
      return readAttribute(reading);
    case "score":
      return readScore(reading);
    case "session":
      return readSessionGap(reading);
    case "thing":
      return readThing(reading);
    case "device":
    case "area": {
      const name = readName(reading);
      return name && { [`${entry}s`]: [name.text] };
    }
  }
}

function readUse({ cursor }: Reading): Partial<Vocabulary> | undefined {
  const token = cursor.peek();
  if (token.kind !== "word") return cursor.expected("segment, klaviyo or hubspot");
  cursor.next();
  const preset = meaningOf(PRESETS, token.word);
  if (preset !== undefined) {
    // Ready-made words say nothing of sessions: a gap that was declared stays.
    const { sessionGap: _, ...names } = preset;
    return names;
  }
  const message = `unknown vocabulary "${token.text}": there are segment, klaviyo and hubspot`;
  const note = didYouMean(token.text, Object.keys(PRESETS));
  return cursor.report(token, { code: "UNKNOWN_PRESET", message, note });
}

/** Reads `event "NextSong" from session-log with level text, length number`. */
function readEvent(reading: Reading): Partial<Vocabulary> | undefined {
  const { cursor, words } = reading;
  const token = cursor.peek();
  if (token.kind !== "text") return cursor.expected("the event's name in quotes");
  cursor.next();
  const before = meaningOf(words.events, token.text);
  const feed = cursor.accept("from") ? readFeed(reading) : (before?.feed ?? "session-log");
  const more = cursor.accept("with") ? readProperties(reading) : {};
  if (feed === undefined || more === undefined) return undefined;
  const properties = { ...before?.properties, ...more };
  const isOpen = Object.keys(properties).length === 0;
  return { events: { [token.text]: isOpen ? { feed } : { feed, properties } } };
}

function readFeed({ cursor }: Reading): (typeof FEEDS)[number] | undefined {
  const token = cursor.peek();
  if (token.kind !== "word") return cursor.expected("a feed such as session-log");
  cursor.next();
  let name = token.text;
  if (token.word === "session" && cursor.isSymbol("-") && cursor.peek(1).word === "log") {
    cursor.next();
    name += `-${cursor.next().text}`;
  }
  const wanted = name.toLowerCase().replace("_", "-");
  const feed = FEEDS.find((each) => each === wanted);
  if (feed !== undefined) return feed;
  const message = `unknown feed "${name}": there are ${FEEDS.join(", ")}`;
  return cursor.report(token, { code: "UNKNOWN_FEED", message, note: didYouMean(name, FEEDS) });
}

function readProperties(reading: Reading): Readonly<Record<string, ValueType>> | undefined {
  const { cursor } = reading;
  const properties: [string, ValueType][] = [];
  do {
    const token = cursor.peek();
    if (token.kind !== "word" && token.kind !== "text") return cursor.expected("a property");
    cursor.next();
    const type = readType(reading);
    if (type === undefined) return undefined;
    properties.push([token.text, type]);
  } while (cursor.acceptSymbol(","));
  return Object.fromEntries(properties);
}

function readType({ cursor }: Reading): ValueType | undefined {
  const token = cursor.peek();
  if (token.kind !== "word" || cursor.isClause()) return cursor.expected(TYPES.join(", "));
  cursor.next();
  const type = TYPES.find((each) => each === token.word);
  if (type !== undefined) return type;
  const message = `unknown type "${token.text}": there are ${TYPES.join(", ")}`;
  return cursor.report(token, {
    code: "UNKNOWN_TYPE",
    message,
    note: didYouMean(token.text, TYPES),
  });
}

/** Reads `metric carts = "cart" or starting with "cart_" from session-log where level = "paid"`, which declares its events
 *  too. */
function readMetric(reading: Reading): Partial<Vocabulary> | undefined {
  const { cursor, words } = reading;
  const name = readName(reading);
  if (name === undefined || !acceptEquals(reading)) return undefined;
  const counted = readCounted(reading);
  if (counted === undefined) return undefined;
  const isFrom = cursor.accept("from");
  const feed = isFrom ? readFeed(reading) : undefined;
  const isWhere = cursor.accept("where");
  const where = isWhere ? readPredicate(reading, { metric: counted, complete: false }) : undefined;
  if ((isFrom && feed === undefined) || (isWhere && where === undefined)) return undefined;
  const metric: Metric = {
    ...counted,
    ...(feed === undefined ? {} : { feed }),
    ...(where === undefined ? {} : { where }),
  };
  const declared = counted.events.filter((each) => meaningOf(words.events, each) === undefined);
  return {
    metrics: { [name.text]: metric },
    events: Object.fromEntries(
      declared.map((each) => [each, { feed: feed ?? "session-log" } as const]),
    ),
  };
}

/** Reads the names of events, and at most one beginning of names. */
function readCounted({ cursor }: Reading): Pick<Metric, "events" | "prefix"> | undefined {
  const events: string[] = [];
  let prefix: string | undefined;
  do {
    const isPrefix = cursor.is("starting");
    if (isPrefix && prefix !== undefined) {
      const message = 'a metric has one "starting with"';
      return cursor.report(cursor.peek(), { code: "REPEATED", message });
    }
    if (isPrefix && !cursor.accept("starting", "with")) return cursor.expected('"starting with"');
    const token = cursor.peek();
    if (token.kind !== "text") return cursor.expected("an event's name in quotes");
    cursor.next();
    if (isPrefix) prefix = token.text;
    else events.push(token.text);
  } while (cursor.accept("or") || cursor.acceptSymbol(","));
  return prefix === undefined ? { events } : { events, prefix };
}

function readPart(reading: Reading): Partial<Vocabulary> | undefined {
  const name = readName(reading);
  if (name === undefined || !acceptEquals(reading)) return undefined;
  const range = readRange(reading.cursor);
  return range && { parts: { [name.text]: range } };
}

function readAttribute(reading: Reading): Partial<Vocabulary> | undefined {
  const { cursor, words } = reading;
  const token = cursor.peek();
  if (token.kind !== "word" || cursor.isClause()) return cursor.expected("a name");
  cursor.next();
  const type = readType(reading);
  if (type === undefined) return undefined;
  if (type === "number" || !words.scores.includes(token.text))
    return { attributes: { [token.text]: type } };
  const message = `"${token.text}" is a score, so it is a number`;
  return cursor.report(token, { code: "TYPE_MISMATCH", message });
}

/** Reads `score propensity`: a number attribute that a model keeps. */
function readScore({ cursor }: Reading): Partial<Vocabulary> | undefined {
  const token = cursor.peek();
  if (token.kind !== "word" || cursor.isClause()) return cursor.expected("a name");
  cursor.next();
  return { attributes: { [token.text]: "number" }, scores: [token.text] };
}

/** Reads `session gap 20min`, after `session`. */
function readSessionGap({ cursor }: Reading): Partial<Vocabulary> | undefined {
  if (!cursor.accept("gap")) return cursor.expected('"gap" and a length such as 30min');
  const sessionGap = readSpan(cursor);
  return sessionGap && { sessionGap };
}

function readThing(reading: Reading): Partial<Vocabulary> | undefined {
  const { cursor } = reading;
  const name = readName(reading);
  if (name === undefined || !acceptEquals(reading)) return undefined;
  const token = cursor.peek();
  if ((token.kind !== "word" && token.kind !== "text") || cursor.isClause())
    return cursor.expected("the property that names it, such as song_id");
  cursor.next();
  return { things: { [name.text]: token.text } };
}

/** Reads a name that rules can then write without quotes. */
function readName({ cursor }: Reading): Token | undefined {
  const token = cursor.peek();
  if (token.kind !== "word") return cursor.expected("a name");
  if (!isReserved(token.text)) return cursor.next();
  const message = `"${token.text}" is a word of the language: choose another name`;
  cursor.report(token, { code: "RESERVED_NAME", message });
  cursor.next();
  return undefined;
}

function acceptEquals({ cursor }: Reading): boolean {
  if (cursor.acceptSymbol("=")) return true;
  cursor.expected('"="');
  return false;
}
