import type { History } from "../model/profile.ts";
import type { Segment } from "../rule/ast.ts";
import { days } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import { after } from "../time/window.ts";
import { Engine } from "./engine.ts";

/** A change of membership that needs no further event. */
export interface NextChange {
  readonly at: Instant;
  readonly entered: boolean;
}

/** One profile in one of the segments that are decided together. */
export interface Watched {
  readonly segments: readonly Segment[];
  /** Which of the segments is asked about. */
  readonly index: number;
  readonly history: History;
  /** Since when memberships are decided, which `until` and conditions on other segments look back to; without it, since
   *  the instant that is asked about. */
  readonly start?: Instant | undefined;
}

/** How far ahead a change is looked for: ten years. */
const HORIZON = days(3653);

/** What happens next to a profile's membership if nothing more arrives after `at`; `undefined` if nothing does within ten
 *  years. */
export function nextChange(
  { segments, index, history, start }: Watched,
  at: Instant,
): NextChange | undefined {
  const changes: NextChange[] = [];
  const transition = (when: Instant, segment: number, entered: boolean): void => {
    if (segment === index) changes.push({ at: when, entered });
  };
  const engine = new Engine(segments, {
    defaultZone: history.defaultZone,
    observer: { transition },
  });
  engine.reset(history.profile, start ?? at);
  const known = history.events
    .filter((event) => event.arrivedAt <= at)
    .toSorted((a, b) => a.arrivedAt - b.arrivedAt);
  for (const event of known) engine.push(event);
  engine.advanceTo(at);
  changes.length = 0;
  const horizon = after(at, HORIZON);
  while (changes.length === 0 && engine.nextInstant <= horizon)
    engine.advanceTo(engine.nextInstant);
  return changes[0];
}
