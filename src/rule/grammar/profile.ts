import { didYouMean } from "../../text/suggest.ts";
import { findZone, zoneNames } from "../../time/zone.ts";
import type { AttributeIs, Condition, DeviceIs, Not, PlaceField, PlaceIs } from "../ast.ts";
import type { RuleErrorCode } from "../error.ts";
import { meaningOf } from "../vocabulary.ts";
import type { Cursor } from "./cursor.ts";
import type { Literal } from "./literal.ts";
import type { Reading } from "./reading.ts";
import { readTest, type Subject } from "./value-test.ts";

const PLACES: readonly PlaceField[] = ["country", "region", "city", "area", "zone"];

/** Reads `device = mobile`; the quotes may be left out. */
export function readDevice({ cursor, words }: Reading): Condition | undefined {
  const start = cursor.next();
  const read = oneOf(cursor, { code: "UNKNOWN_DEVICE", what: "device", names: words.devices });
  const written = readTest(cursor, { name: "device", type: "text", read });
  if (written === undefined) return undefined;
  const { test, negated } = written;
  const leaf: DeviceIs = { kind: "device", span: cursor.spanFrom(start), test };
  return negated ? not(leaf) : leaf;
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
  return negated ? not(leaf) : leaf;
}

function placeSubject({ cursor, words }: Reading, field: PlaceField): Subject {
  const subject = { name: `location.${field}`, type: "text" } as const;
  if (field === "area") {
    const read = oneOf(cursor, { code: "UNKNOWN_AREA", what: "area", names: words.areas });
    return { ...subject, read };
  }
  return field === "zone" ? { ...subject, read: (literal) => readZone(cursor, literal) } : subject;
}

/** Reads `plan = "gold"`, also as `profile.plan`. */
export function readAttribute({ cursor, words }: Reading): Condition | undefined {
  const start = cursor.next();
  const isPrefixed = start.word.startsWith("profile.");
  const attribute = isPrefixed ? start.text.slice("profile.".length) : start.text;
  const type = meaningOf(words.attributes, attribute);
  if (type === undefined) {
    const message = `unknown attribute "${attribute}"`;
    const note = didYouMean(attribute, Object.keys(words.attributes));
    return cursor.report(start, { code: "UNKNOWN_ATTRIBUTE", message, note });
  }
  const written = readTest(cursor, { name: attribute, type });
  if (written === undefined) return undefined;
  const { test, negated } = written;
  const leaf: AttributeIs = { kind: "attribute", span: cursor.spanFrom(start), attribute, test };
  return negated ? not(leaf) : leaf;
}

/** What stands there does not hold. */
export function not(condition: Condition): Not {
  return { kind: "not", span: condition.span, condition };
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
