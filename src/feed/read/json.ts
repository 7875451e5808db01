import type { Fault } from "./rejection.ts";
import type { Fields } from "./values.ts";

/** What no JSON reads as. */
export const NOT_JSON = Symbol("not JSON");

/** Reads a text as JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

/** Why a line is no JSON: it was cut, or is something else. */
export function notJson(text: string, isLast: boolean): Fault {
  if (isLast && /^\s*[{[]/.test(text) && !/[}\]]\s*$/.test(text))
    return { code: "CUT_LINE", message: "the last line is cut off" };
  return { code: "NOT_JSON", message: "not JSON" };
}

/** The record with the JSON in the texts of some columns opened, or which of them holds none. */
export function openJson(
  record: Fields,
  columns: readonly string[],
): { readonly record: Fields } | Fault {
  if (columns.length === 0) return { record };
  const opened: Record<string, unknown> = { ...record };
  for (const column of columns) {
    const text = opened[column];
    if (typeof text !== "string") continue;
    const value = parseJson(text);
    if (value === NOT_JSON) return { code: "NOT_JSON", message: `column "${column}" is not JSON` };
    opened[column] = value;
  }
  return { record: opened };
}
