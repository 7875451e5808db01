import { readEvents } from "../../../src/feed/read/read.ts";
import type { ReadOptions } from "../../../src/feed/read/read.ts";
import type { Recording } from "../../../src/feed/read/recording.ts";
import type { Event } from "../../../src/model/event.ts";
import type { Vocabulary } from "../../../src/model/vocabulary.ts";
import { hours } from "../../../src/time/duration.ts";

/** Words of which only the feed of an event matters here. */
export const vocabulary: Vocabulary = {
  metrics: {},
  events: { "Email Opened": { feed: "email" } },
  attributes: {},
  parts: {},
  things: {},
  scores: [],
  sessionGap: hours(0.5),
  devices: [],
  areas: [],
};

/** UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Reads one file's text. */
export function readText(
  text: string,
  path = "events.ndjson",
  options: Partial<ReadOptions> = {},
): Recording {
  return readEvents([{ path, bytes: bytesOf(text) }], { vocabulary, listed: 20, ...options });
}

/** Reads records as lines. */
export function readLines(...records: readonly unknown[]): Recording {
  return readText(records.map((each) => JSON.stringify(each)).join("\n"));
}

/** A track of the Segment spec, as short as it may be. */
export function track(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { type: "track", event: "Cart Viewed", userId: "ada", timestamp: AT, ...fields };
}

export const AT = "2026-03-10T17:00:00.000Z";

/** The events of a profile by arrival. */
export function eventsOf(recording: Recording, id: string): readonly Event[] {
  return recording.eventsByArrival(recording.profiles.indexOf(id));
}

/** The codes of the listed rejections with their lines. */
export function rejectionsOf({ rejections }: Recording): readonly string[] {
  return rejections.map(({ path, line, code }) => `${path}:${line} ${code}`);
}
