import type { Comparator } from "../../model/predicate.ts";
import { quote } from "../quote.ts";
import type { Cursor } from "./cursor.ts";
import { readLiteral } from "./literal.ts";
import { peekComparator } from "./value-test.ts";

/** A bound on a number: how many, or how much. */
export interface Bound {
  readonly comparator: Comparator;
  readonly number: number;
}

/** Reads the number of a bound, or complains. */
export type ReadNumber = (cursor: Cursor) => number | undefined;

const WORDS: readonly (readonly [readonly string[], Comparator])[] = [
  [["at", "least"], ">="],
  [["at", "most"], "<="],
  [["exactly"], "="],
  [["more", "than"], ">"],
  [["fewer", "than"], "<"],
  [["less", "than"], "<"],
];

/** Whether a bound begins here. */
export function startsBounds(cursor: Cursor): boolean {
  if (cursor.isClause()) return false;
  if (peekComparator(cursor) !== undefined || cursor.is("between")) return true;
  return WORDS.some(([words]) => cursor.is(...words));
}

/** Reads `at least 2` and its like, or takes nothing. */
export function readWords(
  cursor: Cursor,
  readNumber: ReadNumber,
): readonly Bound[] | "wrong" | undefined {
  const found = WORDS.find(([words]) => cursor.accept(...words));
  if (found === undefined) return undefined;
  const number = readNumber(cursor);
  return number === undefined ? "wrong" : [{ comparator: found[1], number }];
}

/** Reads the bound that begins here: `>= 2`, `at least 2`, or two of them in `between 2 and 5`. */
export function readBounds(
  cursor: Cursor,
  readNumber: ReadNumber,
): readonly Bound[] | "wrong" | undefined {
  const words = readWords(cursor, readNumber);
  if (words !== undefined) return words;
  if (cursor.accept("between")) return readBetween(cursor, readNumber);
  const comparator = peekComparator(cursor)!;
  cursor.next();
  const number = readNumber(cursor);
  return number === undefined ? undefined : [{ comparator, number }];
}

function readBetween(cursor: Cursor, readNumber: ReadNumber): readonly Bound[] | undefined {
  const least = readNumber(cursor);
  if (!cursor.accept("and")) return cursor.expected('"and" and the greater number');
  const most = readNumber(cursor);
  if (least === undefined || most === undefined) return undefined;
  return [
    { comparator: ">=", number: least },
    { comparator: "<=", number: most },
  ];
}

const MOST_EVENTS = 1_000_000;

/** Reads how many: a whole number, from none. */
export function readCounted(cursor: Cursor): number | undefined {
  const literal = readLiteral(cursor, "a number");
  if (literal === undefined) return undefined;
  const { value, span } = literal;
  if (cursor.is("times")) cursor.next();
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST_EVENTS)
    return value;
  const message = `events are counted in whole numbers from 0 to ${MOST_EVENTS}, not ${shown(value)}`;
  return cursor.report(span, { code: "BAD_COUNT", message });
}

const MOST_FIGURE = 1e12;

/** Reads how much: a number with at most four digits after its point. */
export function readFigure(cursor: Cursor): number | undefined {
  const literal = readLiteral(cursor, "a number");
  if (literal === undefined) return undefined;
  const { value, span } = literal;
  if (typeof value === "number" && Math.abs(value) <= MOST_FIGURE && hasFourDigits(value))
    return value;
  const message = `figures are numbers of at most four digits after the point, up to 10^12, not ${shown(value)}`;
  return cursor.report(span, { code: "BAD_FIGURE", message });
}

function hasFourDigits(value: number): boolean {
  return Number(value.toFixed(4)) === value;
}

/** Reads how many values: a whole number. */
export function readDistinct(cursor: Cursor): number | undefined {
  const start = cursor.peek();
  const number = readFigure(cursor);
  if (number === undefined || Number.isInteger(number)) return number;
  const message = `values are counted in whole numbers, not ${number}`;
  return cursor.report(cursor.spanFrom(start), { code: "BAD_FIGURE", message });
}

function shown(value: string | number | boolean): string {
  return typeof value === "string" ? quote(value) : String(value);
}
