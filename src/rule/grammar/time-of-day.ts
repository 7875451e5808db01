import { didYouMean } from "../../text/suggest.ts";
import type { ClockTime, Condition, LocalTime } from "../ast.ts";
import type { Token } from "../lexer.ts";
import { meaningOf } from "../vocabulary.ts";
import { isTime, readRange, readTime } from "./clock.ts";
import { not } from "./profile.ts";
import type { Reading } from "./reading.ts";
import { peekComparator } from "./value-test.ts";

/** Reads `local time 18:00..21:00`, `local time in evening`, `time = evening`, `time >= "18:00"`. Both words mean the
 *  profile's own clock. */
export function readTimeOfDay(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  cursor.accept("local");
  if (!cursor.accept("time")) return cursor.expected('"time"');
  const comparator = peekComparator(cursor);
  if (comparator === undefined) return readIn(reading, start);
  cursor.next();
  if (comparator === "=") return readStretch(reading, start);
  if (comparator === "!=") return negate(readStretch(reading, start));
  const time = readTime(cursor);
  if (time === undefined) return undefined;
  const leaf: ClockTime = { kind: "clock_time", span: cursor.spanFrom(start), comparator, time };
  return leaf;
}

function readIn(reading: Reading, start: Token): Condition | undefined {
  const { cursor } = reading;
  cursor.accept("is");
  const isNegated = cursor.accept("not");
  cursor.accept("in");
  const stretch = readStretch(reading, start);
  return isNegated ? negate(stretch) : stretch;
}

function negate(condition: Condition | undefined): Condition | undefined {
  return condition === undefined ? undefined : not(condition);
}

function readStretch(reading: Reading, start: Token): Condition | undefined {
  const { cursor, words } = reading;
  if (isTime(cursor) || cursor.is("from") || cursor.is("between")) {
    const range = readRange(cursor);
    return range && local(range, cursor.spanFrom(start));
  }
  const token = cursor.peek();
  const isName = token.kind === "text" || (token.kind === "word" && !cursor.isClause());
  if (!isName || token.word === "and" || token.word === "or")
    return cursor.expected("a time such as 18:00..21:00 or evening");
  cursor.next();
  const part = meaningOf(words.parts, token.text);
  if (part !== undefined) return { ...local(part, cursor.spanFrom(start)), part: token.text };
  const message = `unknown part of the day "${token.text}"`;
  const note = didYouMean(token.text, Object.keys(words.parts));
  return cursor.report(token, { code: "UNKNOWN_PART", message, note });
}

function local(
  { from, to }: { readonly from: number; readonly to: number },
  span: LocalTime["span"],
): LocalTime {
  return { kind: "local_time", span, from, to };
}
