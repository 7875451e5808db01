import type { Duration } from "../../time/duration.ts";
import type { Cap, QuietHours } from "../ast.ts";
import { readCounted } from "./bounds.ts";
import type { Cursor } from "./cursor.ts";
import { readDayRange } from "./day-range.ts";
import { readSpan } from "./length.ts";
import type { Reading } from "./reading.ts";

/** Reads `never` or `after 7d`, after `re-enter`. */
export function readReEntry({ cursor }: Reading): "never" | Duration | undefined {
  if (cursor.accept("never")) return "never";
  return cursor.accept("after")
    ? readSpan(cursor)
    : cursor.expected('"never", or "after" and a length');
}

/** Reads `3 sends per 7d`, after `at most`. */
export function readCap({ cursor }: Reading): Cap | undefined {
  const start = cursor.last();
  const number = cursor.peek();
  const sends = readCounted(cursor);
  if (!cursor.accept("sends")) cursor.accept("send");
  if (!cursor.accept("per")) return cursor.expected('"per" and a length such as 7d');
  const per = readSpan(cursor);
  if (sends === undefined || per === undefined) return undefined;
  if (sends > 0) return { span: cursor.spanFrom(start), sends, per };
  const message = "a rule that may send nothing needs no sends: write at most 1 or more";
  return cursor.report(number, { code: "BAD_COUNT", message });
}

/** Reads `22:00..08:00 hold`, after `quiet hours`. */
export function readQuietHours(reading: Reading): QuietHours | undefined {
  const { cursor } = reading;
  const start = cursor.last();
  cursor.accept("in");
  const range = readDayRange(reading, start);
  const hold = cursor.accept("hold");
  return range && { ...range, span: cursor.spanFrom(start), hold };
}

/** Takes `cool off` in any of its spellings, if it stands here. */
export function acceptCoolOff(cursor: Cursor): boolean {
  return (
    cursor.accept("cool_off") ||
    cursor.accept("cool", "off") ||
    acceptHyphened(cursor, "cool", "off")
  );
}

/** Takes `re-enter` in any of its spellings, if it stands here. */
export function acceptReEnter(cursor: Cursor): boolean {
  return (
    cursor.accept("re_enter") || cursor.accept("reenter") || acceptHyphened(cursor, "re", "enter")
  );
}

function acceptHyphened(cursor: Cursor, first: string, second: string): boolean {
  if (!cursor.is(first) || !cursor.isSymbol("-", 1) || cursor.peek(2).word !== second) return false;
  for (let taken = 0; taken < 3; taken++) cursor.next();
  return true;
}
