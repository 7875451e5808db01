import { didYouMean } from "../../text/suggest.ts";
import { findZone, zoneNames } from "../../time/zone.ts";
import type { Condition, DeviceIs, PlaceField, PlaceIs } from "../ast.ts";
import type { RuleErrorCode } from "../error.ts";
import type { Cursor } from "./cursor.ts";
import { readHeld } from "./held.ts";
import type { Literal } from "./literal.ts";
import type { Reading } from "./reading.ts";
import { readTest, type Subject } from "./value-test.ts";

const PLACES: readonly PlaceField[] = ["country", "region", "city", "area", "zone"];

/** Reads `device = mobile`; the quotes may be left out. */
export function readDevice(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const start = cursor.next();
  const read = deviceOf(reading);
  const written = readTest(cursor, { name: "device", type: "text", read });
  if (written === undefined) return undefined;
  const { test, negated } = written;
  const leaf: DeviceIs = { kind: "device", span: cursor.spanFrom(start), test };
  return readHeld(cursor, { start, leaf, negated });
}

/** Reads `location.country = "US"` and its like. Zones and areas must exist. */
export function readPlace(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const start = cursor.next();
  const name = start.word.slice("location.".length);
  const field = PLACES.find((each) => each === name);
  if (field === undefined) {
    const message = `unknown place "${start.text}": write location. and one of ${PLACES.join(", ")}`;
    return cursor.report(start, { code: "UNKNOWN_PLACE", message, note: didYouMean(name, PLACES) });
  }
  const written = readTest(cursor, placeSubject(reading, field));
  if (written === undefined) return undefined;
  const { test, negated } = written;
  const leaf: PlaceIs = { kind: "place", span: cursor.spanFrom(start), field, test };
  return readHeld(cursor, { start, leaf, negated });
}

function placeSubject({ cursor, words }: Reading, field: PlaceField): Subject {
  const subject = { name: `location.${field}`, type: "text" } as const;
  if (field === "area") {
    const read = oneOf(cursor, { code: "UNKNOWN_AREA", what: "area", names: words.areas });
    return { ...subject, read };
  }
  return field === "zone" ? { ...subject, read: (literal) => readZone(cursor, literal) } : subject;
}

/** How a literal is read as one of the vocabulary's devices. */
export function deviceOf({ cursor, words }: Reading): (literal: Literal) => string | undefined {
  return oneOf(cursor, { code: "UNKNOWN_DEVICE", what: "device", names: words.devices });
}

interface Names {
  readonly code: RuleErrorCode;
  readonly what: string;
  readonly names: readonly string[];
}

function oneOf(
  cursor: Cursor,
  { code, what, names }: Names,
): (literal: Literal) => string | undefined {
  return ({ value, span }) => {
    if (typeof value === "string" && names.includes(value)) return value;
    const caseless = names.find((name) => name.toLowerCase() === String(value).toLowerCase());
    if (caseless !== undefined) return caseless;
    const message = `unknown ${what} "${value}": it is one of ${names.join(", ")}`;
    return cursor.report(span, { code, message, note: didYouMean(String(value), names) });
  };
}

function readZone(cursor: Cursor, { value, span }: Literal): string | undefined {
  const zone = findZone(String(value));
  if (zone !== undefined) return zone.name;
  const note = didYouMean(String(value), zoneNames());
  const message = `unknown time zone "${value}"`;
  return cursor.report(span, { code: "UNKNOWN_ZONE", message, note });
}
