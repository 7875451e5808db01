import { type Duration, parseDuration, UNITS } from "../../time/duration.ts";
import type { Complaint, Cursor } from "./cursor.ts";

const PLAIN = /^\d+(?:\.\d+)?$/;

/** Spellings that people use for units, and what to write for them. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/^(ms|msecs?|millis|milliseconds?)$/, "ms"],
  [/^(s|secs?|seconds?)$/, "s"],
  [/^(mins?|minutes?)$/, "min"],
  [/^(h|hrs?|hours?)$/, "h"],
  [/^(d|days?)$/, "d"],
  [/^(w|wks?|weeks?)$/, "w"],
];
const OTHERS = /^(m|y|yrs?|years?|mo|months?)$/;

/** Reads a length of time, `48h` or `1h30min`; `48 h` is understood too. Says what is wrong otherwise. */
export function readLength(cursor: Cursor): Duration | undefined {
  const start = cursor.peek();
  if (start.kind !== "number") return cursor.expected("a length of time such as 48h");
  let text = "";
  do text += `${readPart(cursor)} `;
  while (cursor.peek().kind === "number" && !PLAIN.test(cursor.peek().text));
  const complaint = lengthFault(text.trim());
  if (complaint !== undefined) return cursor.report(cursor.spanFrom(start), complaint);
  const length = parseDuration(text);
  return typeof length === "number" ? length : undefined;
}

/** Reads a length of time that must not be nothing: of a window, or between two events. */
export function readSpan(cursor: Cursor): Duration | undefined {
  const start = cursor.peek();
  const length = readLength(cursor);
  if (length !== 0) return length;
  const message = "this is no time at all: write a length such as 48h";
  return cursor.report(cursor.spanFrom(start), { code: "BAD_DURATION", message });
}

function readPart(cursor: Cursor): string {
  const number = cursor.next().text;
  const unit = cursor.peek().word;
  if (!PLAIN.test(number) || !(OTHERS.test(unit) || meant(unit) !== undefined)) return number;
  return number + cursor.next().text;
}

/** What is wrong with a length's text, or `undefined`. Also serves texts that stand inside a word. */
export function lengthFault(text: string): Complaint | undefined {
  if (/\d_/.test(text)) {
    const message = `no underscores in numbers: write ${text.replaceAll("_", "")}`;
    return { code: "BAD_NUMBER", message };
  }
  for (const [, count = "", unit = ""] of text.matchAll(/([\d.]+)\s*([^\d\s.]*)/g)) {
    if (unit === "")
      return { code: "MISSING_UNIT", message: `${count} of what? write ${count}h or ${count}min` };
    if (!Object.hasOwn(UNITS, unit)) {
      const message = `unknown unit "${unit}": write ${advice(count, unit.toLowerCase())}`;
      return { code: "UNKNOWN_UNIT", message };
    }
  }
  return sizeFault(text);
}

function sizeFault(text: string): Complaint | undefined {
  const fault = parseDuration(text);
  if (typeof fault === "number") return undefined;
  const messages = {
    not_a_duration: `"${text}" is no length of time: write it like 48h or 1h30min`,
    unknown_unit: `"${text}" is no length of time: write it like 48h or 1h30min`,
    too_long: `${text} is too long: at most 100 years`,
    fraction: `${text} is no whole number of milliseconds`,
  };
  return { code: "BAD_DURATION", message: messages[fault] };
}

function advice(count: string, unit: string): string {
  if (unit === "m") return `${count}h or ${count}min`;
  if (unit.startsWith("mo")) return `days, such as ${Math.round(Number(count) * 30)}d`;
  if (unit.startsWith("y")) return `days, such as ${Math.round(Number(count) * 365)}d`;
  const known = meant(unit);
  return known === undefined ? `one of ms, s, min, h, d, w` : `${count}${known}`;
}

function meant(unit: string): string | undefined {
  return MEANT.find(([spelling]) => spelling.test(unit))?.[1];
}
