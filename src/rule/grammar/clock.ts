import type { PartOfDay } from "../../model/vocabulary.ts";
import { DAY_MS } from "../../time/zone.ts";
import type { Cursor } from "./cursor.ts";

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;

/** Milliseconds since midnight of a text such as `18:00`, `6:00`, `18:00:30.500` or `24:00`; `undefined` if it is no time. */
export function parseTime(text: string): number | undefined {
  const match = TIME.exec(text.trim());
  if (match === null) return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3] ?? 0].map(Number);
  if (minutes! > 59 || seconds! > 59) return undefined;
  const ms = Number((match[4] ?? "").padEnd(3, "0"));
  const time = ((hours! * 60 + minutes!) * 60 + seconds!) * 1000 + ms;
  return time <= DAY_MS ? time : undefined;
}

/** `18:00`, with seconds and milliseconds where there are any. */
export function formatTime(time: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const head = `${two(time / 3_600_000)}:${two((time / 60_000) % 60)}`;
  if (time % 60_000 === 0) return head;
  const tail = time % 1000 === 0 ? "" : `.${String(time % 1000).padStart(3, "0")}`;
  return `${head}:${two((time / 1000) % 60)}${tail}`;
}

/** Whether a time of day may stand here: digits, or a text in quotes. */
export function isTime(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek();
  return kind === "time" || kind === "number" || (kind === "text" && /^\s*\d/.test(text));
}

/** Reads a time of day, in quotes or without; 24:00 is refused. */
export function readTime(cursor: Cursor): number | undefined {
  const token = cursor.peek();
  const time = readTimeOrMidnight(cursor);
  if (time !== DAY_MS) return time;
  const message = "24:00 can only end a range: write 00:00";
  return cursor.report(token, { code: "BAD_TIME", message });
}

/** Reads a stretch of the day: `18:00..21:00`, with any dash, `from 18:00 to 21:00`, `between 18:00 and 21:00`. */
export function readRange(cursor: Cursor): PartOfDay | undefined {
  if (!cursor.accept("from")) cursor.accept("between");
  const from = readTime(cursor);
  if (!acceptTo(cursor)) return from === undefined ? undefined : cursor.expected('".." and a time');
  const to = readTimeOrMidnight(cursor);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function acceptTo(cursor: Cursor): boolean {
  if (cursor.acceptSymbol("..") || cursor.acceptSymbol("-")) return true;
  if (cursor.accept("to") || cursor.accept("until")) return true;
  return cursor.peek(1).kind === "time" && cursor.accept("and");
}

function readTimeOrMidnight(cursor: Cursor): number | undefined {
  if (!isTime(cursor)) return cursor.expected("a time such as 18:00");
  const token = cursor.next();
  // `6 pm` is taken whole, so that one message is enough.
  const half = cursor.is("am") || cursor.is("pm") ? cursor.next().word : "";
  const time = half === "" ? parseTime(token.text) : undefined;
  if (time !== undefined) return time;
  const message = `"${token.text}${half}" is no time of day: write it like 18:00`;
  return cursor.report(cursor.spanFrom(token), { code: "BAD_TIME", message });
}
