import type { ValueType } from "../../model/vocabulary.ts";
import { didYouMean, nearest } from "../../text/suggest.ts";
import type { And, Condition, Or } from "../ast.ts";
import { meaningOf } from "../vocabulary.ts";
import { readAggregate, startsAggregate } from "./aggregate.ts";
import { readAttribute, startsInstant } from "./attribute.ts";
import { startsSequel } from "./clause-start.ts";
import { readConsent, startsConsent } from "./consent.ts";
import { readCount } from "./count.ts";
import type { Cursor } from "./cursor.ts";
import { STARTERS } from "./keywords.ts";
import { hasMetric, knownMetric } from "./metric.ts";
import { readInSegment, readSegmentChange } from "./other-segment.ts";
import { readDevice, readPlace } from "./profile.ts";
import { deeper, type Reading } from "./reading.ts";
import { readRecency } from "./recency.ts";
import { readInSession, readSession, startsSession } from "./session.ts";
import { looksLikeCount, SHORTHAND } from "./shape.ts";
import { readTimeOfDay, readWeekday } from "./time-of-day.ts";

/** Reads conditions joined with `and`, `or`, `not` and parentheses; `and` binds tighter than `or`. What `of the same …`
 *  binds is not settled yet. `undefined` if anything was wrong, all of which has been complained about. */
export function readCondition(reading: Reading): Condition | undefined {
  return readJoined(reading, "or", () => readJoined(reading, "and", () => readUnary(reading)));
}

function readJoined(
  { cursor, ends }: Reading,
  word: "and" | "or",
  readPart: () => Condition | undefined,
): Condition | undefined {
  const start = cursor.peek();
  const depth = cursor.parentheses;
  const conditions: Condition[] = [];
  let failed = false;
  do {
    const isPlain = !cursor.isSymbol("(") && !cursor.is("not");
    const condition = readPart();
    // A count between two numbers is an `and` itself, and becomes part of the one around it.
    if (condition?.kind === "and" && word === "and" && isPlain)
      conditions.push(...condition.conditions);
    else if (condition !== undefined) conditions.push(condition);
    else {
      failed = true;
      cursor.recover(depth, ends);
    }
  } while (cursor.accept(word));
  if (failed) return undefined;
  if (conditions.length === 1) return conditions[0];
  const joined: And | Or = { kind: word, span: cursor.spanFrom(start), conditions };
  return joined;
}

function readUnary(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  if (cursor.accept("not")) {
    const condition = deeper(reading, () => readUnary(reading));
    if (condition === undefined) return undefined;
    return { kind: "not", span: cursor.spanFrom(start), condition };
  }
  if (!cursor.isSymbol("(")) return readLeaf(reading);
  cursor.next();
  const depth = cursor.parentheses;
  return cursor.close(
    depth,
    deeper(reading, () => readCondition(reading)),
  );
}

type Leaf = (reading: Reading) => Condition | undefined;

/** Conditions that are known by their first words, the longer ones first. */
const OPENINGS: readonly (readonly [opens: (cursor: Cursor) => boolean, read: Leaf])[] = [
  [(cursor) => cursor.is("device"), readDevice],
  [startsSession, readSession],
  [(cursor) => cursor.is("local", "day"), readWeekday],
  [(cursor) => cursor.is("local") || cursor.is("time"), readTimeOfDay],
  [(cursor) => /^location(\.|$)/.test(cursor.peek().word), readPlace],
  [(cursor) => cursor.peek().word.startsWith("profile."), readAttribute],
  [startsConsent, readConsent],
  [(cursor) => cursor.is("in", "session"), readInSession],
  [(cursor) => cursor.is("in", "segment"), readInSegment],
  [(cursor) => cursor.is("entered") || cursor.is("left"), readSegmentChange],
  [startsAggregate, readAggregate],
  [(cursor) => cursor.is("first") || cursor.is("last"), readRecency],
  [(cursor) => COUNT_STARTERS.has(cursor.peek().word), readCount],
];

