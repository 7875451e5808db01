import type { Condition, ConsentIs } from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import { readHeld } from "./held.ts";
import type { Reading } from "./reading.ts";

const STATES: readonly ConsentIs["state"][] = ["given", "withdrawn", "unknown"];

/** Whether `consent given` or its like stands here, and not a test on the attribute `consent`. */
export function startsConsent(cursor: Cursor): boolean {
  if (!cursor.is("consent")) return false;
  let ahead = 1;
  if (cursor.peek(ahead).word === "is" || cursor.isSymbol("=", ahead)) ahead += 1;
  if (cursor.peek(ahead).word === "not") ahead += 1;
  return STATES.some((each) => each === cursor.peek(ahead).word);
}

/** Reads `consent given`, also with `for 7d`. */
export function readConsent({ cursor }: Reading): Condition | undefined {
  const start = cursor.next();
  if (!cursor.accept("is")) cursor.acceptSymbol("=");
  const negated = cursor.accept("not");
  const { word } = cursor.next();
  const state = STATES.find((each) => each === word)!;
  const leaf: ConsentIs = { kind: "consent", span: cursor.spanFrom(start), state };
  return readHeld(cursor, { start, leaf, negated });
}
