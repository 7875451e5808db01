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
  | { readonly kind: "not"; readonly predicate: Predicate }
  | LocalTimeOfEvent
  | WeekdayOfEvent;

/** `where local time 18:00..21:00`: the local time at which the event happened, `[from, to)` in milliseconds since
 *  midnight; `from > to` wraps. The wall is that of the zone that the event carries; of one that carries none, of the
 *  newest statement of a zone at or before the event, else of what was known beforehand, else of the default. */
export interface LocalTimeOfEvent {
  readonly kind: "local_time";
  readonly from: number;
  readonly to: number;
  readonly part?: string | undefined;
}

/** `where local day in (saturday, sunday)`: the same for the day of the week; 0 is Monday. */
export interface WeekdayOfEvent {
  readonly kind: "weekday";
  readonly days: readonly number[];
}

/** The value of a property, with absent and `null` as one: `undefined`. */
export function present(value: Value | undefined): Exclude<Value, null> | undefined {
  return value === null ? undefined : value;
}
