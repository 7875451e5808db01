import { didYouMean } from "../../text/suggest.ts";
import type { And, Condition, Or } from "../ast.ts";
import { meaningOf } from "../vocabulary.ts";
import { readCount } from "./count.ts";
import { STARTERS } from "./keywords.ts";
import { hasMetric } from "./metric.ts";
import { readAttribute, readDevice, readPlace } from "./profile.ts";
import { deeper, type Reading } from "./reading.ts";
import { looksLikeCount, SHORTHAND } from "./shape.ts";
import { readTimeOfDay } from "./time-of-day.ts";

/** Reads conditions joined with `and`, `or`, `not` and parentheses; `and` binds tighter than `or`. What `of the same …`
 *  binds is not settled yet. `undefined` if anything was wrong, all of which has been complained about. */
export function readCondition(reading: Reading): Condition | undefined {
  return readJoined(reading, "or", () => readJoined(reading, "and", () => readUnary(reading)));
}

function readJoined(
  { cursor }: Reading,
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
      cursor.recover(depth);
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

const COUNT_STARTERS = ["no", "at", "exactly", "more", "fewer", "less", "event"];

function readLeaf(reading: Reading): Condition | undefined {
  const { cursor, words } = reading;
  const { kind, word, text } = cursor.peek();
  if (kind !== "word" || cursor.isClause() || word === "and" || word === "or")
    return cursor.expected(
      "a condition",
      kind === "text" ? `write event "…" to count events by their name` : undefined,
    );
  if (word === "device") return readDevice(reading);
  if (word === "local" || word === "time") return readTimeOfDay(reading);
  if (word === "location" || word.startsWith("location.")) return readPlace(reading);
  if (word.startsWith("profile.")) return readAttribute(reading);
  if (COUNT_STARTERS.includes(word)) return readCount(reading);
  const isAttribute = meaningOf(words.attributes, text) !== undefined;
  if (hasMetric(reading, text) && (!isAttribute || looksLikeCount(cursor)))
    return readCount(reading);
  if (isAttribute) return readAttribute(reading);
  if (SHORTHAND.test(text) || looksLikeCount(cursor)) return readCount(reading);
  return complainOfName(reading);
}

function complainOfName({ cursor, words }: Reading): undefined {
  const token = cursor.next();
  const known = [...Object.keys(words.metrics), ...Object.keys(words.attributes), ...OWN_WORDS];
  cursor.report(token, {
    code: "UNKNOWN_NAME",
    message: `unknown metric or attribute "${token.text}"`,
    note: didYouMean(token.text, known),
  });
}

const OWN_WORDS = ["device", "local time", "time", "location.country", "location.zone"];

/** Whether a word that stands here surely begins a condition. */
export function startsCondition(reading: Reading, word: string): boolean {
  const isStarter = STARTERS.has(word.toLowerCase()) || /^(location|profile)\./i.test(word);
  const isAttribute = meaningOf(reading.words.attributes, word) !== undefined;
  return isStarter || isAttribute || hasMetric(reading, word) || SHORTHAND.test(word);
}
