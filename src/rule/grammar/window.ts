import type { Window } from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import { readSpan } from "./length.ts";
import type { Reading } from "./reading.ts";

const UNITS = ["day", "week", "month"] as const;

/** As many as fit into the 100 years that a length may have. */
const MOST = { day: 36_525, week: 5217, month: 1200 };

/** Whether a window begins `ahead` of here. */
export function startsWindow(cursor: Cursor, ahead = 0): boolean {
  const { word } = cursor.peek(ahead);
  if (word === "in") return !cursor.isSymbol("(", ahead + 1);
  if (word === "this") return unitOf(cursor.peek(ahead + 1).word) !== undefined;
  return ["within", "ever", "today", "since"].includes(word);
}

/** Reads a window: `in last 48h`, `ever`, `today`, `in last 3 calendar days utc`, `in session`, `since entry`. */
export function readWindow(reading: Reading): Window | undefined {
  const { cursor } = reading;
  if (cursor.accept("ever")) return { kind: "ever" };
  if (cursor.accept("today")) return { kind: "calendar", unit: "day", number: 1, ...zone(cursor) };
  if (cursor.is("since")) return readSince(reading);
  if (cursor.accept("this")) {
    const unit = unitOf(cursor.next().word) ?? "day";
    return { kind: "calendar", unit, number: 1, ...zone(cursor) };
  }
  const isWithin = cursor.next().word === "within";
  if (!cursor.accept("the") && !isWithin) cursor.accept("this");
  if (!isWithin && cursor.accept("session"))
    return { kind: "session", gap: reading.words.sessionGap };
  const isLast = cursor.accept("last") || cursor.accept("past");
  if (!isWithin && !isLast) return cursor.expected('"last" and a length such as 48h');
  if (cursor.peek(1).word === "calendar") return readCalendar(cursor);
  const length = readSpan(cursor);
  return length === undefined ? undefined : { kind: "last", length };
}

function readCalendar(cursor: Cursor): Window | undefined {
  const start = cursor.next();
  cursor.next();
  const unit = unitOf(cursor.peek().word);
  if (unit === undefined) return cursor.expected("days, weeks or months");
  cursor.next();
  const span = cursor.spanFrom(start);
  const number = /^\d+$/.test(start.text) ? Number(start.text) : 0;
  const utc = zone(cursor);
  if (number >= 1 && number <= MOST[unit]) return { kind: "calendar", unit, number, ...utc };
  const message = `calendar windows have 1 to ${MOST[unit]} whole ${unit}s, not ${start.text}`;
  return cursor.report(span, { code: "BAD_CALENDAR", message });
}

function unitOf(word: string): (typeof UNITS)[number] | undefined {
  return UNITS.find((each) => word === each || word === `${each}s`);
}

function zone(cursor: Cursor): { readonly utc: boolean } {
  return { utc: cursor.accept("utc") || cursor.accept("in", "utc") };
}

function readSince({ cursor, anchor }: Reading): Window | undefined {
  const start = cursor.next();
  const wanted = cursor.accept("entry") ? "entry" : cursor.accept("send") ? "send" : undefined;
  if (wanted === undefined) return cursor.expected('"entry" or "send"');
  if (wanted === anchor) return { kind: "since", anchor };
  const message =
    wanted === "entry"
      ? '"since entry" stands only in "until": nowhere else is there an entry to count from'
      : '"since send" stands only in the "unless" of what follows a send';
  return cursor.report(cursor.spanFrom(start), { code: "SINCE_OUT_OF_PLACE", message });
}

/** A window as messages name it. */
export function nameOf(window: Window): string {
  switch (window.kind) {
    case "last":
      return "in last …";
    case "ever":
      return "ever";
    case "calendar":
      return "a calendar window";
    case "session":
      return "in session";
    case "since":
      return `since ${window.anchor}`;
  }
}
