import type { Cursor } from "./cursor.ts";
import { isReserved } from "./keywords.ts";

/** The name that a segment without one has: that of its file, `evening-offer.segment` → `evening_offer`. */
export function nameOf(path: string): string {
  const base = path.split(/[\\/]/).at(-1) ?? "";
  return base.replace(/(.)\..*$/s, "$1").replace(/[^\p{L}\p{N}]+/gu, "_");
}

/** Reads the name of another segment; in quotes if it is no plain word. Whether there is one is for the check to say. */
export function readSegmentName(cursor: Cursor): string | undefined {
  const token = cursor.peek();
  if (token.kind === "text") return cursor.next().text;
  if (token.kind !== "word" || cursor.isClause() || cursor.is("and") || cursor.is("or"))
    return cursor.expected("the name of a segment");
  cursor.next();
  // Files are called evening-offer; their segments are not.
  while (cursor.isSymbol("-") && cursor.peek(1).kind !== "end") {
    cursor.next();
    cursor.next();
  }
  const span = cursor.spanFrom(token);
  const written = cursor.source.text.slice(span.start, span.end);
  if (written === token.text && !isReserved(written)) return written;
  const message = `"${written}" is no name of a segment: write ${nameOf(written)}`;
  if (written !== token.text) return cursor.report(span, { code: "UNEXPECTED", message });
  return cursor.report(span, {
    code: "RESERVED_NAME",
    message: `"${written}" is a word of the language: put the name in quotes`,
  });
}
