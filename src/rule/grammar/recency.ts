import type { Predicate } from "../../model/predicate.ts";
import type { Duration } from "../../time/duration.ts";
import type { Recency } from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import { readSpan } from "./length.ts";
import { lookOf } from "./look.ts";
import { readMetric } from "./metric.ts";
import { refuseOf } from "./of.ts";
import { readParts } from "./parts.ts";
import { readPredicate } from "./predicate.ts";
import type { Reading } from "./reading.ts";
import { nameOf, readWindow, startsWindow } from "./window.ts";

interface Age {
  readonly relation: Recency["relation"];
  readonly length: Duration;
}

interface Draft {
  where?: Predicate | "wrong";
  of?: "wrong";
  age?: Age | "wrong";
}

const NAMES = { where: "where", of: "binding", age: "age" } as const;

/** Reads `last orders within 7d`, `first orders where coupon = "X" more than 30d ago`. */
export function readRecency(reading: Reading): Recency | undefined {
  const { cursor } = reading;
  const start = cursor.next();
  const which = start.word === "first" ? "first" : "last";
  const metric = readMetric(reading);
  if (metric === undefined) return undefined;
  const draft: Draft = {};
  readParts<Draft>(cursor, draft, {
    owner: `${which} ${metric.metric.word}`,
    names: NAMES,
    peek: () => peekPart(cursor),
    read(part) {
      switch (part) {
        case "where":
          cursor.next();
          return readPredicate(reading, {
            metric: metric.metric,
            complete: draft.age !== undefined,
          });
        case "of":
          return refuseOf(reading, `the ${which} of its events`);
        case "age":
          return readAge(reading);
      }
    },
  });
  const look = lookOf(cursor, metric, draft.where);
  if (draft.age === undefined)
    return draft.where === "wrong" ? undefined : cursor.expected(AGE, AGE_NOTE);
  if (look === undefined || draft.age === "wrong" || draft.of === "wrong") return undefined;
  return { kind: "recency", span: cursor.spanFrom(start), which, ...look, ...draft.age };
}

const AGE = '"within" or "more than" and a length';
const AGE_NOTE = "such as within 7d or more than 30d ago";

function peekPart(cursor: Cursor): keyof Draft | undefined {
  const { word } = cursor.peek();
  if (word === "where" || word === "of") return word;
  return cursor.is("more", "than") || startsWindow(cursor) ? "age" : undefined;
}

function readAge(reading: Reading): Age | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  if (cursor.accept("more", "than")) {
    const length = readSpan(cursor);
    if (length === undefined) return undefined;
    return cursor.accept("ago") ? { relation: "before", length } : cursor.expected('"ago"');
  }
  const window = readWindow(reading);
  if (window === undefined) return undefined;
  if (window.kind === "last") return { relation: "within", length: window.length };
  const message = `how long ago something happened cannot be asked ${nameOf(window)}: write within 7d or more than 30d ago`;
  return cursor.report(cursor.spanFrom(start), { code: "WRONG_WINDOW", message });
}