const COUNT_STARTERS = new Set(["no", "at", "exactly", "more", "fewer", "less", "event"]);

function readLeaf(reading: Reading): Condition | undefined {
  const { cursor, words } = reading;
  const { kind, word, text } = cursor.peek();
  if (kind !== "word" || cursor.isClause() || word === "and" || word === "or")
    return cursor.expected(
      "a condition",
      kind === "text" ? `write event "…" to count events by their name` : undefined,
    );
  const opening = OPENINGS.find(([opens]) => opens(cursor));
  if (opening !== undefined) return opening[1](reading);
  if (word === "in") return cursor.expected('a condition, such as "in session" or "in segment x"');
  const isMetric = hasMetric(reading, text);
  if (startsConverted(reading)) return readConverted(reading);
  const type = meaningOf(words.attributes, text);
  if (isMetric && (type === undefined || isCount(cursor, type))) return readCount(reading);
  if (type !== undefined) return readAttribute(reading);
  if (startsInstant(cursor, 1) && isNearInstant(reading, text)) return complainOfName(reading);
  if (SHORTHAND.test(text) || looksLikeCount(cursor) || startsSequel(cursor, 1))
    return readCount(reading);
  return complainOfName(reading);
}

/** Whether an unknown word was probably meant for an attribute of type instant. */
function isNearInstant({ words }: Reading, word: string): boolean {
  const types = Object.entries(words.attributes);
  const instants = types.filter(([, type]) => type === "instant").map(([name]) => name);
  return nearest(word, instants) !== undefined;
}

/** Whether a word that is both a metric and an attribute is counted here. */
function isCount(cursor: Cursor, type: ValueType): boolean {
  if (cursor.peek(1).word === "fresher") return false;
  const isInstant = type === "instant" && startsInstant(cursor, 1);
  return startsSequel(cursor, 1) || (looksLikeCount(cursor) && !isInstant);
}

/** Whether `converted` stands here, which a follow-up may ask. */
function startsConverted(reading: Reading): boolean {
  const { cursor, anchor } = reading;
  return anchor === "send" && cursor.is("converted") && !hasMetric(reading, "converted");
}

/** Reads `converted`: that an order came since the send. */
function readConverted(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const token = cursor.next();
  const metric = knownMetric(reading, "orders");
  if (metric === undefined) {
    const message = '"converted" looks for the metric "orders", which the vocabulary lacks';
    return cursor.report(token, { code: "UNKNOWN_METRIC", message });
  }
  const { start, end } = token;
  const bound = { comparator: ">=", number: 1 } as const;
  const window = { kind: "since", anchor: "send" } as const;
  return { kind: "count", span: { start, end }, metric, ...bound, window };
}

function complainOfName({ cursor, words }: Reading): undefined {
  const token = cursor.next();
  const known = [...Object.keys(words.metrics), ...Object.keys(words.attributes), ...OWN_WORDS];
  cursor.report(token, {
    code: "UNKNOWN_NAME",
    message: `unknown metric or attribute "${token.text}"`,
    note: token.word === "evidence" ? EVIDENCE : didYouMean(token.text, known),
  });
}

const EVIDENCE = 'evidence is asked after "refines" only; count events here';

const OWN_WORDS = [
  "device",
  "local time",
  "local day",
  "time",
  "time on page",
  "scroll depth",
  "session depth",
  "session duration",
  "session clicks",
  "location.country",
  "location.zone",
];

/** Whether a word that stands here surely begins a condition. */
export function startsCondition(reading: Reading, word: string): boolean {
  const isStarter = STARTERS.has(word.toLowerCase()) || /^(location|profile)\./i.test(word);
  const isAttribute = meaningOf(reading.words.attributes, word) !== undefined;
  return isStarter || isAttribute || hasMetric(reading, word) || SHORTHAND.test(word);
}
