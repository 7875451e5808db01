import { EARLIEST, LATEST, formatInstant, instant, parseInstant } from "../../time/instant.ts";
import type { Instant } from "../../time/instant.ts";
import { instantOfWall } from "../../time/zone.ts";
import type { Zone } from "../../time/zone.ts";
import type { Fault } from "./rejection.ts";

/** How instants are written. `auto` takes ISO 8601 and numbers: between 1990 and 2080, a count of seconds and one of
 *  milliseconds cannot be mistaken for each other. */
export type InstantStyle = "auto" | "iso" | "epoch_ms" | "epoch_s";

/** Reads instants of one input; `zone` is the clock of those that name none. */
export interface InstantReader {
  readonly style: InstantStyle;
  readonly zone: Zone | undefined;
}

const LATEST_IN_SECONDS = LATEST / 1000;
const NUMBER = /^-?\d+(\.\d+)?([eE]\+?\d+)?$/;

/** The instant that a value writes, cut to the millisecond, or why it is none. `name` is the field, for the message. */
export function readInstant(reader: InstantReader, name: string, value: unknown): Instant | Fault {
  if (typeof value === "number") return fromNumber(reader, name, value);
  if (typeof value !== "string")
    return { code: "WRONG_TYPE", message: `${name} is ${nameOfType(value)}, not an instant` };
  const text = value.trim();
  if (reader.style !== "iso" && NUMBER.test(text)) return fromNumber(reader, name, Number(text));
  if (reader.style === "epoch_ms" || reader.style === "epoch_s") return notAnInstant(name, text);
  return fromText(reader, name, text);
}

/** Whether a reader's answer is an instant. */
export function isInstant(answer: Instant | Fault): answer is Instant {
  return typeof answer === "number";
}

/** What a JSON value is called in a message. */
export function nameOfType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return `a ${typeof value}`;
}

function fromNumber(reader: InstantReader, name: string, count: number): Instant | Fault {
  if (!Number.isFinite(count) || reader.style === "iso") return notAnInstant(name, String(count));
  const isSeconds =
    reader.style === "epoch_s" || (reader.style === "auto" && Math.abs(count) <= LATEST_IN_SECONDS);
  const ms = isSeconds ? Math.floor(Math.round(count * 1e6) / 1e3) : Math.floor(count);
  return withinRange(name, String(count), ms);
}

function fromText(reader: InstantReader, name: string, text: string): Instant | Fault {
  const written = parseInstant(text);
  if (written === undefined) return notAnInstant(name, text);
  if (written.kind === "instant") return withinRange(name, text, written.at);
  if (reader.zone !== undefined)
    return withinRange(name, text, instantOfWall(reader.zone, written.wall));
  return {
    code: "INSTANT_WITHOUT_ZONE",
    message: `${name} "${text}" names no zone: write Z or an offset, or give --input-zone`,
  };
}

function withinRange(name: string, text: string, ms: number): Instant | Fault {
  if (EARLIEST <= ms && ms < LATEST) return instant(ms);
  const bounds = `${formatInstant(EARLIEST).slice(0, 4)} to ${Number(formatInstant(LATEST).slice(0, 4)) - 1}`;
  return {
    code: "INSTANT_OUT_OF_RANGE",
    message: `${name} ${text} is outside of the years ${bounds}`,
  };
}

function notAnInstant(name: string, text: string): Fault {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return {
    code: "NOT_AN_INSTANT",
    message: `${name} "${shown}" is no instant: write 2026-03-10T17:00:00.000Z or milliseconds since 1970`,
  };
}
