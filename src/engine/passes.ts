import type { Event, Value, Values } from "../model/event.ts";
import type { Comparator, Predicate, ValueTest } from "../model/predicate.ts";
import { parseInstant } from "../time/instant.ts";

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
  const order = compileOrder(comparator);
  if (typeof asked === "number")
    return (value) => typeof value === "number" && order(value - asked);
  const wanted = typeof asked === "string" ? epochOf(asked) : Number.NaN;
  return (value) => typeof value === "string" && order(epochOf(value) - wanted);
}

/** A test on the sign of a difference. Every comparison with NaN is false, which is what a text that spells no instant
 *  asks for. */
function compileOrder(comparator: "<" | "<=" | ">" | ">="): (difference: number) => boolean {
  switch (comparator) {
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

function epochOf(text: string): number {
  const written = parseInstant(text);
  if (written === undefined) return Number.NaN;
  return written.kind === "wall" ? written.wall : written.at;
}

/** A predicate as a closure; `undefined` asks for nothing. */
export function compilePredicate(predicate: Predicate | undefined): CompiledPredicate | undefined {
  if (predicate === undefined) return undefined;
  const test = compileProperties(predicate);
  return (event) => test(event.properties);
}

function compileProperties(predicate: Predicate): (properties: Values) => boolean {
  switch (predicate.kind) {
    case "property": {
      const { property } = predicate;
      const test = compileTest(predicate.test);
      return (properties) => test(properties[property]);
    }
    case "and": {
      const all = predicate.predicates.map(compileProperties);
      return (properties) => all.every((each) => each(properties));
    }
    case "or": {
      const any = predicate.predicates.map(compileProperties);
      return (properties) => any.some((each) => each(properties));
    }
    case "not": {
      const inner = compileProperties(predicate.predicate);
      return (properties) => !inner(properties);
    }
  }
}
