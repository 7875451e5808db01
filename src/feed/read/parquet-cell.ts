import type { ParquetParsers, SchemaTree } from "hyparquet";
import type { Value } from "../../model/event.ts";
import type { Fault } from "./rejection.ts";

/** A cell that holds no value, and why. A class, so that no value in a file looks like one. */
export class Unusable {
  readonly fault: Fault;

  constructor(fault: Fault) {
    this.fault = fault;
  }
}

const NOT_UTF8 = new Unusable({ code: "NOT_UTF8", message: "the bytes are not UTF-8" });
const NOT_JSON = new Unusable({ code: "NOT_JSON", message: "not JSON" });
const BYTES = new Unusable({ code: "WRONG_TYPE", message: "bytes, not a text or a number" });

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** How texts are decoded, so that one broken cell leaves the others of its column readable. */
export const PARSERS: Partial<ParquetParsers> = {
  stringFromBytes: decoded,
  jsonFromBytes(bytes?: Uint8Array) {
    const text = decoded(bytes);
    if (typeof text !== "string") return text;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return NOT_JSON;
    }
  },
};

function decoded(bytes?: Uint8Array): string | Unusable | undefined {
  if (bytes === undefined) return undefined;
  try {
    return decoder.decode(bytes);
  } catch {
    return NOT_UTF8;
  }
}

/** How the dates of a column are written out: as instants, as what some wall's clock shows, or as days. */
export type DateStyle = "instant" | "wall" | "day";

/** The style of a column. A timestamp that is not said to be in UTC names no zone, and neither does a day. */
export function dateStyleOf({ element }: SchemaTree): DateStyle {
  const { converted_type, logical_type } = element;
  if (converted_type === "DATE") return "day";
  return logical_type?.type === "TIMESTAMP" && !logical_type.isAdjustedToUTC ? "wall" : "instant";
}

/** The value of a cell, `undefined` if there is none. Whole numbers beyond 2^53 stay text: they are ids, or reading would
 *  change them. NaN and the infinite are missing. */
export function valueOfCell(cell: unknown, style: DateStyle): Value | Unusable | undefined {
  switch (typeof cell) {
    case "string":
    case "boolean":
      return cell;
    case "number":
      return Number.isFinite(cell) ? cell + 0 : undefined; // JSON writes no -0 either
    case "bigint":
      return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell);
    case "object":
      return cell === null ? undefined : valueOfObject(cell, style);
    default:
      return undefined;
  }
}

function valueOfObject(cell: object, style: DateStyle): Value | Unusable {
  if (cell instanceof Unusable) return cell;
  if (cell instanceof Date) return written(cell, style);
  if (cell instanceof Uint8Array) return BYTES;
  const isList = Array.isArray(cell);
  const parts: [string, Value][] = [];
  for (const [key, each] of Object.entries(cell)) {
    const value = valueOfCell(each, style) ?? null;
    if (value instanceof Unusable) return value;
    parts.push([key, value]);
  }
  return isList ? parts.map(([, value]) => value) : Object.fromEntries(parts);
}

/** A date too far away for a calendar becomes a text that is no instant, and is told as such. */
function written(date: Date, style: DateStyle): string {
  if (Number.isNaN(date.getTime())) return String(date);
  const text = date.toISOString();
  if (style === "day") return text.slice(0, text.indexOf("T"));
  return style === "wall" ? text.slice(0, -1) : text;
}
