import type { ClockTime, Condition, LocalTime, Weekday } from "../ast.ts";
import type { Token } from "../lexer.ts";
import { readTime } from "./clock.ts";
import { readDayRange } from "./day-range.ts";
import { not } from "./held.ts";
import type { Reading } from "./reading.ts";
import { peekComparator } from "./value-test.ts";
import { readDays } from "./weekday.ts";

/** Reads `local time 18:00..21:00`, `local time in evening`, `time = evening`, `time >= "18:00"`. Both words mean the
 *  profile's own clock. */
export function readTimeOfDay(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  cursor.accept("local");
  if (!cursor.accept("time")) return cursor.expected('"time" or "day"');
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

/** Reads `local day in (saturday, sunday)`. */
export function readWeekday({ cursor }: Reading): Condition | undefined {
  const start = cursor.next();
  cursor.next();
  const written = readDays(cursor);
  if (written === undefined) return undefined;
  const leaf: Weekday = { kind: "weekday", span: cursor.spanFrom(start), days: written.days };
  return written.negated ? not(leaf) : leaf;
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

function readStretch(reading: Reading, start: Token): LocalTime | undefined {
  const range = readDayRange(reading, start);
  return range && { kind: "local_time", ...range };
}
