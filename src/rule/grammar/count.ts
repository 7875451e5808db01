import type { Comparator, Predicate } from "../../model/predicate.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { Span } from "../../text/span.ts";
import type { Duration } from "../../time/duration.ts";
import type { Condition, Count, Of } from "../ast.ts";
import { quote } from "../quote.ts";
import { meaningOf } from "../vocabulary.ts";
import { readWindowLength } from "./length.ts";
import { readLiteral } from "./literal.ts";
import { readMetric, type WrittenMetric } from "./metric.ts";
import { readPredicate } from "./predicate.ts";
import type { Reading } from "./reading.ts";
import { peekComparator } from "./value-test.ts";

/** A bound on how many. */
interface Bound {
  readonly comparator: Comparator;
  readonly number: number;
}

/** The parts of a count, in whatever order they come. A part that is there but wrong is `"wrong"`. */
interface Draft {
  readonly start: Span;
  readonly metric: WrittenMetric;
  bounds?: readonly Bound[] | "wrong";
  where?: Predicate | "wrong";
  of?: Of | "wrong";
  window?: Duration | "ever" | "wrong";
}

const MOST = 1_000_000;

/** Reads a count, `cart_views >= 2 in last 48h`, `no opens in last 72h`, `at least 2 product_views of the same product
 *  in last 48h`; one between two numbers is an `and` of two. Its parts may come in any order after the metric. */
export function readCount(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  const lead = cursor.accept("no") ? [{ comparator: "=", number: 0 } as const] : readWords(reading);
  const metric = readMetric(reading);
  if (metric === undefined) return undefined;
  const draft: Draft = { start, metric };
  if (lead !== undefined) draft.bounds = lead;
  if (metric.window !== undefined) draft.window = metric.window;
  while (readPart(reading, draft));
  return finish(reading, draft);
}

/** Reads one more part into the draft; false if none follows. */
function readPart(reading: Reading, draft: Draft): boolean {
  const { cursor } = reading;
  const part = peekPart(reading);
  if (part === undefined) return false;
  if (draft[part] !== undefined && draft[part] !== "wrong") {
    const message = `"${draft.metric.metric.word}" already has its ${PART_NAMES[part]}`;
    cursor.report(cursor.peek(), { code: "REPEATED", message });
    draft[part] = "wrong";
  }
  const isFirst = draft[part] === undefined;
  const value = readPartValue(reading, draft, part);
  Object.assign(draft, { [part]: isFirst ? (value ?? "wrong") : "wrong" });
  return true;
}

const PART_NAMES = { bounds: "number", where: "where", of: "binding", window: "window" } as const;

function peekPart({ cursor }: Reading): keyof typeof PART_NAMES | undefined {
  const { word } = cursor.peek();
  if (word === "where" || word === "of") return word;
  if (word === "within" || word === "ever") return "window";
  if (word === "in") return cursor.isSymbol("(", 1) ? undefined : "window";
  if (peekComparator(cursor) !== undefined || word === "between") return "bounds";
  return WORDS.some(([words]) => cursor.is(...words)) ? "bounds" : undefined;
}

function readPartValue(
  reading: Reading,
  draft: Draft,
  part: keyof typeof PART_NAMES,
): Draft[keyof typeof PART_NAMES] {
  switch (part) {
    case "where":
      return readWhere(reading, draft);
    case "of":
      return readOf(reading);
    case "window":
      return readWindow(reading);
    case "bounds":
      return readWords(reading) ?? readBounds(reading);
  }
}

function readWhere(reading: Reading, draft: Draft): Predicate | undefined {
  reading.cursor.next();
  const complete = draft.bounds !== undefined && draft.window !== undefined;
  return readPredicate(reading, { events: draft.metric.metric.events, complete });
}

function readOf({ cursor, words }: Reading): Of | undefined {
  cursor.next();
  const isThat = cursor.accept("that");
  if (!isThat && !(cursor.accept("the", "same") || cursor.accept("same")))
    return cursor.expected('"the same" or "that"');
  const token = cursor.peek();
  if (token.kind !== "word" || cursor.isClause()) return cursor.expected("a thing such as product");
  cursor.next();
  const property = meaningOf(words.things, token.text);
  if (property !== undefined)
    return { word: isThat ? "that" : "same", thing: token.text, property };
  const note = didYouMean(token.text, Object.keys(words.things));
  return cursor.report(token, {
    code: "UNKNOWN_THING",
    message: `unknown thing "${token.text}"`,
    note,
  });
}

