import type { ValueType } from "../../model/vocabulary.ts";
import { didYouMean } from "../../text/suggest.ts";
import type { AttributeIs, Condition, InstantIs } from "../ast.ts";
import type { Token } from "../lexer.ts";
import { meaningOf } from "../vocabulary.ts";
import type { Cursor } from "./cursor.ts";
import { readHeld } from "./held.ts";
import { readSpan } from "./length.ts";
import type { Reading } from "./reading.ts";
import { readTest } from "./value-test.ts";

/** Reads `plan = "gold"`, also as `profile.plan` and with `for 7d`; `created_at within last 30d`;
 *  `propensity fresher than 24h`. */
export function readAttribute(reading: Reading): Condition | undefined {
  const { cursor, words } = reading;
  const start = cursor.next();
  const isPrefixed = start.word.startsWith("profile.");
  const attribute = isPrefixed ? start.text.slice("profile.".length) : start.text;
  const type = meaningOf(words.attributes, attribute);
  if (type === undefined) {
    const message = `unknown attribute "${attribute}"`;
    const note = didYouMean(attribute, Object.keys(words.attributes));
    return cursor.report(start, { code: "UNKNOWN_ATTRIBUTE", message, note });
  }
  if (cursor.is("fresher")) return readFresh(cursor, { start, attribute });
  if (startsInstant(cursor, 0)) return readInstant(cursor, { start, attribute, type });
  const written = readTest(cursor, { name: attribute, type });
  if (written === undefined) return undefined;
  const { test, negated } = written;
  const leaf: AttributeIs = { kind: "attribute", span: cursor.spanFrom(start), attribute, test };
  return readHeld(cursor, { start, leaf, negated });
}

interface Named {
  readonly start: Token;
  readonly attribute: string;
}

function readFresh(cursor: Cursor, { start, attribute }: Named): Condition | undefined {
  cursor.next();
  if (!cursor.accept("than")) return cursor.expected('"than" and a length such as 24h');
  const length = readSpan(cursor);
  if (length === undefined) return undefined;
  return { kind: "fresh", span: cursor.spanFrom(start), attribute, length };
}

/** Whether `within last 30d`, `within next 3d`, `more than 30d ago` or their like stands `ahead` of here. */
export function startsInstant(cursor: Cursor, ahead: number): boolean {
  const { word } = cursor.peek(ahead);
  const next = cursor.peek(ahead + 1).word;
  if (word === "more") return next === "than";
  if (word !== "within" && word !== "in") return false;
  const far = next === "the" ? cursor.peek(ahead + 2).word : next;
  return far === "last" || far === "past" || far === "next" || word === "within";
}

function readInstant(
  cursor: Cursor,
  { start, attribute, type }: Named & { readonly type: ValueType },
): Condition | undefined {
  const relation = cursor.accept("more", "than") ? "more" : readSide(cursor);
  if (relation === undefined) return undefined;
  const length = readSpan(cursor);
  if (length === undefined) return undefined;
  const settled = relation === "more" ? readDirection(cursor) : relation;
  if (settled === undefined) return undefined;
  const span = cursor.spanFrom(start);
  if (type === "instant") return { kind: "instant", span, attribute, relation: settled, length };
  const message = `"${attribute}" is of type ${type}, not an instant, so it lies nowhere in time`;
  return cursor.report(span, { code: "TYPE_MISMATCH", message });
}

function readSide(cursor: Cursor): InstantIs["relation"] | undefined {
  cursor.next();
  cursor.accept("the");
  if (cursor.accept("last") || cursor.accept("past")) return "within_last";
  return cursor.accept("next") ? "within_next" : cursor.expected('"last" or "next" and a length');
}

function readDirection(cursor: Cursor): InstantIs["relation"] | undefined {
  if (cursor.accept("ago")) return "before_last";
  return cursor.accept("ahead") ? "after_next" : cursor.expected('"ago" or "ahead"');
}
