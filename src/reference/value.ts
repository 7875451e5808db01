import type { Event, Value } from "../model/event.ts";
import { type Comparator, type Predicate, type ValueTest, present } from "../model/predicate.ts";
import { parseInstant } from "../time/instant.ts";

/** Whether a value passes a test. A comparison with a missing value or one of another type is false, `!=` included
 *  (language.md, law 8). */
export function passes(test: ValueTest, given: Value | undefined): boolean {
  const value = present(given);
  switch (test.kind) {
    case "missing":
      return value === undefined;
    case "present":
      return value !== undefined;
    case "one_of":
      return test.values.some((each) => each === value);
    case "contains":
      return contains(value, test.value);
    case "compare":
      return compare(value, test.comparator, test.value);
  }
}

function contains(value: Value | undefined, part: string | number): boolean {
  if (Array.isArray(value)) return value.includes(part);
  return typeof value === "string" && typeof part === "string" && value.includes(part);
}

function compare(
  value: Value | undefined,
  comparator: Comparator,
  asked: string | number | boolean,
): boolean {
  if (typeof value !== typeof asked) return false;
  if (comparator === "=") return value === asked;
  if (comparator === "!=") return value !== asked;
  const found = quantity(value);
  const wanted = quantity(asked);
  if (found === undefined || wanted === undefined) return false;
  if (comparator === "<") return found < wanted;
  if (comparator === "<=") return found <= wanted;
  if (comparator === ">") return found > wanted;
  return found >= wanted;
}

/** A number, or the instant that a text spells (without a zone: UTC), as something that has an order. */
function quantity(value: Value | undefined): number | undefined {
  if (typeof value === "number") return value;
  const written = typeof value === "string" ? parseInstant(value) : undefined;
  return written?.kind === "wall" ? written.wall : written?.at;
}

/** Whether an event satisfies a predicate on its properties. */
export function satisfies(predicate: Predicate | undefined, event: Event): boolean {
  if (predicate === undefined) return true;
  switch (predicate.kind) {
    case "property":
      return passes(predicate.test, event.properties[predicate.property]);
    case "and":
      return predicate.predicates.every((each) => satisfies(each, event));
    case "or":
      return predicate.predicates.some((each) => satisfies(each, event));
    case "not":
      return !satisfies(predicate.predicate, event);
  }
}
