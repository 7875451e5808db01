import { didYouMean } from "../../text/suggest.ts";
import type { Of, Window } from "../ast.ts";
import { meaningOf } from "../vocabulary.ts";
import type { Reading } from "./reading.ts";
import { nameOf } from "./window.ts";

/** Reads `of the same product` or `of that product`. */
export function readOf({ cursor, words }: Reading): Of | undefined {
  cursor.next();
  const isThat = cursor.accept("that");
  if (!isThat && !(cursor.accept("the", "same") || cursor.accept("same")))
    return cursor.expected('"the same" or "that"');
  const token = cursor.peek();
  if (token.kind !== "word" || cursor.isClause()) return cursor.expected("a thing such as product");
  cursor.next();
  const property = meaningOf(words.things, token.text);
  if (property !== undefined)
    return { word: isThat ? "that" : "same", thing: token.text, property };
  const note = didYouMean(token.text, Object.keys(words.things));
  return cursor.report(token, {
    code: "UNKNOWN_THING",
    message: `unknown thing "${token.text}"`,
    note,
  });
}

/** Reads `of the same product` where nothing can be bound, and says so; `what` stands there. */
export function refuseOf(reading: Reading, what: string): undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  if (readOf(reading) === undefined) return;
  const message = `${what} cannot be bound to one thing: only counts can`;
  cursor.report(cursor.spanFrom(start), { code: "BINDING_OUT_OF_PLACE", message });
}

/** Why a count with this binding cannot have this window, or `undefined`. */
export function bindingFault(of: Of, window: Window): string | undefined {
  if (window.kind !== "session" && window.kind !== "since") return undefined;
  return `"of ${of.word === "same" ? "the same" : "that"} ${of.thing}" cannot be asked ${nameOf(window)}: write in last 48h, ever or a calendar window`;
}
