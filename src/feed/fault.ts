import type { Instant } from "../time/instant.ts";
import type { Latency } from "./latency.ts";

/** A stretch in which a feed delivers nothing. What was due is lost, comes after it in its order within `drain`
 *  milliseconds, or comes after it in any order. It meets a share of the profiles. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
  readonly policy: "lost" | "replayed" | "shuffled";
  readonly drain: number;
  readonly coverage: number;
}

/** Clocks of devices that are wrong, and what the collector makes of it. */
export interface ClockSkew {
  /** The deviation of most clocks, in milliseconds. */
  readonly sigma: number;
  /** The shares of clocks that are wrong by whole hours, and that were never set: they say 1970. */
  readonly wholeHours: number;
  readonly gross: number;
  /** `segment`: received - (sent - happened), which takes a constant skew out; `first_attempt`: the same, but what waited is
   *  stamped as sent when it was first tried; `none`: what the device says. */
  readonly correction: "segment" | "first_attempt" | "none";
}

/** Visits whose events wait on the device and are uploaded together later. */
export interface Offline {
  readonly share: number;
  readonly latency: Latency;
}

/** What is known of the zone of somebody who travels: nothing new for a share of trips, the new one late for the others; and
 *  profiles of which the account's zone is told instead of their own, or none. */
export interface KnownZone {
  readonly never: number;
  readonly late: Latency;
  readonly fallback: number;
  readonly missing: number;
  readonly account: string;
}

/** What goes wrong in one feed. Nothing here touches what truly happens. */
export interface Faults {
  readonly outages?: readonly Outage[] | undefined;
  /** The share of events that never arrive. */
  readonly loss?: number | undefined;
  /** The share of batches (ten seconds of arrivals of one profile) that arrive in reverse. */
  readonly reordered?: number | undefined;
  /** Copies with the same id and another payload, and copies with an id of their own. */
  readonly changedCopies?: number | undefined;
  readonly renewedCopies?: number | undefined;
  readonly offline?: Offline | undefined;
  readonly clock?: ClockSkew | undefined;
  readonly zone?: KnownZone | undefined;
  /** Whether what is done on a device that nobody has named waits until somebody does, and is never told if nobody does. */
  readonly identity?: "waits" | undefined;
  /** Whether opens and clicks made by machines are left out, so that those made by hand show. */
  readonly machines?: "left_out" | undefined;
  /** Whether what somebody else does at the device is left out. */
  readonly strangers?: "left_out" | undefined;
  /** The share of nights whose batch does not run. */
  readonly missedNights?: number | undefined;
}
