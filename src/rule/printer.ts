import type { Segment } from "./ast.ts";
import { printClauses, printHead } from "./print/segment.ts";

export { printCondition } from "./print/condition.ts";
export { printTest, printWhere, printWord } from "./print/value.ts";

/** A segment in the one canonical form, ending with a line end: read back, it is the same but for its spans. */
export function printSegment(segment: Segment): string {
  const lines = [printHead(segment), ...printClauses(segment).flatMap(({ lines: each }) => each)];
  return `${lines.join("\n")}\n`;
}
