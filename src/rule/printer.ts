import type { Predicate, ValueTest } from "../model/predicate.ts";
import { formatDuration } from "../time/duration.ts";
import type { Condition, Count, Segment, SendAction, SendValue, Window } from "./ast.ts";
import { formatTime } from "./grammar/clock.ts";
import { isPlainName } from "./grammar/keywords.ts";
import { quote } from "./quote.ts";

/** A segment in the one canonical form, ending with a line end: read back, it is the same but for its spans. */
export function printSegment(segment: Segment): string {
  const { name, named, when, then, coolOff } = segment;
  const lines = [named ? `segment ${name}` : "segment", ...printWhen(when)];
  if (then !== undefined) lines.push(...printSend(then));
  if (coolOff !== undefined) lines.push(`cool off ${formatDuration(coolOff)}`);
  return `${lines.join("\n")}\n`;
}

/** A condition on one line, as rules, reports and explanations write it. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case "and":
      return condition.conditions.map((each) => inside(each, ["and", "or"])).join(" and ");
    case "or":
      return condition.conditions.map((each) => inside(each, ["or"])).join(" or ");
    case "not":
      return `not ${inside(condition.condition, ["and", "or"])}`;
    case "some":
      return printCondition(condition.condition);
    case "count":
      return printCount(condition);
    case "device":
      return `device ${printTest(condition.test, printWord)}`;
    case "place": {
      const print = condition.field === "area" ? printWord : printValue;
      return `location.${condition.field} ${printTest(condition.test, print)}`;
    }
    case "attribute":
      return `${printAttribute(condition.attribute)} ${printTest(condition.test, printValue)}`;
    case "local_time": {
      const { part, from, to } = condition;
      return part === undefined
        ? `local time ${formatTime(from)}..${formatTime(to)}`
        : `local time in ${printWord(part)}`;
    }
    case "clock_time":
      return `time ${condition.comparator} ${quote(formatTime(condition.time))}`;
  }
}

/** A condition on properties, as it stands after `where`. */
function printPredicate(predicate: Predicate): string {
  switch (predicate.kind) {
    case "property": {
      const { property, test } = predicate;
      return `${printWord(property)} ${printTest(test, printValue)}`;
    }
    case "and":
      return predicate.predicates.map((each) => insideWhere(each, ["and", "or"])).join(" and ");
    case "or":
      return predicate.predicates.map((each) => insideWhere(each, ["or"])).join(" or ");
    case "not":
      return `not ${insideWhere(predicate.predicate, ["and", "or"])}`;
  }
}

/** A name without quotes where it can stand so, in quotes elsewhere. */
export function printWord(name: string | number | boolean): string {
  return typeof name === "string" && isPlainName(name) ? name : printValue(name);
}

/** `where …` with a space before it, or nothing. What consists of several parts stands in parentheses. */
export function printWhere(where: Predicate | undefined): string {
  if (where === undefined) return "";
  const text = printPredicate(where);
  return where.kind === "property" ? ` where ${text}` : ` where (${text})`;
}

function printWhen(when: Condition): readonly string[] {
  let top = when;
  while (top.kind === "some") top = top.condition;
  if (top.kind !== "and" && top.kind !== "or") return [`when ${printCondition(top)}`];
  const { kind, conditions } = top;
  return conditions.map((each, index) => {
    const text = inside(each, kind === "and" ? ["and", "or"] : ["or"]);
    return index === 0 ? `when ${text}` : `  ${kind} ${text}`;
  });
}

/** A part of a condition, in parentheses if it is of a kind that would otherwise join what stands around it. */
function inside(condition: Condition, joining: readonly Condition["kind"][]): string {
  let body = condition;
  while (body.kind === "some") body = body.condition;
  const text = printCondition(body);
  return joining.includes(body.kind) ? `(${text})` : text;
}

function insideWhere(predicate: Predicate, joining: readonly Predicate["kind"][]): string {
  const text = printPredicate(predicate);
  return joining.includes(predicate.kind) ? `(${text})` : text;
}

function printCount({ metric, where, of, comparator, number, window }: Count): string {
  const name = metric.quoted ? `event ${quote(metric.word)}` : metric.word;
  const isNone = comparator === "=" && number === 0;
  const bound = isNone ? "" : ` ${comparator} ${number}`;
  const article = of?.word === "same" ? "the same" : "that";
  const thing = of === undefined ? "" : ` of ${article} ${of.thing}`;
  return `${isNone ? "no " : ""}${name}${printWhere(where)}${bound}${thing} ${printWindow(window)}`;
}

function printWindow(window: Window): string {
  switch (window.kind) {
    case "last":
      return `in last ${formatDuration(window.length)}`;
    case "ever":
      return "ever";
    case "calendar": {
      const { unit, number, utc } = window;
      const zone = utc ? " utc" : "";
      if (unit === "day" && number === 1) return `today${zone}`;
      return `in last ${number} calendar ${unit}s${zone}`;
    }
    case "session":
      return "in session";
    case "since":
      return `since ${window.anchor}`;
  }
}

type PrintValue = (value: string | number | boolean) => string;

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

function printValue(value: string | number | boolean): string {
  return typeof value === "string" ? quote(value) : String(value);
}

function printAttribute(attribute: string): string {
  return isPlainName(attribute) ? attribute : `profile.${attribute}`;
}

function printSend({ subject, values }: SendAction): readonly string[] {
  const first = `then send email ${quote(subject)}`;
  const named = values.map(({ name, value }, index) => {
    const lead = index === 0 ? "  with " : "       ";
    return `${lead}${printWord(name)} = ${printSendValue(value)}`;
  });
  return [first, ...named];
}

function printSendValue(value: SendValue): string {
  if (value.kind === "literal") return printValue(value.value);
  const { to } = value;
  if (to.kind !== "attribute") return to.kind;
  const isTaken = to.attribute === "cart_items" || to.attribute === "viewed_items";
  return isTaken ? `profile.${to.attribute}` : printAttribute(to.attribute);
}
