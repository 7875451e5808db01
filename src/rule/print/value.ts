import type { Predicate, ValueTest } from "../../model/predicate.ts";
import { formatTime } from "../grammar/clock.ts";
import { isPlainName } from "../grammar/keywords.ts";
import { DAYS } from "../grammar/weekday.ts";
import { quote } from "../quote.ts";

/** How a value is written. */
export type PrintValue = (value: string | number | boolean) => string;

/** What a test asks of a value: `= mobile`, `in ("a", "b")`, `is missing`. */
export function printTest(test: ValueTest, print: PrintValue = printWord): string {
  switch (test.kind) {
    case "compare":
      return `${test.comparator} ${print(test.value)}`;
    case "one_of":
      return `in (${test.values.map(print).join(", ")})`;
    case "contains":
      return `contains ${printValue(test.value)}`;
    case "missing":
    case "present":
      return `is ${test.kind}`;
  }
}

/** A value as it stands in a test: a text in quotes, anything else bare. */
export function printValue(value: string | number | boolean): string {
  return typeof value === "string" ? quote(value) : String(value);
}

/** A name without quotes where it can stand so, in quotes elsewhere. */
export function printWord(name: string | number | boolean): string {
  return typeof name === "string" && isPlainName(name) ? name : printValue(name);
}

/** An attribute, with `profile.` before it where its bare name would mean something else. */
export function printAttribute(attribute: string): string {
  return isPlainName(attribute) ? attribute : `profile.${attribute}`;
}

/** A stretch of the day: its word, or its two times. */
export function printRange({
  from,
  to,
  part,
}: {
  readonly from: number;
  readonly to: number;
  readonly part?: string | undefined;
}): string {
  return part === undefined ? `${formatTime(from)}..${formatTime(to)}` : printWord(part);
}

/** `local time 18:00..21:00` or `local time in evening`. */
export function printLocalTime(range: Parameters<typeof printRange>[0]): string {
  return `local time ${range.part === undefined ? "" : "in "}${printRange(range)}`;
}

/** `local day = monday` or `local day in (saturday, sunday)`. */
export function printWeekdays(days: readonly number[]): string {
  const names = days.map((day) => DAYS[day]!);
  return `local day ${names.length === 1 ? `= ${names[0]}` : `in (${names.join(", ")})`}`;
}

/** `where …` with a space before it, or nothing. What consists of several parts stands in parentheses. */
export function printWhere(where: Predicate | undefined): string {
  if (where === undefined) return "";
  const text = printPredicate(where);
  const isJoined = where.kind === "and" || where.kind === "or" || where.kind === "not";
  return isJoined ? ` where (${text})` : ` where ${text}`;
}

/** A condition on properties, as it stands after `where`. */
function printPredicate(predicate: Predicate): string {
  switch (predicate.kind) {
    case "property": {
      const { property, test } = predicate;
      return `${printWord(property)} ${printTest(test, printValue)}`;
    }
    case "and":
      return predicate.predicates.map((each) => inside(each, ["and", "or"])).join(" and ");
    case "or":
      return predicate.predicates.map((each) => inside(each, ["or"])).join(" or ");
    case "not":
      return `not ${inside(predicate.predicate, ["and", "or"])}`;
    case "local_time":
      return printLocalTime(predicate);
    case "weekday":
      return printWeekdays(predicate.days);
  }
}

function inside(predicate: Predicate, joining: readonly Predicate["kind"][]): string {
  const text = printPredicate(predicate);
  return joining.includes(predicate.kind) ? `(${text})` : text;
}
