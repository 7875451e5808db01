import { type Event, PROFILE_UPDATED } from "../../model/event.ts";
import type { TrueEvent } from "../../model/truth.ts";
import { spelt } from "../../random/spelling.ts";
import { formatInstant } from "../../time/instant.ts";

/** One event as a line of NDJSON in Segment's spec: an update of attributes is an `identify`, everything else a `track`.
 *  What is written reads back as the same event. */
export function segmentLine(profile: string, event: Event): string {
  const { id, name, at, arrivedAt, properties, device, place, zone } = event;
  const isUpdate = name === PROFILE_UPDATED;
  const saysOtherZone = isUpdate && properties["timezone"] !== zone;
  const record = {
    type: isUpdate ? "identify" : "track",
    messageId: textOfId(id),
    userId: profile,
    ...(isUpdate ? {} : { event: name }),
    timestamp: formatInstant(at),
    receivedAt: formatInstant(arrivedAt),
    [isUpdate ? "traits" : "properties"]: properties,
    // A reader of Segment's spec takes the zone of an identify from its traits, where the attribute of that name stands too.
    ...(saysOtherZone && { zone: zone ?? null }),
    context: { device: device && { type: device }, timezone: zone, location: place },
  };
  return `${JSON.stringify(record)}\n`;
}

/** One event as it truly was, as a line of NDJSON: with what made it, and all that no feed tells. */
export function truthLine(profile: string, event: TrueEvent): string {
  const { id, at, away, anonymous, reveals, ...rest } = event;
  const record = {
    id: textOfId(id),
    profile,
    at: formatInstant(at),
    ...rest,
    sequence: undefined, // orders the events of one instant within a run, and says nothing else
    anonymous: anonymous && textOfId(anonymous),
    reveals: reveals && textOfId(reveals),
    away: away && { ...away, trip: textOfId(away.trip), since: formatInstant(away.since) },
  };
  return `${JSON.stringify(record)}\n`;
}

/** How an id is written: a number in 36 digits, which no reader takes for an inexact one. */
export function textOfId(id: string | number): string {
  return typeof id === "number" ? spelt(id) : id;
}
