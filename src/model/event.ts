/** The nouns of Rehearsal: what happened, to whom, and what a run wrote down about it. Types and constructors only. */
import type { Instant } from "../time/instant.ts";

/** A value of an event's property or of a profile's attribute. `null` is missing. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [key: string]: Value };

/** Named values, as an event or an identify carries them. Keys of nested objects are joined with dots by the readers. */
export type Values = Readonly<Record<string, Value>>;

/** The feed that an event came by: the article's three sources, and nightly history. */
export type Feed = "session-log" | "crm" | "email" | "history";

/** All feeds, in the order in which arrivals of one millisecond are taken. */
export const FEEDS: readonly Feed[] = ["session-log", "crm", "email", "history"];

/** Where an event happened, as far as it says. `area` is `urban`, `suburban` or `rural`. */
export interface Place {
  readonly country?: string;
  readonly region?: string;
  readonly city?: string;
  readonly area?: string;
}

/** One dated fact about a profile, as a feed delivers it; all that the engine ever sees. */
export interface Event {
  /** Unique per fact; an id that was seen before is ignored. */
  readonly id: string | number;
  /** The canonical name, "Cart Viewed". An update of attributes is called `PROFILE_UPDATED`. */
  readonly name: string;
  /** When it happened. */
  readonly at: Instant;
  /** When we learned of it. */
  readonly arrivedAt: Instant;
  /** Orders the events of one profile that share `at`. */
  readonly sequence: number;
  readonly feed: Feed;
  readonly properties: Values;
  /** `mobile`, `desktop` or `tablet`, if the event says. */
  readonly device?: string | undefined;
  readonly place?: Place | undefined;
  /** The IANA name of the profile's zone, if the event says. */
  readonly zone?: string | undefined;
}

/** The name of the event that sets attributes: its properties are the attributes' new values (Segment: identify). */
export const PROFILE_UPDATED = "Profile Updated";

/** The order of the events of one profile: by `at`, then by `sequence` (language.md, law 4). */
export function byTime(a: Event, b: Event): number {
  return a.at - b.at || a.sequence - b.sequence;
}
