import { type Duration, formatDuration } from "../../time/duration.ts";
import type {
  Aggregate,
  Condition,
  Count,
  InstantIs,
  Look,
  MetricRef,
  PlaceIs,
  Recency,
  Sequence,
  SessionIs,
  Window,
} from "../ast.ts";
import { formatTime } from "../grammar/clock.ts";
import { SESSION_FIELDS } from "../grammar/session.ts";
import { quote } from "../quote.ts";
import {
  printAttribute,
  printLocalTime,
  printTest,
  printValue,
  printWeekdays,
  printWhere,
  printWord,
} from "./value.ts";

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
    case "aggregate":
      return printAggregate(condition);
    case "recency":
      return printRecency(condition);
    case "sequence":
      return printSequence(condition);
    case "held":
      return `${printCondition(condition.condition)} for ${formatDuration(condition.length)}`;
    case "device":
      return `device ${printTest(condition.test, printWord)}`;
    case "place":
      return printPlace(condition);
    case "attribute":
      return `${printAttribute(condition.attribute)} ${printTest(condition.test, printValue)}`;
    case "instant":
      return printInstant(condition);
    case "fresh": {
      const { attribute, length } = condition;
      return `${printAttribute(attribute)} fresher than ${formatDuration(length)}`;
    }
    case "consent":
      return `consent ${condition.state}`;
    case "session":
      return printSession(condition);
    case "in_session":
      return condition.ended ? "session ended" : "in session";
    case "in_segment": {
      const { segment, for: length } = condition;
      const lasting = length === undefined ? "" : ` for ${formatDuration(length)}`;
      return `in segment ${printWord(segment)}${lasting}`;
    }
    case "segment_change": {
      const { change, segment, length } = condition;
      return `${change} segment ${printWord(segment)} in last ${formatDuration(length)}`;
    }
    case "local_time":
      return printLocalTime(condition);
    case "clock_time":
      return `time ${condition.comparator} ${quote(formatTime(condition.time))}`;
    case "weekday":
      return printWeekdays(condition.days);
  }
}

/** A part of a condition, in parentheses if it is of a kind that would otherwise join what stands around it. */
export function inside(condition: Condition, joining: readonly Condition["kind"][]): string {
  let body = condition;
  while (body.kind === "some") body = body.condition;
  const text = printCondition(body);
  return joining.includes(body.kind) ? `(${text})` : text;
}

/** A window with what stands before its length: `in last 48h`. */
export function printWindow(window: Window): string {
  switch (window.kind) {
    case "last":
      return `in last ${formatDuration(window.length)}`;
    case "ever":
      return "ever";
    case "calendar": {
      const { unit, number, utc } = window;
      const days = unit === "day" && number === 1 ? "today" : `in last ${number} calendar ${unit}s`;
      return utc ? `${days} utc` : days;
    }
    case "session":
      return "in session";
    case "since":
      return `since ${window.anchor}`;
  }
}

function printCount({ metric, where, of, comparator, number, window }: Count): string {
  const isNone = comparator === "=" && number === 0;
  const bound = isNone ? "" : ` ${comparator} ${number}`;
  const article = of?.word === "same" ? "the same" : "that";
  const thing = of === undefined ? "" : ` of ${article} ${of.thing}`;
  const look = printLook({ metric, where });
  return `${isNone ? "no " : ""}${look}${bound}${thing} ${printWindow(window)}`;
}

function printAggregate(condition: Aggregate): string {
  const { property, comparator, number, window } = condition;
  const figure = condition.function === "distinct" ? "distinct" : `${condition.function} of`;
  const look = `${figure} ${printWord(property)} over ${printLook(condition)}`;
  return `${look} ${comparator} ${number} ${printWindow(window)}`;
}

function printRecency(condition: Recency): string {
  const length = formatDuration(condition.length);
  const age = condition.relation === "within" ? `within ${length}` : `more than ${length} ago`;
  return `${condition.which} ${printLook(condition)} ${age}`;
}

function printSequence({ first, second, negated, within, window }: Sequence): string {
  const sequel = `then ${negated ? "no " : ""}${printLook(second)}`;
  return `${printLook(first)} ${sequel} within ${formatDuration(within)} ${printWindow(window)}`;
}

function printLook({ metric, where }: Look): string {
  return `${printMetric(metric)}${printWhere(where)}`;
}

function printMetric({ word, quoted, prefix }: MetricRef): string {
  if (!quoted) return word;
  return `event ${prefix === undefined ? "" : "starting with "}${quote(word)}`;
}

function printPlace({ field, test }: PlaceIs): string {
  return `location.${field} ${printTest(test, field === "area" ? printWord : printValue)}`;
}

function printInstant({ attribute, relation, length }: InstantIs): string {
  const span = formatDuration(length);
  const relations = {
    within_last: `within last ${span}`,
    before_last: `more than ${span} ago`,
    within_next: `within next ${span}`,
    after_next: `more than ${span} ahead`,
  };
  return `${printAttribute(attribute)} ${relations[relation]}`;
}

function printSession({ field, test }: SessionIs): string {
  const { words, kind } = SESSION_FIELDS[field];
  const print = kind === "length" ? printLength : printValue;
  return `${words} ${printTest(test, print)}`;
}

function printLength(value: string | number | boolean): string {
  return formatDuration(Number(value) as Duration);
}
