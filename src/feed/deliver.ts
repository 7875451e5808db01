import type { Event } from "../model/event.ts";
import type { TrueEvent } from "../model/truth.ts";
import { type StreamKey, streamKey, uniform } from "../random/stream.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS, type Zone, getZone, instantOfWall, wallAt } from "../time/zone.ts";
import { type FeedSettings, type FeedTable, latencyAt } from "./latency.ts";

/** Delivers what truly happened. Draws are keyed by the event's id, so no delivery moves another. */
export interface Delivery {
  /** Hands over what the engine will see of an event, once or twice: its cause and its mission stay behind, and it
   *  arrives no earlier than it happened. */
  deliver(event: TrueEvent, profile: number, emit: (event: Event) => void): void;
}

/** The deliveries of a run. `feeds` decides when things arrive and never what happens. */
export function createDelivery(feeds: FeedTable, seed: string): Delivery {
  const keys = {
    latency: streamKey(seed, "fault.latency"),
    duplicate: streamKey(seed, "fault.duplicate"),
  };
  return {
    deliver(event, profile, emit) {
      const settings = feeds[event.feed];
      const id = numberOf(event.id) + profile;
      emit(
        observed(
          event,
          arrivalOf(settings, event.at, latencyAt(settings.latency, keys.latency, id, 0)),
        ),
      );
      if (!isRepeated(settings, keys.duplicate, id)) return;
      const again = latencyAt(settings.latency, keys.latency, id, 1);
      emit(observed(event, arrivalOf(settings, event.at, again)));
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
