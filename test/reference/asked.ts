import fc from "fast-check";
import type { History } from "../../src/model/profile.ts";
import { knownAt } from "../../src/reference/known.ts";
import { type Instant, instant } from "../../src/time/instant.ts";
import { HALF_HOUR, jitter } from "../engine/arbitraries/grid.ts";
import { occasion } from "../engine/arbitraries/history.ts";

/** A history and an instant on its grid, or beside it. */
export const asked: fc.Arbitrary<{ readonly history: History; readonly at: Instant }> = fc
  .tuple(occasion, fc.integer({ min: -150, max: 120 }), jitter)
  .map(([{ history, base }, halves, by]) => {
    return { history, at: instant(base + halves * HALF_HOUR + by) };
  });

/** What is known of the history at `at`, as if it had been known from the beginning. */
export function arrivedAtOnce(history: History, at: Instant): History {
  const events = knownAt(history, at).events.map((event, sequence) => {
    return { ...event, arrivedAt: event.at, sequence };
  });
  return { ...history, events };
}
