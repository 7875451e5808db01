import type { Span } from "../../text/span.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { DayRange } from "../ast.ts";
import { meaningOf } from "../vocabulary.ts";
import { isTime, readRange } from "./clock.ts";
import type { Reading } from "./reading.ts";

/** Reads a stretch of the local day, `18:00..21:00` or a part such as `evening`; what it belongs to began at `start`. */
export function readDayRange(reading: Reading, start: Span): DayRange | undefined {
  const { cursor, words } = reading;
  if (isTime(cursor) || cursor.is("from") || cursor.is("between")) {
    const range = readRange(cursor);
    return range && { span: cursor.spanFrom(start), ...range };
  }
  const token = cursor.peek();
  const isName = token.kind === "text" || (token.kind === "word" && !cursor.isClause());
  if (!isName || token.word === "and" || token.word === "or")
    return cursor.expected("a time such as 18:00..21:00 or evening");
  cursor.next();
  const part = meaningOf(words.parts, token.text);
  if (part !== undefined) {
    const { from, to } = part;
    return { span: cursor.spanFrom(start), from, to, part: token.text };
  }
  const message = `unknown part of the day "${token.text}"`;
  const note = didYouMean(token.text, Object.keys(words.parts));
  return cursor.report(token, { code: "UNKNOWN_PART", message, note });
}
