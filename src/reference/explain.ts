import type { Event, Value } from "../model/event.ts";
import type { Explanation, Margin } from "../model/explanation.ts";
import type { Comparator, ValueTest } from "../model/predicate.ts";
import type { History } from "../model/profile.ts";
import type { Condition, Count, Some } from "../rule/ast.ts";
import { formatTime } from "../rule/grammar/clock.ts";
import { printCondition, printTest } from "../rule/printer.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS, getZone, modulo, timeOfDayAt } from "../time/zone.ts";
import { type Bound, counted, isTrue, placeFound, valuesOf } from "./holds.ts";
import {
  type Known,
  attributeOf,
  deviceEvent,
  deviceOf,
  attributeEvent,
  knownAt,
  placeEvent,
  zoneEvent,
  zoneOf,
} from "./known.ts";
import { satisfies } from "./value.ts";

/** Why a condition holds at `at` or does not: each part with what was found, what was asked, the events that decided it
 *  and by how much it holds or misses. */
export function explain(condition: Condition, history: History, at: Instant): Explanation {
  return explainPart(condition, knownAt(history, at), at, {});
}

function explainPart(condition: Condition, known: Known, at: Instant, bound: Bound): Explanation {
  const common = { text: printCondition(condition), holds: isTrue(condition, known, at, bound) };
  const within = (each: Condition): Explanation => explainPart(each, known, at, bound);
  switch (condition.kind) {
    case "and":
    case "or":
      return { ...common, events: [], conditions: condition.conditions.map(within) };
    case "not":
      return { ...common, events: [], conditions: [within(condition.condition)] };
    case "some":
      return { ...common, ...explainSome(condition, known, at, bound) };
    case "count":
      return { ...common, ...explainCount(condition, known, at, bound), conditions: [] };
    case "device":
      return {
        ...common,
        ...valueFacts(condition.test, deviceOf(known), deviceEvent(known)),
        conditions: [],
      };
    case "place": {
      const event =
        condition.field === "zone" ? zoneEvent(known) : placeEvent(known, condition.field);
      return {
        ...common,
        ...valueFacts(condition.test, placeFound(condition, known), event),
        conditions: [],
      };
    }
    case "attribute": {
      const found = attributeOf(known, condition.attribute);
      const event = attributeEvent(known, condition.attribute);
      return { ...common, ...valueFacts(condition.test, found, event), conditions: [] };
    }
    case "local_time": {
      const asked = `${formatTime(condition.from)}..${formatTime(condition.to)}`;
      const { from, to } = condition;
      return {
        ...common,
        asked,
        ...clockFacts(known, at, common.holds ? to : from, common.holds),
        conditions: [],
      };
    }
    case "clock_time": {
      const asked = `${condition.comparator} ${formatTime(condition.time)}`;
      return {
        ...common,
        asked,
        ...clockFacts(known, at, condition.time, common.holds),
        conditions: [],
      };
    }
  }
}

type Facts = Pick<Explanation, "found" | "asked" | "margin" | "events">;

/** The value that comes closest: the first for which all holds, else the one for which most parts do. */
function explainSome(
  some: Some,
  known: Known,
  at: Instant,
  bound: Bound,
): Omit<Explanation, "text" | "holds"> {
  const tried = valuesOf(some, known).map((value) => {
    const explanation = explainPart(some.condition, known, at, {
      ...bound,
      [some.property]: value,
    });
    const parts = explanation.conditions.length === 0 ? [explanation] : explanation.conditions;
    return { value, parts, score: parts.filter((each) => each.holds).length };
  });
  const best = tried.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined)
    return { found: undefined, asked: `one ${some.thing}`, events: [], conditions: [] };
  return { found: best.value, asked: `one ${some.thing}`, events: [], conditions: best.parts };
}

function explainCount(count: Count, known: Known, at: Instant, bound: Bound): Facts {
  const events = counted(count, known, at, bound).toReversed();
  const { comparator, number } = count;
  const margin: Margin | undefined = marginOf(comparator, events.length, number, "events");
  const asked = `${comparator} ${number}`;
  return {
    found: events.length,
    asked,
    margin,
    events: events.length > 0 ? events : lastOf(count, known),
  };
}

/** The newest event that would have counted, had it not left the window. */
function lastOf(count: Count, known: Known): readonly Event[] {
  const last = known.events.findLast(
    (event) =>
      count.metric.events.includes(event.name) &&
      satisfies(count.metric.only, event) &&
      satisfies(count.where, event),
  );
  return last === undefined ? [] : [last];
}

function valueFacts(test: ValueTest, found: Value | undefined, event: Event | undefined): Facts {
  const events = event === undefined ? [] : [event];
  const asked = printTest(test);
  if (test.kind !== "compare" || typeof found !== "number" || typeof test.value !== "number")
    return { found, asked, events };
  return { found, asked, events, margin: marginOf(test.comparator, found, test.value, "number") };
}

/** How much the found number could change in the wrong direction (positive) or lacks (negative). */
function marginOf(
  comparator: Comparator,
  found: number,
  asked: number,
  unit: Margin["unit"],
): Margin | undefined {
  switch (comparator) {
    case ">=":
    case ">":
      return { amount: found - asked, unit };
    case "<=":
    case "<":
      return { amount: asked - found, unit };
    case "=":
      return { amount: -Math.abs(found - asked), unit };
    case "!=":
      return undefined;
  }
}

/** The reading of the wall, and how long until the next `reading`: to spare if the condition holds, else missing. */
function clockFacts(known: Known, at: Instant, reading: number, holds: boolean): Facts {
  const time = timeOfDayAt(getZone(zoneOf(known)), at);
  const wait = modulo(reading - time, DAY_MS);
  const event = zoneEvent(known);
  const margin: Margin = { amount: holds ? wait : -wait, unit: "ms" };
  return {
    found: `${formatTime(time)} ${zoneOf(known)}`,
    margin,
    events: event === undefined ? [] : [event],
  };
}
