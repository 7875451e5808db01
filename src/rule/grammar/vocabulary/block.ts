import type { Vocabulary } from "../../../model/vocabulary.ts";
import type { Span } from "../../../text/span.ts";
import { didYouMean } from "../../../text/suggest.ts";
import { extend, meaningOf, PRESETS } from "../../vocabulary.ts";
import { readRange } from "../clock.ts";
import { readSpan } from "../length.ts";
import type { Reading } from "../reading.ts";
import { readEvent, readType } from "./event.ts";
import { readMetric } from "./metric.ts";
import { acceptEquals, readName } from "./name.ts";

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

/** One line of a block: where it stands, and the words it adds. */
export interface Entry {
  readonly span: Span;
  readonly kind: (typeof ENTRIES)[number];
  readonly words: Partial<Vocabulary>;
}

/** Reads the entries after `vocabulary` and makes their words known to what is read next. Of two entries for one word the
 *  later holds, as it does over the default words. */
export function readVocabularyBlock(reading: Reading): readonly Entry[] {
  const { cursor } = reading;
  const entries: Entry[] = [];
  cursor.acceptSymbol(":");
  while (!cursor.isClause()) {
    if (cursor.acceptSymbol(";")) continue;
    const entry = readEntry(reading);
    if (entry === undefined) skipToEntry(reading);
    else {
      entries.push(entry);
      reading.words = extend(reading.words, entry.words);
    }
  }
  return entries;
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

function readEntry(reading: Reading): Entry | undefined {
  const { cursor } = reading;
  const kind = ENTRIES.find((each) => cursor.is(each));
  if (kind === undefined) {
    const note = didYouMean(cursor.peek().text, ENTRIES);
    cursor.expected(
      "use, event, metric, part, attribute, score, thing, device, area, session gap or segment",
      note,
    );
    cursor.next();
    return undefined;
  }
  const start = cursor.next();
  const words = readWords(reading, kind);
  return words && { span: cursor.spanFrom(start), kind, words };
}

function readWords(reading: Reading, kind: Entry["kind"]): Partial<Vocabulary> | undefined {
  switch (kind) {
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
      return name && { [`${kind}s`]: [name.text] };
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

function readPart(reading: Reading): Partial<Vocabulary> | undefined {
  const name = readName(reading);
  if (name === undefined || !acceptEquals(reading)) return undefined;
  const range = readRange(reading.cursor);
  return range && { parts: { [name.text]: range } };
}

function readAttribute(reading: Reading): Partial<Vocabulary> | undefined {
  const { cursor, words } = reading;
  const token = cursor.peek();
  if (token.kind !== "word" || cursor.isRule()) return cursor.expected("a name");
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
  if (token.kind !== "word" || cursor.isRule()) return cursor.expected("a name");
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
  if ((token.kind !== "word" && token.kind !== "text") || cursor.isRule())
    return cursor.expected("the property that names it, such as song_id");
  cursor.next();
  return { things: { [name.text]: token.text } };
}
