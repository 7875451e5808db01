import { Engine as OurEngine } from "../../src/engine/engine.ts";
import type { History } from "../../src/model/profile.ts";
import { type Change, type Stretch } from "../../src/reference/transitions.ts";
import type { Condition, Segment } from "../../src/rule/ast.ts";
import type { Instant } from "../../src/time/instant.ts";

const NOWHERE = { start: 0, end: 0 };

/** A segment around a condition. */
export function segmentOf(when: Condition, name = "probe"): Segment {
  return { kind: "segment", span: NOWHERE, name, named: true, when };
}

/** The events of a history in the order in which they arrive. */
export function arrivals(history: History): History["events"] {
  return history.events.toSorted((a, b) => a.arrivedAt - b.arrivedAt);
}

/** What the engine says of membership at each of `instants`, which ascend. */
export function membershipAt(
  condition: Condition,
  history: History,
  instants: readonly Instant[],
  Engine = OurEngine,
): boolean[] {
  const engine = new Engine([segmentOf(condition)], { defaultZone: history.defaultZone });
  engine.reset(history.profile, instants[0]!);
  const events = arrivals(history);
  let next = 0;
  return instants.map((at) => {
    while (next < events.length && events[next]!.arrivedAt <= at) engine.push(events[next++]!);
    engine.advanceTo(at);
    return engine.isMember(0);
  });
}

/** The transitions that the engine tells of in a stretch when it is only fed, never asked. */
export function transitionsOf(
  condition: Condition,
  history: History,
  stretch: Stretch,
  Engine = OurEngine,
): readonly Change[] {
  const changes: Change[] = [];
  const observer = {
    transition: (at: Instant, _: number, entered: boolean): void => {
      changes.push({ at, entered });
    },
  };
  const engine = new Engine([segmentOf(condition)], { defaultZone: history.defaultZone, observer });
  engine.reset(history.profile, stretch.from);
  for (const event of arrivals(history)) if (event.arrivedAt <= stretch.to) engine.push(event);
  engine.advanceTo(stretch.to);
  return changes;
}