function readWindow({ cursor }: Reading): Duration | "ever" | undefined {
  if (cursor.accept("ever")) return "ever";
  const isWithin = cursor.next().word === "within";
  cursor.accept("the");
  const isLast = cursor.accept("last") || cursor.accept("past");
  if (!isWithin && !isLast) return cursor.expected('"last" and a length such as 48h');
  return readWindowLength(cursor);
}

const WORDS: readonly (readonly [readonly string[], Comparator])[] = [
  [["at", "least"], ">="],
  [["at", "most"], "<="],
  [["exactly"], "="],
  [["more", "than"], ">"],
  [["fewer", "than"], "<"],
  [["less", "than"], "<"],
];

/** Reads `at least 2` and its like, or takes nothing. */
function readWords(reading: Reading): readonly Bound[] | "wrong" | undefined {
  const { cursor } = reading;
  const found = WORDS.find(([words]) => cursor.accept(...words));
  if (found === undefined) return undefined;
  const number = readNumber(reading);
  return number === undefined ? "wrong" : [{ comparator: found[1], number }];
}

/** Reads `>= 2`, `= false` or `between 2 and 5`. */
function readBounds(reading: Reading): readonly Bound[] | undefined {
  const { cursor } = reading;
  if (cursor.accept("between")) {
    const least = readNumber(reading);
    if (!cursor.accept("and")) return cursor.expected('"and" and the greater number');
    const most = readNumber(reading);
    if (least === undefined || most === undefined) return undefined;
    return [
      { comparator: ">=", number: least },
      { comparator: "<=", number: most },
    ];
  }
  const comparator = peekComparator(cursor)!;
  cursor.next();
  const isEqual = comparator === "=";
  if (isEqual || comparator === "!=") {
    if (cursor.accept(isEqual ? "false" : "true")) return [{ comparator: "=", number: 0 }];
    if (cursor.accept(isEqual ? "true" : "false")) return [{ comparator: ">=", number: 1 }];
  }
  const number = readNumber(reading);
  return number === undefined ? undefined : [{ comparator, number }];
}

function readNumber({ cursor }: Reading): number | undefined {
  const literal = readLiteral(cursor, "a number");
  if (literal === undefined) return undefined;
  const { value, span } = literal;
  if (cursor.is("times")) cursor.next();
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST)
    return value;
  const message = `events are counted in whole numbers from 0 to ${MOST}, not ${quoted(value)}`;
  return cursor.report(span, { code: "BAD_COUNT", message });
}

function quoted(value: string | number | boolean): string {
  return typeof value === "string" ? quote(value) : String(value);
}

function finish({ cursor }: Reading, draft: Draft): Condition | undefined {
  const { bounds, where, of, window } = draft;
  const { metric, known } = draft.metric;
  const span = cursor.spanFrom(draft.start);
  const isWrong = !known || [bounds, where, of, window].includes("wrong");
  if (bounds === undefined && !isWrong)
    return cursor.expected(`how many ${metric.word}, such as ">= 1"`);
  if (window === undefined && !(where === "wrong" && bounds === undefined)) {
    const message = `"${metric.word}" needs a window: write "in last 48h", or "ever"`;
    cursor.report(span, { code: "MISSING_WINDOW", message });
  }
  if (!known || bounds === undefined || window === undefined) return undefined;
  if (bounds === "wrong" || where === "wrong" || of === "wrong" || window === "wrong")
    return undefined;
  const rest = {
    ...(where === undefined ? {} : { where }),
    ...(of === undefined ? {} : { of }),
    window: window === "ever" ? { kind: "ever" } : { kind: "last", length: window },
  } as const;
  const counts = bounds.map((bound): Count => ({ kind: "count", span, metric, ...bound, ...rest }));
  return counts.length === 1 ? counts[0] : { kind: "and", span, conditions: counts };
}
