import type { Predicate } from "../../model/predicate.ts";
import type { Aggregate, Condition, MetricRef, Window } from "../ast.ts";
import type { Token } from "../lexer.ts";
import { type Bound, readBounds, readDistinct, readFigure, startsBounds } from "./bounds.ts";
import type { Cursor } from "./cursor.ts";
import { lookOf } from "./look.ts";
import { readMetric } from "./metric.ts";
import { refuseOf } from "./of.ts";
import { readParts } from "./parts.ts";
import { checkProperty, readPredicate } from "./predicate.ts";
import type { Reading } from "./reading.ts";
import { nameOf, readWindow, startsWindow } from "./window.ts";

const FUNCTIONS: ReadonlyMap<string, Aggregate["function"]> = new Map([
  ["sum", "sum"],
  ["average", "average"],
  ["avg", "average"],
  ["minimum", "minimum"],
  ["min", "minimum"],
  ["maximum", "maximum"],
  ["max", "maximum"],
  ["distinct", "distinct"],
]);

interface Draft {
  bounds?: readonly Bound[] | "wrong";
  where?: Predicate | "wrong";
  of?: "wrong";
  window?: Window | "wrong";
}

const NAMES = { bounds: "number", where: "where", of: "binding", window: "window" } as const;

/** Whether a figure of a property begins here. */
export function startsAggregate(cursor: Cursor): boolean {
  const { word } = cursor.peek();
  if (!FUNCTIONS.has(word)) return false;
  const isShort = word === "avg" || word === "min" || word === "max";
  return !isShort || cursor.peek(1).word === "of";
}

/** Reads `sum of revenue over orders >= 100 in last 30d`, `distinct product_id over product_views >= 3 in last 48h`; one
 *  between two numbers is an `and` of two. */
export function readAggregate(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  const start = cursor.next();
  const figure = FUNCTIONS.get(start.word)!;
  cursor.accept("of");
  const property = cursor.peek();
  if (property.kind !== "text" && (property.kind !== "word" || cursor.isClause()))
    return cursor.expected("a property such as revenue");
  cursor.next();
  if (!cursor.accept("over")) return cursor.expected('"over" and a metric such as orders');
  const metric = readMetric(reading);
  if (metric === undefined) return undefined;
  const draft: Draft = {};
  readDraft(reading, draft, { figure, metric: metric.metric, property });
  const isTyped = !metric.known || checkType(reading, { figure, metric: metric.metric, property });
  const look = lookOf(cursor, metric, draft.where);
  const rest = settle(reading, draft, start);
  if (look === undefined || rest === undefined || !isTyped) return undefined;
  const span = cursor.spanFrom(start);
  const figures = rest.bounds.map((bound): Aggregate => {
    const asked = { function: figure, property: property.text, ...look, ...bound };
    return { kind: "aggregate", span, ...asked, window: rest.window };
  });
  return figures.length === 1 ? figures[0] : { kind: "and", span, conditions: figures };
}

interface Asked {
  readonly figure: Aggregate["function"];
  readonly metric: MetricRef;
  readonly property: Token;
}

function readDraft(reading: Reading, draft: Draft, { figure, metric, property }: Asked): void {
  const { cursor } = reading;
  readParts<Draft>(cursor, draft, {
    owner: `${figure} of ${property.text}`,
    names: NAMES,
    peek: () => peekPart(cursor),
    read(part) {
      switch (part) {
        case "where": {
          cursor.next();
          const complete = draft.bounds !== undefined && draft.window !== undefined;
          return readPredicate(reading, { metric, complete });
        }
        case "of":
          return refuseOf(reading, "a figure of a property");
        case "window":
          return readWindow(reading);
        case "bounds":
          return readBounds(cursor, figure === "distinct" ? readDistinct : readFigure);
      }
    },
  });
}

function peekPart(cursor: Cursor): keyof Draft | undefined {
  const { word } = cursor.peek();
  if (word === "where" || word === "of") return word;
  if (startsWindow(cursor)) return "window";
  return startsBounds(cursor) ? "bounds" : undefined;
}

/** The bounds and the window, if both are there and right. */
function settle(
  { cursor }: Reading,
  { bounds, where, of, window }: Draft,
  start: Token,
): { readonly bounds: readonly Bound[]; readonly window: Window } | undefined {
  if (bounds === undefined)
    return where === "wrong" ? undefined : cursor.expected('how much, such as ">= 100"');
  const span = cursor.spanFrom(start);
  if (window === undefined) {
    const message = 'a figure needs a window: write "in last 30d", or "ever"';
    return cursor.report(span, { code: "MISSING_WINDOW", message });
  }
  if (bounds === "wrong" || of === "wrong" || window === "wrong") return undefined;
  if (window.kind !== "since") return { bounds, window };
  const message = `a figure cannot be asked ${nameOf(window)}: only counts can`;
  return cursor.report(span, { code: "WRONG_WINDOW", message });
}

/** Whether the property has values of which the figure can be taken; complains if not. */
function checkType(reading: Reading, { figure, metric, property }: Asked): boolean {
  const type = checkProperty(reading, property, metric);
  if (type === undefined || type === "number") return true;
  if (figure === "distinct" && type !== "list") return true;
  const message =
    figure === "distinct"
      ? `"${property.text}" is a list: only texts, numbers, true and false are told apart`
      : `"${property.text}" is no number: only numbers have a ${figure}`;
  reading.cursor.report(property, { code: "TYPE_MISMATCH", message });
  return false;
}
