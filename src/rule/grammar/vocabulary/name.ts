import type { Token } from "../../lexer.ts";
import { isReserved } from "../keywords.ts";
import type { Reading } from "../reading.ts";

/** Reads a name that rules can then write without quotes. */
export function readName({ cursor }: Reading): Token | undefined {
  const token = cursor.peek();
  if (token.kind !== "word") return cursor.expected("a name");
  if (!isReserved(token.text)) return cursor.next();
  const message = `"${token.text}" is a word of the language: choose another name`;
  cursor.report(token, { code: "RESERVED_NAME", message });
  cursor.next();
  return undefined;
}

/** Takes the equals sign between a name and its meaning, or complains. */
export function acceptEquals({ cursor }: Reading): boolean {
  if (cursor.acceptSymbol("=")) return true;
  cursor.expected('"="');
  return false;
}
