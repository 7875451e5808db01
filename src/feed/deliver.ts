import type { Event } from "../model/event.ts";
import type { TrueEvent } from "../model/truth.ts";
import { type StreamKey, streamKey, uniform } from "../random/stream.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS, type Zone, getZone, instantOfWall, wallAt } from "../time/zone.ts";
import { type FeedSettings, type FeedTable, compileLatency } from "./latency.ts";

/** Delivers what truly happened. Draws are keyed by the event's id, so no delivery moves another. */
export interface Delivery {
  /** Hands over what the engine will see of an event, once or twice: its cause and its mission stay behind, and it
   *  arrives no earlier than it happened. */
  deliver(event: TrueEvent, emit: (event: Event) => void): void;
}

/** The deliveries of a run. `feeds` decides when things arrive and never what happens. */
export function createDelivery(feeds: FeedTable, seed: string): Delivery {
  const lengths = streamKey(seed, "fault.latency");
  const duplicates = streamKey(seed, "fault.duplicate");
  const draws = {
    "session-log": compileLatency(feeds["session-log"].latency),
    crm: compileLatency(feeds.crm.latency),
    email: compileLatency(feeds.email.latency),
    history: compileLatency(feeds.history.latency),
  };
  return {
    deliver(event, emit) {
      if (event.isUnseen === true) return;
      const settings = feeds[event.feed];
      const draw = draws[event.feed];
      const id = numberOf(event.id);
      const first = arrivalOf(settings, event.at, draw(lengths, id, 0));
      emit(observed(event, first));
      // Whoever sends a thing again does so once it has been sent.
      if (isRepeated(settings, duplicates, id)) {
        emit(observed(event, arrivalOf(settings, first, draw(lengths, id, 1))));
      }
    },
  };
}

function isRepeated({ duplicates }: FeedSettings, key: StreamKey, id: number): boolean {
  return duplicates > 0 && uniform(key, id) < duplicates;
}

/** Simulated events have ids that are numbers. */
function numberOf(id: string | number): number {
  if (typeof id !== "number") throw new Error("unreachable: a simulated event with an id of text");
  return id;
}

function observed(event: TrueEvent, arrivedAt: Instant): Event {
  const { id, name, at, sequence, feed, properties, device, place, zone } = event;
  return { id, name, at, arrivedAt, sequence, feed, properties, device, place, zone };
}

/** When an event that is ready at `ready` arrives: in a batch, a length after the batch has begun. */
export function arrivalOf(settings: FeedSettings, ready: Instant, length: number): Instant {
  switch (settings.mode) {
    case "webhook":
      return (ready + length) as Instant;
    case "incremental":
      return (Math.floor(ready / settings.every + 1) * settings.every + length) as Instant;
    case "batch":
      return (nextBatch(getZone(settings.zone), settings.at, ready) + length) as Instant;
  }
}

/** The next `timeOfDay` on the wall after `ready`. Where clocks skip it, the batch starts right after the gap. */
function nextBatch(zone: Zone, timeOfDay: number, ready: Instant): Instant {
  const midnight = Math.floor(wallAt(zone, ready) / DAY_MS) * DAY_MS;
  for (let day = 0; ; day++) {
    const batch = instantOfWall(zone, midnight + day * DAY_MS + timeOfDay);
    if (batch > ready) return batch;
  }
}
