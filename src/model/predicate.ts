import type { Value } from "./event.ts";

/** How two values are compared. A comparison with a missing value or one of another type is false, `!=` included
 *  (language.md, law 8). `<` and its like compare numbers, and text that reads as an instant where the type is instant. */
export type Comparator = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** A test on one named value of an event or a profile. */
export type ValueTest =
  | {
      readonly kind: "compare";
      readonly comparator: Comparator;
      readonly value: string | number | boolean;
    }
  | { readonly kind: "one_of"; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: "contains"; readonly value: string | number }
  | { readonly kind: "missing" }
  | { readonly kind: "present" };

/** A condition on the properties of one event. */
export type Predicate =
  | { readonly kind: "property"; readonly property: string; readonly test: ValueTest }
  | { readonly kind: "and" | "or"; readonly predicates: readonly Predicate[] }
  | { readonly kind: "not"; readonly predicate: Predicate };

/** The value of a property, with absent and `null` as one: `undefined`. */
export function present(value: Value | undefined): Exclude<Value, null> | undefined {
  return value === null ? undefined : value;
}
