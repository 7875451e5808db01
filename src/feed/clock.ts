import { normal } from "../random/distribution.ts";
import { type StreamKey, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import type { ClockSkew } from "./fault.ts";

/** A device of a profile, by numbers. */
export interface DeviceKey {
  readonly profile: number;
  readonly device: number;
}

const DRAW = { kind: 0, size: 1 } as const;
const HOURS = [-3, -2, -1, 1, 2, 3];
/** How long after an event a device first tries to send it. */
const FIRST_ATTEMPT = 5 * UNITS.s;

/** What the clock of a device shows in place of `at`. */
export function deviceTime(skew: ClockSkew, key: StreamKey, { profile, device }: DeviceKey) {
  const kind = uniform(key, profile, device, DRAW.kind);
  const u = uniform(key, profile, device, DRAW.size);
  if (kind < skew.gross) return (at: Instant): number => at % (30 * UNITS.d); // never set: 1970
  if (kind < skew.gross + skew.wholeHours) {
    const hours = HOURS[Math.floor(u * HOURS.length)]!;
    return (at: Instant): number => at + hours * UNITS.h;
  }
  const offset = Math.round(skew.sigma * normal(u));
  return (at: Instant): number => at + offset;
}

/** The stamps of one event on its way to the collector. */
export interface Stamps {
  readonly at: Instant;
  /** When it was uploaded and received: true instants. */
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
}

/** When the collector believes that an event happened. It knows two times of the device, and its own. */
export function correctedTime(
  { correction }: ClockSkew,
  shows: (at: Instant) => number,
  { at, sentAt, receivedAt }: Stamps,
): Instant {
  const deviceAt = shows(at);
  switch (correction) {
    case "none":
      return Math.min(deviceAt, receivedAt) as Instant;
    case "segment":
      return Math.min(receivedAt - (shows(sentAt) - deviceAt), receivedAt) as Instant;
    case "first_attempt": {
      const tried = Math.min(at + FIRST_ATTEMPT, sentAt) as Instant;
      return Math.min(receivedAt - (shows(tried) - deviceAt), receivedAt) as Instant;
    }
  }
}
