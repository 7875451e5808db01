import type { Predicate } from "../../model/predicate.ts";
import type { Span } from "../../text/span.ts";
import type { Leaf, Segment } from "../ast.ts";
import { conditionsOf } from "./advice.ts";
import type { Remark } from "./remark.ts";
import { looksOf } from "./signal.ts";
import { eachLeaf } from "./walk.ts";

/** The first place at which a segment reads the wall clock, if nothing says whose zone it is. */
export function remarksOnZone(segment: Segment): readonly Remark[] {
  const leaf = conditionsOf(segment).flatMap(eachLeaf).find(readsClock);
  const span: Span | undefined = leaf?.span ?? (segment.gate ?? segment.quietHours)?.span;
  if (span === undefined) return [];
  const message =
    "this reads the clock on the profile's wall, and nothing says in which zone it is";
  return [{ code: "NO_ZONE_SOURCE", span, message, note: "everyone is taken to be in UTC" }];
}

function readsClock(leaf: Leaf): boolean {
  switch (leaf.kind) {
    case "local_time":
    case "clock_time":
    case "weekday":
      return true;
    case "count":
    case "aggregate":
      return (leaf.window.kind === "calendar" && !leaf.window.utc) || looksAtClock(leaf);
    default:
      return looksAtClock(leaf);
  }
}

function looksAtClock(leaf: Leaf): boolean {
  return looksOf(leaf).some(({ metric, where }) => asksClock(metric.only) || asksClock(where));
}

function asksClock(predicate: Predicate | undefined): boolean {
  switch (predicate?.kind) {
    case undefined:
    case "property":
      return false;
    case "and":
    case "or":
      return predicate.predicates.some(asksClock);
    case "not":
      return asksClock(predicate.predicate);
    case "local_time":
    case "weekday":
      return true;
  }
}
