import type { Comparator, ValueTest } from "../../model/predicate.ts";
import type { Condition, Count } from "../ast.ts";
import { printCondition, printWhere } from "../printer.ts";
import type { Remark } from "./walk.ts";

/** Pairs of conditions of one `and` that plainly exclude each other, told at the second of each pair. */
export function contradictionsOf(conditions: readonly Condition[]): readonly Remark[] {
  return conditions.flatMap((second, index): readonly Remark[] => {
    const first = conditions.slice(0, index).find((each) => excludes(each, second));
    if (first === undefined) return [];
    const message = `nobody satisfies this and also ${printCondition(first)}`;
    const note = isTurnedRound(first, second)
      ? "past midnight write local time 22:00..02:00"
      : undefined;
    return [
      {
        code: "CONTRADICTION",
        span: second.span,
        message,
        ...(note === undefined ? {} : { note }),
      },
    ];
  });
}

function excludes(a: Condition, b: Condition): boolean {
  if (a.kind === "count" && b.kind === "count") return countsExclude(a, b) || countsExclude(b, a);
  if (a.kind === "device" && b.kind === "device") return testsExclude(a.test, b.test);
  if (a.kind === "place" && b.kind === "place")
    return a.field === b.field && testsExclude(a.test, b.test);
  if (a.kind === "attribute" && b.kind === "attribute")
    return a.attribute === b.attribute && testsExclude(a.test, b.test);
  return isTurnedRound(a, b);
}

/** `time >= "22:00" and time <= "02:00"`: on one day no time is both. */
function isTurnedRound(a: Condition, b: Condition): boolean {
  if (a.kind !== "clock_time" || b.kind !== "clock_time") return false;
  return boundsExclude(
    { comparator: a.comparator, number: a.time },
    { comparator: b.comparator, number: b.time },
  );
}

/** Whether `more` wants more events in its window than `fewer` allows in one that is as long or longer. */
function countsExclude(more: Count, fewer: Count): boolean {
  if (lookOf(more) !== lookOf(fewer)) return false;
  const least = { "=": more.number, ">=": more.number, ">": more.number + 1 };
  const most = { "=": fewer.number, "<=": fewer.number, "<": fewer.number - 1 };
  const from = boundOf(least, more.comparator);
  const to = boundOf(most, fewer.comparator);
  if (from === undefined || to === undefined) return false;
  return lengthOf(more) <= lengthOf(fewer) && from > to;
}

function lengthOf({ window }: Count): number {
  if (window.kind === "ever") return Infinity;
  return window.kind === "last" ? window.length : Number.NaN;
}

function boundOf(bounds: Partial<Record<Comparator, number>>, by: Comparator): number | undefined {
  return bounds[by];
}

/** What is counted, whatever the window. */
function lookOf({ metric, where, of }: Count): string {
  return `${JSON.stringify(metric.events)}${JSON.stringify(metric.only)}${printWhere(where)}${of?.property}`;
}

function testsExclude(a: ValueTest, b: ValueTest): boolean {
  if (a.kind === "missing") return b.kind !== "missing";
  if (b.kind === "missing") return true;
  const [some, others] = [valuesOf(a), valuesOf(b)];
  if (some !== undefined && others !== undefined)
    return !some.some((each) => others.includes(each));
  if (some?.length === 1 && isUnequal(b, some[0]!)) return true;
  if (others?.length === 1 && isUnequal(a, others[0]!)) return true;
  if (a.kind !== "compare" || b.kind !== "compare") return false;
  if (typeof a.value !== "number" || typeof b.value !== "number") return false;
  return boundsExclude(
    { comparator: a.comparator, number: a.value },
    { comparator: b.comparator, number: b.value },
  );
}

/** The values that a test lets through, if it names them. */
function valuesOf(test: ValueTest): readonly (string | number | boolean)[] | undefined {
  if (test.kind === "one_of") return test.values;
  return test.kind === "compare" && test.comparator === "=" ? [test.value] : undefined;
}

function isUnequal(test: ValueTest, value: string | number | boolean): boolean {
  return test.kind === "compare" && test.comparator === "!=" && test.value === value;
}

interface Bound {
  readonly comparator: Comparator;
  readonly number: number;
}

/** Whether no number satisfies both bounds. */
function boundsExclude(a: Bound, b: Bound): boolean {
  return isAbove(a, b) || isAbove(b, a);
}

/** Whether all that `lower` lets through is greater than all that `upper` does. */
function isAbove(lower: Bound, upper: Bound): boolean {
  const isLower = [">", ">=", "="].includes(lower.comparator);
  const isUpper = ["<", "<=", "="].includes(upper.comparator);
  if (!isLower || !isUpper || lower.number < upper.number) return false;
  if (lower.number > upper.number) return true;
  return lower.comparator === ">" || upper.comparator === "<";
}
