import type { Predicate } from "../../model/predicate.ts";
import type { Span } from "../../text/span.ts";
import type { Condition, Count, MetricRef, Of, Window } from "../ast.ts";
import { type Bound, readBounds, readCounted, readWords, startsBounds } from "./bounds.ts";
import { startsSequel } from "./clause-start.ts";
import { readMetric, type WrittenMetric } from "./metric.ts";
import { bindingFault, readOf } from "./of.ts";
import { type Parts, readParts } from "./parts.ts";
import { readPredicate } from "./predicate.ts";
import type { Reading } from "./reading.ts";
import { readSequence, skipSequel } from "./sequence.ts";
import { peekComparator } from "./value-test.ts";
import { readWindow, startsWindow } from "./window.ts";

/** The parts of a count. */
interface Draft {
  bounds?: readonly Bound[] | "wrong";
  where?: Predicate | "wrong";
  of?: Of | "wrong";
  window?: Window | "wrong";
}

const NAMES = { bounds: "number", where: "where", of: "binding", window: "window" } as const;

/** Reads a count, `cart_views >= 2 in last 48h`, `no opens in last 72h`, `at least 2 product_views of the same product
 *  in last 48h`; one between two numbers is an `and` of two. Its parts may come in any order after the metric. What
 *  turns out to be the first half of `adds then orders …` is read to its end. */
export function readCount(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  const draft: Draft = {};
  const lead = cursor.accept("no") ? NONE : readWords(cursor, readCounted);
  if (lead !== undefined) draft.bounds = lead;
  const metric = readMetric(reading);
  if (metric === undefined) return undefined;
  if (metric.window !== undefined) draft.window = metric.window;
  readParts(cursor, draft, partsOf(reading, { draft, metric: metric.metric }));
  if (startsSequel(cursor)) return readOn(reading, { start, draft, metric });
  return finish(reading, { start, draft, metric });
}

const NONE = [{ comparator: "=", number: 0 }] as const;

function partsOf(
  reading: Reading,
  { draft, metric }: { readonly draft: Draft; readonly metric: MetricRef },
): Parts<Draft> {
  return {
    owner: metric.word,
    names: NAMES,
    peek: () => peekPart(reading),
    read(part) {
      switch (part) {
        case "where": {
          reading.cursor.next();
          const complete = draft.bounds !== undefined && draft.window !== undefined;
          return readPredicate(reading, { metric, complete });
        }
        case "of":
          return readOf(reading);
        case "window":
          return readWindow(reading);
        case "bounds":
          return readYesNo(reading) ?? readBounds(reading.cursor, readCounted);
      }
    },
  };
}

function peekPart({ cursor }: Reading): keyof Draft | undefined {
  const { word } = cursor.peek();
  if (word === "where" || word === "of") return word;
  if (startsWindow(cursor)) return "window";
  return startsBounds(cursor) ? "bounds" : undefined;
}

/** Reads `= true` and `= false`: at least one, and none. */
function readYesNo({ cursor }: Reading): readonly Bound[] | undefined {
  const comparator = peekComparator(cursor);
  if (comparator !== "=" && comparator !== "!=") return undefined;
  const { word } = cursor.peek(1);
  if (word !== "true" && word !== "false") return undefined;
  cursor.next();
  cursor.next();
  return (comparator === "=") === (word === "true") ? [{ comparator: ">=", number: 1 }] : NONE;
}

/** What was read of a count, and where it began. */
interface Written {
  readonly start: Span;
  readonly draft: Draft;
  readonly metric: WrittenMetric;
}

/** Goes on with the second half of a sequence, whose first half is no count. */
function readOn(reading: Reading, { start, draft, metric }: Written): Condition | undefined {
  const { bounds, where, of, window } = draft;
  const { cursor } = reading;
  if (bounds === undefined && of === undefined && window === undefined)
    return readSequence(reading, { start, metric, where });
  const message =
    'what comes before "then" is one event: it has no number, no window and no binding of its own';
  cursor.report(cursor.spanFrom(start), { code: "UNEXPECTED", message });
  return skipSequel(reading);
}

function finish(
  { cursor }: Reading,
  { start, draft, metric: written }: Written,
): Condition | undefined {
  const { bounds, where, of, window } = draft;
  const { metric, known } = written;
  const span = cursor.spanFrom(start);
  const isWrong = !known || [bounds, where, of, window].includes("wrong");
  if (bounds === undefined && !isWrong)
    return cursor.expected(`how many ${metric.word}, such as ">= 1"`);
  if (window === undefined && !(where === "wrong" && bounds === undefined)) {
    const message = `"${metric.word}" needs a window: write "in last 48h", or "ever"`;
    cursor.report(span, { code: "MISSING_WINDOW", message });
  }
  if (!known || bounds === undefined || window === undefined) return undefined;
  if (bounds === "wrong" || where === "wrong" || of === "wrong" || window === "wrong")
    return undefined;
  const fault = of && bindingFault(of, window);
  if (fault !== undefined)
    return cursor.report(span, { code: "BINDING_OUT_OF_PLACE", message: fault });
  const rest = {
    ...(where === undefined ? {} : { where }),
    ...(of === undefined ? {} : { of }),
    window,
  };
  const counts = bounds.map((bound): Count => ({ kind: "count", span, metric, ...bound, ...rest }));
  return counts.length === 1 ? counts[0] : { kind: "and", span, conditions: counts };
}
