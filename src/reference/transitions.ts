import type { History } from "../model/profile.ts";
import type { Condition } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import { holds } from "./holds.ts";
import type { Change } from "./moment.ts";
import { type Stretch, turningInstants } from "./turning.ts";

export type { Change } from "./moment.ts";
export { type Stretch, turningInstants } from "./turning.ts";

/** The changes of membership of whoever the condition alone decides about, in a stretch. Before its start nobody is a
 *  member. */
export function transitions(
  condition: Condition,
  history: History,
  stretch: Stretch,
): readonly Change[] {
  const changes: Change[] = [];
  let member = false;
  for (const at of turningInstants(condition, history, stretch)) {
    const now = holds(condition, history, at);
    if (now !== member) changes.push({ at, entered: now });
    member = now;
  }
  return changes;
}

/** The next instant after `at` and no later than `horizon` at which the condition turns if no further event arrives, or
 *  `undefined`. */
export function nextChange(
  condition: Condition,
  history: History,
  stretch: Stretch,
): Instant | undefined {
  const quiet = withoutMore(history, stretch.from);
  const now = holds(condition, quiet, stretch.from);
  return turningInstants(condition, quiet, stretch).find(
    (at) => at > stretch.from && holds(condition, quiet, at) !== now,
  );
}

/** The history as it is if nothing arrives after `at`. */
export function withoutMore(history: History, at: Instant): History {
  return { ...history, events: history.events.filter((event) => event.arrivedAt <= at) };
}
