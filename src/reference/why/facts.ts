import type { Event } from "../../model/event.ts";
import type { Explanation, Margin } from "../../model/explanation.ts";
import type { Comparator } from "../../model/predicate.ts";
import { duration, formatDuration } from "../../time/duration.ts";

/** What is told of a condition that has no parts: what was found, what was asked, by how much it holds or misses, and the
 *  events that decided it, newest first. */
export type Facts = Pick<Explanation, "found" | "asked" | "margin" | "events">;

/** How much a found number could change in the wrong direction (positive) or lacks (negative). */
export function marginOf(
  comparator: Comparator,
  found: number,
  asked: number,
  unit: Margin["unit"],
): Margin | undefined {
  const step = unit === "number" ? 0 : 1; // whole numbers: the first beyond a bound lies 1 from it
  switch (comparator) {
    case ">=":
      return { amount: found - asked, unit };
    case ">":
      return { amount: found - asked - step, unit };
    case "<=":
      return { amount: asked - found, unit };
    case "<":
      return { amount: asked - found - step, unit };
    case "=":
      return { amount: 0 - Math.abs(found - asked), unit };
    case "!=":
      return found === asked
        ? { amount: 0 - step, unit }
        : { amount: Math.abs(found - asked) - step, unit };
  }
}

/** The condition turns in so many milliseconds if nothing happens: they are left to it, or still to come. */
export function turnsIn(wait: number, now: "holds" | "misses"): Margin {
  return { amount: now === "holds" ? wait : 0 - wait, unit: "ms" };
}

/** So many milliseconds are to spare, or missing if negative; waiting alone does not turn the condition. */
export function lengthMargin(amount: number): Margin {
  return { amount, unit: "length" };
}

/** A length of time as it is told. */
export function wordOfLength(ms: number): string {
  return formatDuration(duration(ms));
}

/** The event that decided, if there is one. */
export function only(event: Event | undefined): readonly Event[] {
  return event === undefined ? [] : [event];
}
