import { didYouMean } from "../../text/suggest.ts";
import type { Cursor } from "./cursor.ts";

/** The days of the week in the order of their numbers, 0 for Monday. */
export const DAYS: readonly string[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

const SETS: Readonly<Record<string, readonly number[]>> = {
  weekday: [0, 1, 2, 3, 4],
  weekdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
  weekends: [5, 6],
};

/** Days of the week, and whether all others are meant. */
export interface WrittenDays {
  readonly days: readonly number[];
  readonly negated: boolean;
}

/** Reads what follows `local day`: `= monday`, `in (saturday, sunday)`, `in weekend`, and these with `not`. */
export function readDays(cursor: Cursor): WrittenDays | undefined {
  const isUnequal = cursor.acceptSymbol("!=");
  if (!isUnequal && !cursor.acceptSymbol("=")) cursor.accept("is");
  const negated = cursor.accept("not") || isUnequal;
  cursor.accept("in");
  const days = cursor.acceptSymbol("(") ? readList(cursor) : readDay(cursor);
  if (days === undefined) return undefined;
  return { days: [...new Set(days)].toSorted((a, b) => a - b), negated };
}

function readList(cursor: Cursor): readonly number[] | undefined {
  const lists: (readonly number[] | undefined)[] = [];
  do lists.push(readDay(cursor));
  while (cursor.acceptSymbol(","));
  const failed = lists.includes(undefined);
  if (!cursor.acceptSymbol(")")) return failed ? undefined : cursor.expected('"," or ")"');
  return failed ? undefined : lists.flatMap((each) => each ?? []);
}

function readDay(cursor: Cursor): readonly number[] | undefined {
  const token = cursor.peek();
  if ((token.kind !== "word" && token.kind !== "text") || cursor.isClause())
    return cursor.expected("a day such as monday, or weekend");
  cursor.next();
  const name = token.text.toLowerCase();
  if (Object.hasOwn(SETS, name)) return SETS[name];
  // Three letters tell the days apart: mon, tue, wed.
  const index = DAYS.findIndex((day) => name.length >= 3 && day.startsWith(name));
  if (index !== -1) return [index];
  const message = `unknown day "${token.text}"`;
  const note = didYouMean(token.text, [...DAYS, "weekend", "weekdays"]);
  return cursor.report(token, { code: "UNKNOWN_DAY", message, note });
}
