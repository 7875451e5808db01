import type { Predicate } from "../../model/predicate.ts";
import type { ValueType } from "../../model/vocabulary.ts";
import { nearest } from "../../text/suggest.ts";
import { meaningOf } from "../vocabulary.ts";
import type { Token } from "../lexer.ts";
import { STARTERS } from "./keywords.ts";
import { deeper, type Reading } from "./reading.ts";
import { looksLikeCount, SHORTHAND, startsBoundOrWindow } from "./shape.ts";
import { readTest } from "./value-test.ts";

/** Whose properties are tested. */
export interface PredicateOf {
  readonly events: readonly string[];
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
  { cursor }: Reading,
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
      cursor.recover(depth, () => startsBoundOrWindow(cursor));
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
  const token = cursor.peek();
  if (!isPropertyName(token) || cursor.isClause()) return cursor.expected("a property");
  cursor.next();
  const property = token.text;
  const { type, names } = knownOf(reading, of.events, property);
  if (names !== undefined && !names.includes(property))
    complainOfProperty(reading, token, { of, names });
  const written = readTest(cursor, { name: property, type });
  if (written === undefined) return undefined;
  const predicate = { kind: "property", property, test: written.test } as const;
  return written.negated ? { kind: "not", predicate } : predicate;
}

function isPropertyName({ kind, word }: Token): boolean {
  return kind === "text" || (kind === "word" && !["and", "or", "not"].includes(word));
}

/** A near miss of a known name is a slip; any other may be a property of the feed's own. */
function complainOfProperty(
  { cursor }: Reading,
  token: Token,
  { of, names }: { readonly of: PredicateOf; readonly names: readonly string[] },
): void {
  const near = nearest(token.text, names);
  const events = of.events.map((each) => `"${each}"`).join(" or ");
  cursor.report(token, {
    severity: near === undefined ? "warning" : "error",
    code: "UNKNOWN_PROPERTY",
    message: `${events} has no known property "${token.text}"`,
    note: near === undefined ? undefined : `did you mean "${near}"?`,
  });
}

/** The type of a property and the names of all properties; both `undefined` where an event lists none. */
function knownOf(
  { words }: Reading,
  events: readonly string[],
  property: string,
): { readonly type: ValueType | undefined; readonly names: readonly string[] | undefined } {
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
  if (kind !== "word" || STARTERS.has(word) || /^(location|profile)\./.test(word)) return false;
  if (meaningOf(words.metrics, text) !== undefined) return false;
  if (knownOf(reading, of.events, text).names?.includes(text) === true) return true;
  if (meaningOf(words.attributes, text) !== undefined || SHORTHAND.test(text)) return false;
  return !of.complete || !looksLikeCount(cursor, ahead);
}
