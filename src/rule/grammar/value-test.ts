import type { Comparator, ValueTest } from "../../model/predicate.ts";
import type { ValueType } from "../../model/vocabulary.ts";
import { parseInstant } from "../../time/instant.ts";
import { quote } from "../quote.ts";
import type { Complaint, Cursor } from "./cursor.ts";
import { type Literal, readLiteral } from "./literal.ts";

/** What a test asks about: how messages call it, its type if that is known, and what else its values must be. */
export interface Subject {
  readonly name: string;
  readonly type: ValueType | undefined;
  /** Reads a value that is written in a way of its own, such as a length of time; complains and returns `undefined` if
   *  none stands there. */
  readonly own?: (cursor: Cursor) => number | undefined;
  /** The value that a literal means here, such as a word without quotes; complains and returns `undefined` if none. */
  readonly read?: (literal: Literal) => string | number | boolean | undefined;
}

/** A test, and whether `not` was written inside it: `not in (…)`. */
export interface WrittenTest {
  readonly test: ValueTest;
  readonly negated: boolean;
}

const COMPARATORS: readonly Comparator[] = ["=", "!=", "<", "<=", ">", ">="];

/** The comparator that stands here, or `undefined`; nothing is taken. */
export function peekComparator(cursor: Cursor): Comparator | undefined {
  const token = cursor.peek();
  return token.kind === "symbol" ? COMPARATORS.find((each) => each === token.text) : undefined;
}

/** Reads what follows a name: `= "US"`, `in ("a", "b")`, `contains "x"`, `is missing`, and these with `not`. */
export function readTest(cursor: Cursor, subject: Subject): WrittenTest | undefined {
  const comparator = peekComparator(cursor);
  if (comparator !== undefined) {
    cursor.next();
    return plain(readComparison(cursor, subject, comparator));
  }
  if (cursor.accept("is")) return readIs(cursor, subject);
  const negated = cursor.accept("does", "not") || cursor.accept("not");
  if (cursor.accept("in")) return withNot(negated, readList(cursor, subject));
  if (cursor.accept("contains") || cursor.accept("contain"))
    return withNot(negated, readContains(cursor, subject));
  return cursor.expected(
    `a comparison with ${quote(subject.name)}`,
    "such as = … or in (…) or is missing",
  );
}

function plain(test: ValueTest | undefined): WrittenTest | undefined {
  return withNot(false, test);
}

function withNot(negated: boolean, test: ValueTest | undefined): WrittenTest | undefined {
  return test === undefined ? undefined : { test, negated };
}

function readIs(cursor: Cursor, subject: Subject): WrittenTest | undefined {
  const negated = cursor.accept("not");
  if (cursor.accept("missing")) return plain({ kind: negated ? "present" : "missing" });
  if (cursor.accept("present")) return plain({ kind: negated ? "missing" : "present" });
  if (cursor.accept("in")) return withNot(negated, readList(cursor, subject));
  return plain(readComparison(cursor, subject, negated ? "!=" : "="));
}

function readComparison(
  cursor: Cursor,
  subject: Subject,
  comparator: Comparator,
): ValueTest | undefined {
  const value = readValue(cursor, subject, comparator);
  return value === undefined ? undefined : { kind: "compare", comparator, value };
}

function readContains(cursor: Cursor, subject: Subject): ValueTest | undefined {
  const start = cursor.peek();
  const value = readValue(cursor, subject, "contains");
  if (typeof value !== "boolean")
    return value === undefined ? undefined : { kind: "contains", value };
  const message = `"contains" looks for a text or a number`;
  return cursor.report(cursor.spanFrom(start), { code: "TYPE_MISMATCH", message });
}

function readList(cursor: Cursor, subject: Subject): ValueTest | undefined {
  if (!cursor.acceptSymbol("(")) return cursor.expected('"(" and a list of values');
  const values: (string | number | boolean)[] = [];
  let failed = false;
  do {
    const value = readValue(cursor, subject, "=");
    if (value === undefined) failed = true;
    else values.push(value);
  } while (cursor.acceptSymbol(","));
  if (failed && !cursor.isSymbol(")")) return undefined;
  if (!cursor.acceptSymbol(")")) return cursor.expected('"," or ")"');
  return failed ? undefined : { kind: "one_of", values };
}

function readValue(
  cursor: Cursor,
  subject: Subject,
  operation: Comparator | "contains",
): string | number | boolean | undefined {
  if (subject.own !== undefined) return readOwn(cursor, subject, operation);
  const literal = readLiteral(cursor, `a value for ${quote(subject.name)}`);
  if (literal === undefined) return undefined;
  const value = subject.read === undefined ? readBare(cursor, literal) : subject.read(literal);
  if (value === undefined) return undefined;
  const complaint = typeFault(subject, operation, value);
  return complaint === undefined ? value : cursor.report(literal.span, complaint);
}

function readOwn(
  cursor: Cursor,
  subject: Subject,
  operation: Comparator | "contains",
): number | undefined {
  const start = cursor.peek();
  const value = subject.own?.(cursor);
  if (value === undefined) return undefined;
  const complaint = typeFault(subject, operation, value);
  return complaint === undefined ? value : cursor.report(cursor.spanFrom(start), complaint);
}

function readBare(cursor: Cursor, { value, bare, span }: Literal): Literal["value"] | undefined {
  if (!bare) return value;
  const message = `expected a value, found "${value}"`;
  return cursor.report(span, { code: "UNEXPECTED", message, note: `write ${quote(`${value}`)}` });
}

/** What is wrong with comparing a subject of a known type with a value; for one of unknown type, what could never hold. */
function typeFault(
  { name, type }: Subject,
  operation: Comparator | "contains",
  value: string | number | boolean,
): Complaint | undefined {
  const given = typeof value === "string" ? "a text" : `a ${typeof value}`;
  const mismatch = (why: string): Complaint => ({ code: "TYPE_MISMATCH", message: why });
  if (operation === "contains") {
    if (type === undefined || type === "list") return undefined;
    if (type !== "text") return mismatch(`"${name}" is ${article(type)}, which contains nothing`);
    return typeof value === "string" ? undefined : mismatch(`"${name}" is a text, not ${given}`);
  }
  if (type === "list") return mismatch(`"${name}" is a list: write contains instead`);
  if (type !== undefined && typeof value !== JS_TYPES[type])
    return mismatch(`"${name}" is ${article(type)}, not ${given}`);
  const isOrder = operation !== "=" && operation !== "!=";
  if (isOrder && (type === "text" || typeof value === "boolean"))
    return mismatch(`"${name}" has no order: only = and != compare it`);
  const wantsInstant = type === "instant" || (isOrder && typeof value === "string");
  if (!wantsInstant || parseInstant(String(value)) !== undefined) return undefined;
  return mismatch(`${quote(String(value))} is no instant: write it like "2026-03-10T17:00Z"`);
}

const JS_TYPES = { text: "string", number: "number", boolean: "boolean", instant: "string" };

function article(type: ValueType): string {
  if (type === "boolean") return "true or false";
  return type === "instant" ? "an instant" : `a ${type}`;
}
