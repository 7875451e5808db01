import type { Cursor } from "./cursor.ts";

/** `opens_last_72h`: a metric and the length of its window in one word. */
export const SHORTHAND = /^(.+)_last_(\d.*)$/i;

const COUNT_WORDS = new Set([
  "where",
  "of",
  "ever",
  "today",
  "since",
  "within",
  "between",
  "at",
  "exactly",
  "more",
  "fewer",
  "less",
]);

/** Whether the name that stands `ahead` of here is used like something that is counted: a window, `where` or `of` follows
 *  it, at once or after a comparison. Settles words that could be an attribute too, and what an unknown word was meant
 *  to be. */
export function looksLikeCount(cursor: Cursor, ahead = 0): boolean {
  const next = ahead + 1;
  if (SHORTHAND.test(cursor.peek(ahead).text) || opensCountPart(cursor, next)) return true;
  if (!/^[=!<>]/.test(cursor.peek(next).text) || cursor.peek(next).kind !== "symbol") return false;
  const value = cursor.isSymbol("-", next + 1) ? next + 2 : next + 1;
  return opensCountPart(cursor, value + 1) || cursor.peek(value + 1).word === "times";
}

function opensCountPart(cursor: Cursor, ahead: number): boolean {
  const { word } = cursor.peek(ahead);
  if (word === "in") return !cursor.isSymbol("(", ahead + 1);
  return COUNT_WORDS.has(word);
}

/** Whether the number or the window of a count begins here: where reading goes on after a faulty `where`. */
export function startsBoundOrWindow(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek();
  return (kind === "symbol" && /^[=!<>]/.test(text)) || opensCountPart(cursor, 0);
}
