import type { Value } from "../model/event.ts";
import { type Comparator, type ValueTest, present } from "../model/predicate.ts";
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
  return found !== undefined && wanted !== undefined && compares(found, comparator, wanted);
}

/** Whether two quantities of one kind stand to each other as the comparator says. */
export function compares<T extends number | bigint>(
  found: T,
  comparator: Comparator,
  asked: T,
): boolean {
  switch (comparator) {
    case "=":
      return found === asked;
    case "!=":
      return found !== asked;
    case "<":
      return found < asked;
    case "<=":
      return found <= asked;
    case ">":
      return found > asked;
    case ">=":
      return found >= asked;
  }
}

/** A number, or the instant that a text spells, as something that has an order. */
function quantity(value: Value | undefined): number | undefined {
  return typeof value === "number" ? value : instantIn(value);
}

/** The instant that a text spells (without a zone: UTC), `undefined` if it spells none. */
export function instantIn(value: Value | undefined): number | undefined {
  const written = typeof value === "string" ? parseInstant(value) : undefined;
  return written?.kind === "wall" ? written.wall : written?.at;
}
