import type { InSegment, SegmentChange } from "../ast.ts";
import { readSpan } from "./length.ts";
import type { Reading } from "./reading.ts";
import { readSegmentName } from "./segment-name.ts";
import { nameOf, readWindow, startsWindow } from "./window.ts";

/** Reads `in segment mobile_evening`, also with `for 2h`. */
export function readInSegment({ cursor }: Reading): InSegment | undefined {
  const start = cursor.next();
  cursor.next();
  const segment = readSegmentName(cursor);
  const isFor = cursor.accept("for");
  const length = isFor ? readSpan(cursor) : undefined;
  if (segment === undefined || (isFor && length === undefined)) return undefined;
  const lasting = length === undefined ? {} : { for: length };
  return { kind: "in_segment", span: cursor.spanFrom(start), segment, ...lasting };
}

/** Reads `entered segment mobile_evening in last 24h` and the same with `left`. */
export function readSegmentChange(reading: Reading): SegmentChange | undefined {
  const { cursor } = reading;
  const start = cursor.next();
  const change = start.word === "entered" ? "entered" : "left";
  if (!cursor.accept("segment")) return cursor.expected('"segment" and its name');
  const segment = readSegmentName(cursor);
  if (segment === undefined && !startsWindow(cursor)) return undefined;
  if (!startsWindow(cursor)) {
    const message = `"${change} segment" needs a window: write "in last 24h"`;
    return cursor.report(cursor.spanFrom(start), { code: "MISSING_WINDOW", message });
  }
  const window = readWindow(reading);
  if (segment === undefined || window === undefined) return undefined;
  const span = cursor.spanFrom(start);
  if (window.kind === "last")
    return { kind: "segment_change", span, segment, change, length: window.length };
  const message = `"${change} segment" cannot be asked ${nameOf(window)}: write "in last 24h"`;
  return cursor.report(span, { code: "WRONG_WINDOW", message });
}
