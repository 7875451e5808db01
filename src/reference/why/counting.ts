import type { Event } from "../../model/event.ts";
import type { Aggregate, Count } from "../../rule/ast.ts";
import { figureBeyond, figureFound, usable } from "../figure.ts";
import { counted } from "../holds.ts";
import type { Moment } from "../moment.ts";
import { type Facts, marginOf } from "./facts.ts";

const EVER = { kind: "ever" } as const;

/** How many events were counted. */
export function countFacts(count: Count, moment: Moment): Facts {
  const { comparator, number } = count;
  const events = counted(count, moment);
  return {
    found: events.length,
    asked: `${comparator} ${number}`,
    margin: marginOf(comparator, events.length, number, "events"),
    events: newestFirst(events, counted({ ...count, window: EVER }, moment)),
  };
}

/** What the values came to, in the property's own unit. */
export function aggregateFacts(aggregate: Aggregate, moment: Moment): Facts {
  const { comparator, number } = aggregate;
  const beyond = figureBeyond(aggregate, moment);
  return {
    found: figureFound(aggregate, moment),
    asked: `${comparator} ${number}`,
    margin: beyond === undefined ? undefined : marginOf(comparator, beyond, 0, "number"),
    events: newestFirst(usable(aggregate, moment), usable({ ...aggregate, window: EVER }, moment)),
  };
}

/** The events that count, newest first; failing those, the newest that would, had it not left the window. */
function newestFirst(events: readonly Event[], ever: readonly Event[]): readonly Event[] {
  return events.length > 0 ? events.toReversed() : ever.slice(-1);
}
