import type { Event } from "../../model/event.ts";
import { byTime } from "../../model/event.ts";
import type { Instant } from "../../time/instant.ts";
import type { InputCode } from "./codes.ts";
import type { Rejection } from "./rejection.ts";

/** How many records became what. `records` is the sum of `events`, `naming`, `duplicates`,
 *  `skipped` and `rejected`. */
export interface RecordingCounts {
  readonly records: number;
  /** Records that became events, and those that only name people (alias, group). */
  readonly events: number;
  readonly naming: number;
  /** Copies of an event whose id was seen before. */
  readonly duplicates: number;
  /** Records without a profile that the mapping passes over. */
  readonly skipped: number;
  readonly rejected: number;
  readonly profiles: number;
  /** Profiles of whom no event names a zone: the default zone is assumed. */
  readonly zonesAssumed: number;
  /** The rejections of each code. */
  readonly byCode: Readonly<Record<string, number>>;
}

/** An input that cannot be used at all: nothing was judged. */
export interface InputProblem {
  readonly code: InputCode;
  readonly path: string;
  readonly message: string;
}

/** From the first thing that happened to the last that arrived. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** Where an event was read; lines count from 1. */
export interface EventSource {
  readonly path: string;
  readonly line: number;
}

/** Recorded events, person by person. Profiles are numbered in the order of their ids by code unit. */
export interface Recording {
  readonly profiles: readonly string[];
  readonly counts: RecordingCounts;
  readonly rejections: readonly Rejection[];
  readonly problems: readonly InputProblem[];
  /** The earliest `at` and the latest `arrivedAt`; absent if there is no event. */
  readonly span: Stretch | undefined;
  /** The events of a profile in the order `(arrivedAt, file, line)`, as a feed delivered them. */
  eventsByArrival(profile: number): readonly Event[];
  /** The same events as if each had been known at once: `arrivedAt = at`, in the order of `at`. */
  eventsByTime(profile: number): readonly Event[];
  /** Where an event of this recording was read. */
  sourceOf(event: Event): EventSource;
}

/** The events as if each had been known at once. */
export function inTime(events: readonly Event[]): readonly Event[] {
  return events
    .map((event) => (event.arrivedAt === event.at ? event : { ...event, arrivedAt: event.at }))
    .toSorted(byTime);
}
