import type { Count, Refinement } from "../ast.ts";
import { readBounds, readCounted, startsBounds } from "./bounds.ts";
import { knownMetric } from "./metric.ts";
import type { Reading } from "./reading.ts";
import { readSegmentName } from "./segment-name.ts";
import { readWindow, startsWindow } from "./window.ts";

/** Reads `mobile_evening when evidence >= 5 events in last 30d`, after `refines`. */
export function readRefinement(reading: Reading): Refinement | undefined {
  const { cursor } = reading;
  const start = cursor.last();
  const segment = readSegmentName(cursor);
  while (segment === undefined && !cursor.isClause() && !cursor.is("when")) cursor.next();
  const hasEvidence = cursor.accept("when", "evidence");
  const evidence = hasEvidence ? readEvidence(reading) : undefined;
  if (segment === undefined || (hasEvidence && evidence === undefined)) return undefined;
  const asked = evidence === undefined ? {} : { evidence };
  return { span: cursor.spanFrom(start), segment, ...asked };
}

/** Reads `>= 5 events in last 30d`: how much must be known of a profile. */
function readEvidence(reading: Reading): Count | undefined {
  const { cursor } = reading;
  const start = cursor.last();
  if (!startsBounds(cursor) || cursor.is("between"))
    return cursor.expected('how many events, such as ">= 5 events"');
  const bounds = readBounds(cursor, readCounted);
  if (!cursor.accept("events") && !startsWindow(cursor)) return cursor.expected('"events"');
  if (!startsWindow(cursor)) {
    const message = 'evidence needs a window: write "in last 30d", or "ever"';
    return cursor.report(cursor.spanFrom(start), { code: "MISSING_WINDOW", message });
  }
  const window = readWindow(reading);
  if (bounds === undefined || bounds === "wrong" || window === undefined) return undefined;
  const metric = knownMetric(reading, "events");
  const span = cursor.spanFrom(start);
  if (metric !== undefined) return { kind: "count", span, metric, ...bounds[0]!, window };
  const message = 'evidence looks for the metric "events", which the vocabulary lacks';
  return cursor.report(span, { code: "UNKNOWN_METRIC", message });
}
