import type { Event, Value } from "../model/event.ts";
import type { Comparator, Predicate, ValueTest } from "../model/predicate.ts";
import { parseInstant } from "../time/instant.ts";
import { type Zone, dayAt, timeOfDayAt, weekdayOf } from "../time/zone.ts";

/** A test on a value, ready to run. `null` and `undefined` are missing. */
export type CompiledTest = (value: Value | undefined) => boolean;

/** A test on an event's properties, ready to run. */
export type CompiledPredicate = (event: Event) => boolean;

/** A value test as a closure over its operands: a closed set of shapes, no text of the author is evaluated. */
export function compileTest(test: ValueTest): CompiledTest {
  switch (test.kind) {
    case "missing":
      return (value) => value === undefined || value === null;
    case "present":
      return (value) => value !== undefined && value !== null;
    case "one_of": {
      const values = new Set<unknown>(test.values);
      return (value) => values.has(value);
    }
    case "contains":
      return compileContains(test.value);
    case "compare":
      return compileComparison(test.comparator, test.value);
  }
}

function compileContains(part: string | number): CompiledTest {
  return (value) => {
    if (typeof value === "string") return typeof part === "string" && value.includes(part);
    return Array.isArray(value) && value.includes(part);
  };
}

function compileComparison(comparator: Comparator, asked: string | number | boolean): CompiledTest {
  const type = typeof asked;
  if (comparator === "=") return (value) => value === asked;
  if (comparator === "!=") return (value) => typeof value === type && value !== asked;
  const order = compileSign(comparator);
  if (typeof asked === "number")
    return (value) => typeof value === "number" && order(value - asked);
  const wanted = typeof asked === "string" ? epochOf(asked) : Number.NaN;
  return (value) => typeof value === "string" && order(epochOf(value) - wanted);
}

/** A test on the sign of a difference. Every comparison with NaN is false, which is what a text that spells no instant
 *  asks for. */
export function compileSign(comparator: Comparator): (difference: number) => boolean {
  switch (comparator) {
    case "=":
      return (difference) => difference === 0;
    case "!=":
      return (difference) => difference !== 0;
    case "<":
      return (difference) => difference < 0;
    case "<=":
      return (difference) => difference <= 0;
    case ">":
      return (difference) => difference > 0;
    case ">=":
      return (difference) => difference >= 0;
  }
}

/** The instant that a text spells, without a zone on the wall of UTC; NaN if it spells none. */
export function epochOf(text: string): number {
  const written = parseInstant(text);
  if (written === undefined) return Number.NaN;
  return written.kind === "wall" ? written.wall : written.at;
}

/** The zone on whose wall an event happened. */
export type ZoneOf = (event: Event) => Zone;

/** A predicate as a closure. */
export function compilePredicate(predicate: Predicate, zoneOf: ZoneOf): CompiledPredicate {
  switch (predicate.kind) {
    case "property": {
      const { property } = predicate;
      const test = compileTest(predicate.test);
      return (event) => test(event.properties[property]);
    }
    case "local_time": {
      const { from, to } = predicate;
      return (event) => isInRange(timeOfDayAt(zoneOf(event), event.at), from, to);
    }
    case "weekday": {
      const days = new Set(predicate.days);
      return (event) => days.has(weekdayOf(dayAt(zoneOf(event), event.at)));
    }
    case "and": {
      const all = predicate.predicates.map((each) => compilePredicate(each, zoneOf));
      return (event) => all.every((each) => each(event));
    }
    case "or": {
      const any = predicate.predicates.map((each) => compilePredicate(each, zoneOf));
      return (event) => any.some((each) => each(event));
    }
    case "not": {
      const inner = compilePredicate(predicate.predicate, zoneOf);
      return (event) => !inner(event);
    }
  }
}

/** Whether a reading of the wall lies in `[from, to)`, or in what is left of the day if that wraps past midnight. */
export function isInRange(time: number, from: number, to: number): boolean {
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
