import type { Predicate } from "../../model/predicate.ts";
import type { Span } from "../../text/span.ts";
import type { Duration } from "../../time/duration.ts";
import type { Sequence, Window } from "../ast.ts";
import { startsSequel } from "./clause-start.ts";
import type { Cursor } from "./cursor.ts";
import { readSpan } from "./length.ts";
import { lookOf } from "./look.ts";
import { readMetric, type WrittenMetric } from "./metric.ts";
import { refuseOf } from "./of.ts";
import { readParts } from "./parts.ts";
import { readPredicate } from "./predicate.ts";
import type { Reading } from "./reading.ts";
import { nameOf, readWindow, startsWindow } from "./window.ts";

/** The first half of a sequence, as far as it was understood. */
export interface FirstHalf {
  readonly start: Span;
  readonly metric: WrittenMetric;
  readonly where: Predicate | "wrong" | undefined;
}

interface Draft {
  where?: Predicate | "wrong";
  of?: "wrong";
  within?: Duration | "wrong";
  window?: Window | "wrong";
}

const NAMES = { where: "where", of: "binding", within: "within", window: "window" } as const;

/** Reads what follows the first event of `adds then no orders within 1h in last 48h`, from `then` on. */
export function readSequence(reading: Reading, first: FirstHalf): Sequence | undefined {
  const { cursor } = reading;
  cursor.next();
  const negated = cursor.accept("no");
  const metric = readMetric(reading);
  if (metric === undefined) return undefined;
  const draft: Draft = {};
  readSequel(reading, draft, metric);
  if (startsSequel(cursor)) {
    const message = 'a sequence has two events: join two of them with "and"';
    cursor.report(cursor.peek(), { code: "UNEXPECTED", message });
    return skipSequel(reading);
  }
  return finish(reading, { first, negated, metric, draft });
}

/** Takes the rest of a sequence of which something was wrong, and finds the mistakes in it. */
export function skipSequel(reading: Reading): undefined {
  const { cursor } = reading;
  while (startsSequel(cursor)) {
    cursor.next();
    cursor.accept("no");
    const metric = readMetric(reading);
    if (metric !== undefined) readSequel(reading, {}, metric);
  }
}

function readSequel(reading: Reading, draft: Draft, { metric }: WrittenMetric): void {
  const { cursor } = reading;
  readParts<Draft>(cursor, draft, {
    owner: metric.word,
    names: NAMES,
    peek: () => peekPart(cursor),
    read(part) {
      switch (part) {
        case "where": {
          cursor.next();
          const complete = draft.within !== undefined && draft.window !== undefined;
          return readPredicate(reading, { metric, complete });
        }
        case "of":
          return refuseOf(reading, "a sequence");
        case "within":
          cursor.next();
          return readSpan(cursor);
        case "window":
          return readWindow(reading);
      }
    },
  });
}

function peekPart(cursor: Cursor): keyof Draft | undefined {
  const { word } = cursor.peek();
  if (word === "where" || word === "of") return word;
  if (word === "within" && cursor.peek(1).kind === "number") return "within";
  return startsWindow(cursor) ? "window" : undefined;
}

interface Written {
  readonly first: FirstHalf;
  readonly negated: boolean;
  readonly metric: WrittenMetric;
  readonly draft: Draft;
}

function finish(
  { cursor }: Reading,
  { first, negated, metric, draft }: Written,
): Sequence | undefined {
  const { where, of, within, window } = draft;
  const span = cursor.spanFrom(first.start);
  if (within === undefined)
    return cursor.expected(`"within" and how soon the ${metric.metric.word} come`);
  if (window === undefined) {
    const message = 'a sequence needs a window: write "in last 48h", or "ever"';
    return cursor.report(span, { code: "MISSING_WINDOW", message });
  }
  if (window === "wrong" || within === "wrong" || of === "wrong") return undefined;
  if (window.kind !== "last" && window.kind !== "ever") {
    const message = `a sequence cannot be asked ${nameOf(window)}: write "in last 48h", or "ever"`;
    return cursor.report(span, { code: "WRONG_WINDOW", message });
  }
  const [one, two] = [lookOf(cursor, first.metric, first.where), lookOf(cursor, metric, where)];
  if (one === undefined || two === undefined) return undefined;
  return { kind: "sequence", span, first: one, second: two, negated, within, window };
}
