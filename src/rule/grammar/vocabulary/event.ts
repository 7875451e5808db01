import { FEEDS } from "../../../model/event.ts";
import type { ValueType, Vocabulary } from "../../../model/vocabulary.ts";
import { didYouMean } from "../../../text/suggest.ts";
import { meaningOf } from "../../vocabulary.ts";
import type { Reading } from "../reading.ts";

const TYPES: readonly ValueType[] = ["text", "number", "boolean", "instant", "list"];

/** Reads `event "NextSong" from session-log with level text, length number`. */
export function readEvent(reading: Reading): Partial<Vocabulary> | undefined {
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

/** Reads the name of a feed. */
export function readFeed({ cursor }: Reading): (typeof FEEDS)[number] | undefined {
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

/** Reads the type of a value. */
export function readType({ cursor }: Reading): ValueType | undefined {
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
