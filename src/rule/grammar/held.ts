import type { Condition, Held, Not } from "../ast.ts";
import type { Token } from "../lexer.ts";
import type { Cursor } from "./cursor.ts";
import { readSpan } from "./length.ts";

/** A state that was read, and whether `not` was written inside it. */
export interface WrittenState {
  readonly start: Token;
  readonly leaf: Held["condition"];
  readonly negated: boolean;
}

/** The state itself, or how long it has held if `for 30min` follows. */
export function readHeld(
  cursor: Cursor,
  { start, leaf, negated }: WrittenState,
): Condition | undefined {
  const word = cursor.peek();
  if (!cursor.accept("for")) return negated ? not(leaf) : leaf;
  const length = readSpan(cursor);
  if (length === undefined) return undefined;
  if (!negated) return { kind: "held", span: cursor.spanFrom(start), condition: leaf, length };
  const message = '"for" cannot follow a test with "not" inside: only a plain test is held';
  const note = 'write what held, such as != "gold", or put "not" in front of it all';
  return cursor.report(cursor.spanFrom(word), { code: "HELD_NOT", message, note });
}

/** What stands there does not hold. */
export function not(condition: Condition): Not {
  return { kind: "not", span: condition.span, condition };
}
