import type { Predicate } from "../../model/predicate.ts";
import type { Look } from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import type { WrittenMetric } from "./metric.ts";

/** What is looked at, unless something was wrong with it. */
export function lookOf(
  cursor: Cursor,
  { metric, known, window, at }: WrittenMetric,
  where: Predicate | "wrong" | undefined,
): Look | undefined {
  if (window !== undefined && window !== "wrong") {
    const message = `"${metric.word}" has a window in its name where none belongs: write ${metric.word}`;
    return cursor.report(at, { code: "WRONG_WINDOW", message });
  }
  if (!known || where === "wrong") return undefined;
  return { metric, ...(where === undefined ? {} : { where }) };
}
