import type { Delivery } from "../../../src/feed/deliver.ts";
import type { Event } from "../../../src/model/event.ts";
import type { TrueEvent } from "../../../src/model/truth.ts";
import { Counts } from "./tally.ts";

const DAY = 86_400_000;

/** Counts how the session log of one life is observed. */
export function observedCounts(delivery: Delivery, events: readonly TrueEvent[]): Counts {
  const counts = new Counts();
  for (const event of events) {
    const seen: Event[] = [];
    delivery.deliver(event, (each) => seen.push(each));
    if (event.feed !== "session-log" || event.anonymous !== undefined) continue;
    const { id } = event;
    if (typeof id !== "number") continue;
    const [first, ...copies] = seen.filter((each) => each.id === id || each.id === -1 - id);
    if (first !== undefined) addSeen(counts, event, { first, copies });
  }
  return counts;
}

function addSeen(
  counts: Counts,
  event: TrueEvent,
  { first, copies }: { readonly first: Event; readonly copies: readonly Event[] },
): void {
  counts.add("session events");
  if (first.arrivedAt - event.at > 120_000) counts.add("late session events");
  if (first.arrivedAt - event.at >= DAY) counts.add("session events a day late");
  if (Math.abs(first.at - event.at) <= 1000) counts.add("session events dated right");
  if (first.zone !== event.zone) counts.add("session events in a wrong zone");
  for (const { id, properties } of copies) {
    const isChanged = properties["resent"] === true;
    if (id !== event.id) counts.add("renewed session events");
    else counts.add(isChanged ? "changed session events" : "retried session events");
  }
}
