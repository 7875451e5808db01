import type { Predicate } from "../../model/predicate.ts";
import type { ValueType } from "../../model/vocabulary.ts";
import { nearest } from "../../text/suggest.ts";
import type { MetricRef } from "../ast.ts";
import type { Token } from "../lexer.ts";
import { meaningOf } from "../vocabulary.ts";
import { readDayRange } from "./day-range.ts";
import { quote } from "../quote.ts";
import { STARTERS } from "./keywords.ts";
import { deeper, type Reading } from "./reading.ts";
import { looksLikeCount, SHORTHAND, startsBoundOrWindow } from "./shape.ts";
import { readTest } from "./value-test.ts";
import { readDays } from "./weekday.ts";

/** Whose properties are tested. */
export interface PredicateOf {
  readonly metric: Pick<MetricRef, "events" | "prefix">;
  /** Whether the count around it lacks nothing, so that what follows an `and` may be another condition. */
  readonly complete: boolean;
}

/** Reads a condition on properties after `where`. Without parentheses an `and` goes on with it only if a property
 *  follows; a word that is both a property and a metric is the metric. */
export function readPredicate(reading: Reading, of: PredicateOf): Predicate | undefined {
  const goesOn = (): boolean => startsProperty(reading, of);
  return readOr(reading, of, goesOn);
}

type GoesOn = () => boolean;

function readOr(reading: Reading, of: PredicateOf, goesOn: GoesOn): Predicate | undefined {
  return readJoined(reading, "or", goesOn, () =>
    readJoined(reading, "and", goesOn, () => readUnary(reading, of)),
  );
}

function readJoined(
  { cursor, ends }: Reading,
  word: "and" | "or",
  goesOn: GoesOn,
  readPart: () => Predicate | undefined,
): Predicate | undefined {
  const predicates: Predicate[] = [];
  const depth = cursor.parentheses;
  let failed = false;
  for (;;) {
    const predicate = readPart();
    if (predicate !== undefined) predicates.push(predicate);
    else {
      failed = true;
      cursor.recover(depth, () => startsBoundOrWindow(cursor) || ends?.() === true);
    }
    if (!cursor.is(word) || !goesOn()) break;
    cursor.next();
  }
  if (failed) return undefined;
  return predicates.length === 1 ? predicates[0] : { kind: word, predicates };
}

function readUnary(reading: Reading, of: PredicateOf): Predicate | undefined {
  const { cursor } = reading;
  if (cursor.accept("not")) {
    const predicate = deeper(reading, () => readUnary(reading, of));
    return predicate === undefined ? undefined : { kind: "not", predicate };
  }
  if (!cursor.isSymbol("(")) return readProperty(reading, of);
  cursor.next();
  const depth = cursor.parentheses;
  const inner = deeper(reading, () => readOr(reading, of, () => true));
  return cursor.close(depth, inner);
}

function readProperty(reading: Reading, of: PredicateOf): Predicate | undefined {
  const { cursor } = reading;
  if (isLocal(reading, 0)) return readLocal(reading);
  const token = cursor.peek();
  if (!isPropertyName(token) || cursor.isClause()) return cursor.expected("a property");
  cursor.next();
  const property = token.text;
  const type = checkProperty(reading, token, of.metric);
  const written = readTest(cursor, { name: property, type });
  if (written === undefined) return undefined;
  return notIf(written.negated, { kind: "property", property, test: written.test });
}

/** The type of the property that a token names, if it is known; complains if no event of the metric has it. */
export function checkProperty(
  reading: Reading,
  token: Token,
  metric: PredicateOf["metric"],
): ValueType | undefined {
  const { type, names } = knownOf(reading, metric, token.text);
  const isOpen = names === undefined || metric.prefix !== undefined;
  if (!isOpen && !names.includes(token.text))
    complainOfProperty(reading, token, { events: metric.events, names });
  return type;
}

/** Whether `local time` or `local day` stands `ahead` of here: the wall clock when the event happened. */
function isLocal({ cursor }: Reading, ahead: number): boolean {
  const { word } = cursor.peek(ahead + 1);
  return cursor.peek(ahead).word === "local" && (word === "time" || word === "day");
}

function readLocal(reading: Reading): Predicate | undefined {
  const { cursor } = reading;
  const start = cursor.next();
  const isDay = cursor.next().word === "day";
  if (isDay) {
    const written = readDays(cursor);
    if (written === undefined) return undefined;
    return notIf(written.negated, { kind: "weekday", days: written.days });
  }
  const isUnequal = cursor.acceptSymbol("!=");
  if (!isUnequal && !cursor.acceptSymbol("=")) cursor.accept("is");
  const negated = cursor.accept("not") || isUnequal;
  cursor.accept("in");
  const range = readDayRange(reading, start);
  if (range === undefined) return undefined;
  const { span: _, ...stretch } = range;
  return notIf(negated, { kind: "local_time", ...stretch });
}

function notIf(negated: boolean, predicate: Predicate): Predicate {
  return negated ? { kind: "not", predicate } : predicate;
}

function isPropertyName({ kind, word }: Token): boolean {
  return kind === "text" || (kind === "word" && !["and", "or", "not"].includes(word));
}

/** A near miss of a known name is a slip; any other may be a property of the feed's own. */
function complainOfProperty(
  { cursor }: Reading,
  token: Token,
  { events, names }: { readonly events: readonly string[]; readonly names: readonly string[] },
): void {
  const near = nearest(token.text, names);
  cursor.report(token, {
    severity: near === undefined ? "warning" : "error",
    code: "UNKNOWN_PROPERTY",
    message: `${events.map(quote).join(" or ")} has no known property "${token.text}"`,
    note: near === undefined ? undefined : `did you mean "${near}"?`,
  });
}

/** The type of a property and the names of all properties; both `undefined` where an event lists none. */
function knownOf(
  { words }: Reading,
  { events: named, prefix }: PredicateOf["metric"],
  property: string,
): { readonly type: ValueType | undefined; readonly names: readonly string[] | undefined } {
  const more =
    prefix === undefined ? [] : Object.keys(words.events).filter((each) => each.startsWith(prefix));
  const events = [...new Set([...named, ...more])];
  const lists = events.map((event) => meaningOf(words.events, event)?.properties);
  const types = lists.map((list) => (list === undefined ? undefined : meaningOf(list, property)));
  const type = types.every((each) => each === types[0]) ? types[0] : undefined;
  if (lists.length === 0 || lists.includes(undefined)) return { type, names: undefined };
  return { type, names: lists.flatMap((list) => Object.keys(list ?? {})) };
}

/** Whether a test on a property follows the `and` or `or` that stands here. */
function startsProperty(reading: Reading, of: PredicateOf): boolean {
  const { cursor, words } = reading;
  let ahead = 1;
  while (cursor.isSymbol("(", ahead) || cursor.peek(ahead).word === "not") ahead += 1;
  const { kind, text, word } = cursor.peek(ahead);
  if (kind === "text") return true;
  if (isLocal(reading, ahead)) return !of.complete;
  const isOther = word === "in" || (word === "scroll" && cursor.peek(ahead + 1).word === "depth");
  if (kind !== "word" || isOther || STARTERS.has(word) || /^(location|profile)\./.test(word))
    return false;
  if (meaningOf(words.metrics, text) !== undefined) return false;
  if (knownOf(reading, of.metric, text).names?.includes(text) === true) return true;
  if (meaningOf(words.attributes, text) !== undefined || SHORTHAND.test(text)) return false;
  return !of.complete || !looksLikeCount(cursor, ahead);
}
