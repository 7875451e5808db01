import type { Span } from "../../text/span.ts";
import type { Cursor } from "./cursor.ts";

const MOST = 1_000_000;

/** Reads a priority, `10`, `-5` or `+10`, of what began at `start`. */
export function readPriority(cursor: Cursor, start: Span): number | undefined {
  const sign = cursor.acceptSymbol("-") ? -1 : 1;
  if (sign === 1) cursor.acceptSymbol("+");
  const token = cursor.peek();
  if (token.kind !== "number") return cursor.expected("a whole number");
  cursor.next();
  const value = sign * Number(token.text);
  if (/^\d+$/.test(token.text) && Math.abs(value) <= MOST) return value === 0 ? 0 : value;
  const message = `priorities are whole numbers from -${MOST} to ${MOST}, not ${token.text}`;
  return cursor.report(cursor.spanFrom(start), { code: "BAD_PRIORITY", message });
}

/** Reads a share of profiles, `10%` or `2.5%`, as a number from 0 to 1. */
export function readShare(cursor: Cursor): number | undefined {
  const token = cursor.peek();
  if (token.kind !== "number") return cursor.expected("a share such as 10%");
  cursor.next();
  const hasSign = cursor.acceptSymbol("%");
  // The text is shifted, not the number: 7 / 100 is exact here only by luck.
  const share = /^\d+(?:\.\d{1,2})?$/.test(token.text) ? Number(`${token.text}e-2`) : Number.NaN;
  if (hasSign && share <= 1) return share;
  const message = hasSign
    ? `a share is at most 100%, with at most two digits after the point, not ${token.text}%`
    : `a share is written with a percent sign: ${token.text}%`;
  return cursor.report(cursor.spanFrom(token), { code: "BAD_SHARE", message });
}
