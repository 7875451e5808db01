import { didYouMean } from "../../text/suggest.ts";
import type { SendAction, SendValue } from "../ast.ts";
import { quote } from "../quote.ts";
import { meaningOf } from "../vocabulary.ts";
import { readLiteral } from "./literal.ts";
import type { Reading } from "./reading.ts";

type NamedValue = SendAction["values"][number];

/** Reads `send email "…" with name = value …`, after `then`. */
export function readSend(reading: Reading): SendAction | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  if (!cursor.accept("send")) return cursor.expected('"send email"');
  if (!cursor.accept("email")) return cursor.expected('"email"');
  cursor.acceptSymbol(":");
  const subject = cursor.peek();
  if (subject.kind !== "text") return cursor.expected("the subject in quotes");
  cursor.next();
  const values = cursor.accept("with") ? readValues(reading) : [];
  if (values === undefined) return undefined;
  const span = cursor.spanFrom(start);
  return { kind: "send", span, channel: "email", subject: subject.text, values };
}

/** Reads `name = value` once or more; a comma, an `and` or nothing stands between two. */
function readValues(reading: Reading): readonly NamedValue[] | undefined {
  const { cursor } = reading;
  const values: NamedValue[] = [];
  let failed = false;
  do {
    const token = cursor.peek();
    const value = readNamed(reading);
    if (value === undefined) {
      failed = true;
      skipToName(reading);
      continue;
    }
    if (values.some((each) => each.name === value.name)) {
      const message = `"${value.name}" has a value already`;
      cursor.report(token, { code: "REPEATED", message });
      failed = true;
    }
    values.push(value);
  } while (acceptJoint(reading) || isName(reading));
  return failed ? undefined : values;
}

function acceptJoint({ cursor }: Reading): boolean {
  const hasComma = cursor.acceptSymbol(",");
  return cursor.accept("and") || cursor.accept("with") || hasComma;
}

function isName({ cursor }: Reading): boolean {
  const { kind } = cursor.peek();
  return (kind === "word" || kind === "text") && cursor.isSymbol("=", 1) && !cursor.isClause();
}

function skipToName(reading: Reading): void {
  const { cursor } = reading;
  while (!cursor.isClause() && !isName(reading)) cursor.next();
}

function readNamed(reading: Reading): NamedValue | undefined {
  const { cursor } = reading;
  const token = cursor.peek();
  if ((token.kind !== "word" && token.kind !== "text") || cursor.isClause())
    return cursor.expected('a name and its value, such as urgency = "24h"');
  cursor.next();
  if (!cursor.acceptSymbol("=")) return cursor.expected(`"=" and the value of "${token.text}"`);
  const value = readValue(reading);
  return value === undefined ? undefined : { name: token.text, value };
}

function readValue(reading: Reading): SendValue | undefined {
  const { cursor } = reading;
  const literal = readLiteral(cursor, "a value");
  if (literal === undefined) return undefined;
  if (!literal.bare) return { kind: "literal", value: literal.value };
  const word = String(literal.value);
  if (word === "cart_items" || word === "viewed_items")
    return { kind: "bound", to: { kind: word } };
  const attribute = word.replace(/^profile\./i, "");
  if (meaningOf(reading.words.attributes, attribute) !== undefined)
    return { kind: "bound", to: { kind: "attribute", attribute } };
  const known = ["cart_items", "viewed_items", ...Object.keys(reading.words.attributes)];
  const note = didYouMean(attribute, known) ?? `a text is written ${quote(word)}`;
  const message = `unknown value "${word}"`;
  return cursor.report(literal.span, { code: "UNKNOWN_VALUE", message, note });
}
