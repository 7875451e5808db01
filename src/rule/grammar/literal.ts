import type { Span } from "../../text/span.ts";
import type { Cursor } from "./cursor.ts";

/** A value as it was written, and where. */
export interface Literal {
  readonly value: string | number | boolean;
  readonly span: Span;
  /** Whether it was a word without quotes. */
  readonly bare: boolean;
}

const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** Reads a text in quotes, a number, `true`, `false`, or a bare word; what a bare word means is for the caller. `what`
 *  names what is expected. */
export function readLiteral(cursor: Cursor, what: string): Literal | undefined {
  const token = cursor.peek();
  if (token.kind === "number" || cursor.isSymbol("-")) return readNumber(cursor);
  if (token.kind === "text") return { value: cursor.next().text, span: token, bare: false };
  if (token.kind !== "word" || cursor.isClause() || cursor.is("and") || cursor.is("or"))
    return cursor.expected(what);
  cursor.next();
  if (token.word === "true" || token.word === "false")
    return { value: token.word === "true", span: token, bare: false };
  return { value: token.text, span: token, bare: true };
}

/** Reads a number, perhaps with a minus. */
function readNumber(cursor: Cursor): Literal | undefined {
  const start = cursor.peek();
  const sign = cursor.acceptSymbol("-") ? -1 : 1;
  const token = cursor.peek();
  if (token.kind !== "number") return cursor.expected("a number");
  cursor.next();
  const value = NUMBER.test(token.text) ? sign * Number(token.text) : Number.NaN;
  const span = cursor.spanFrom(start);
  if (Number.isFinite(value)) return { value: value === 0 ? 0 : value, span, bare: false };
  return cursor.report(span, { code: "BAD_NUMBER", message: numberFault(token.text) });
}

function numberFault(text: string): string {
  const plain = text.replaceAll("_", "");
  if (NUMBER.test(plain) && plain !== text) return `no underscores in numbers: write ${plain}`;
  return `"${text}" is no number: write plain digits such as 10000`;
}
