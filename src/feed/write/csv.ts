import type { Event, Value } from "../../model/event.ts";
import { TABLE } from "./columns.ts";

/** The first line of a CSV file of events. */
export const CSV_HEAD = `${TABLE.map(({ name }) => name).join(",")}\n`;

/** One event as a line of CSV (RFC 4180). */
export function csvLine(profile: string, event: Event): string {
  return `${TABLE.map(({ cell }) => written(cell(profile, event))).join(",")}\n`;
}

function written(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
