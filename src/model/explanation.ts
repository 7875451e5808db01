import type { Event, Value } from "./event.ts";

/** By how much a condition holds or misses; negative if it misses.
 *  - `events`, `number`: so many events, or so much of a number, to spare or missing.
 *  - `ms`: so many milliseconds until it turns if nothing happens.
 *  - `length`: so many milliseconds to spare or missing; waiting does not make up for what is missing. */
export interface Margin {
  readonly amount: number;
  readonly unit: "events" | "number" | "ms" | "length";
}

/** Why a condition holds at an instant or does not, with the same tree as the condition. */
export interface Explanation {
  /** The condition as the canonical printer writes it. */
  readonly text: string;
  readonly holds: boolean;
  /** What was found: a count, the device, the reading of the wall clock; `undefined` for `and`, `or` and `not`. */
  readonly found?: Value | undefined;
  /** What was asked for: `>= 2`, `mobile`, `18:00..21:00`. */
  readonly asked?: string | undefined;
  readonly margin?: Margin | undefined;
  /** The events that decided it, newest first. */
  readonly events: readonly Event[];
  readonly conditions: readonly Explanation[];
}
