import type { TrueEvent } from "../model/truth.ts";
import { uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";
import { type Instant, NEVER } from "../time/instant.ts";
import { correctedTime, deviceTime } from "./clock.ts";
import type { Faults, KnownZone } from "./fault.ts";
import { type FaultKeys, numberOf } from "./keys.ts";
import { type DrawLatency, compileLatency } from "./latency.ts";

/** What the collector knows of an event: when it believes that it happened, when it had it, and the zone. */
export interface Known {
  readonly at: Instant;
  readonly readyAt: Instant;
  readonly zone: string | undefined;
}

/** One for all events: a new one for each would be garbage. */
interface Knowing extends Known {
  at: Instant;
  readyAt: Instant;
  zone: string | undefined;
}

const DRAW = { fallback: 0, never: 1, upload: 2 } as const;
const PLACE = 1;
/** Devices by the numbers of their draws. */
const DEVICES = ["mobile", "desktop", "tablet"];
/** From the device to the collector takes at most so long: assumed. */
const LONGEST_TRANSIT = 200 * UNITS.ms;

/** Looks at what happens with the eyes of a collector: some of it is not seen, or later, or under another time or zone. */
export class Observer {
  readonly #faults: Faults;
  readonly #keys: FaultKeys;
  readonly #offline: DrawLatency | undefined;
  readonly #late: DrawLatency | undefined;
  /** Until when visits that are offline wait on the device. */
  readonly #flushes = new Map<unknown, number>();
  readonly #clocks = new Map<string | undefined, (at: Instant) => number>();
  readonly #known: Knowing = { at: NEVER, readyAt: NEVER, zone: undefined };
  #profile = 0;

  constructor(faults: Faults, keys: FaultKeys) {
    this.#faults = faults;
    this.#keys = keys;
    this.#offline = faults.offline && compileLatency(faults.offline.latency);
    this.#late = faults.zone && compileLatency(faults.zone.late);
  }

  begin(profile: number): void {
    this.#profile = profile;
    // A map that is cleared is made anew; most have stayed empty.
    if (this.#flushes.size > 0) this.#flushes.clear();
    if (this.#clocks.size > 0) this.#clocks.clear();
  }

  /** What is known of an event; `undefined` if nothing ever is. To be read before the next event is looked at. */
  observe(event: TrueEvent): Known | undefined {
    const { machines, strangers, loss = 0, clock, offline } = this.#faults;
    const known = this.#known;
    const isMachine = event.cause === "machine-open" || event.cause === "scanner";
    if (machines === "left_out" ? isMachine : event.isUnseen === true) return undefined;
    if (strangers === "left_out" && event.cause === "other-person") return undefined;
    const id = numberOf(event.id);
    if (loss > 0 && uniform(this.#keys.loss, id) < loss) return undefined;
    known.at = event.at;
    known.readyAt = offline === undefined ? event.at : this.#sentAt(event);
    known.zone = this.#zoneOf(event);
    if (clock === undefined) return known;
    const sentAt = known.readyAt;
    const transit = Math.ceil(uniform(this.#keys.transit, id) * LONGEST_TRANSIT);
    const receivedAt = (sentAt + transit) as Instant;
    const shows = this.#clockOf(event.device);
    known.at = correctedTime(clock, shows, { at: event.at, sentAt, receivedAt });
    known.readyAt = receivedAt;
    return known;
  }

  /** When a device uploads an event: at once, or with all that waits since its visit began offline. */
  #sentAt({ at, properties }: TrueEvent): Instant {
    const session = properties["session_id"];
    if (this.#offline === undefined || typeof session !== "string") return at;
    let flush = this.#flushes.get(session);
    if (flush === undefined) {
      const key = Number.parseInt(session, 36);
      const share = this.#faults.offline?.share ?? 0;
      const isOffline = uniform(this.#keys.offline, key) < share;
      flush = isOffline ? at + this.#offline(this.#keys.offline, key, PLACE) : at;
      this.#flushes.set(session, flush);
    }
    return Math.max(at, flush) as Instant;
  }

  #clockOf(device: string | undefined): (at: Instant) => number {
    const { clock } = this.#faults;
    let shows = this.#clocks.get(device);
    if (shows === undefined && clock !== undefined) {
      const key = { profile: this.#profile, device: DEVICES.indexOf(device ?? "") };
      shows = deviceTime(clock, this.#keys.clock, key);
      this.#clocks.set(device, shows);
    }
    return shows ?? ((at) => at);
  }

  #zoneOf(event: TrueEvent): string | undefined {
    const { zone: fault } = this.#faults;
    if (fault === undefined || event.zone === undefined) return event.zone;
    const u = uniform(this.#keys.zone, this.#profile, DRAW.fallback);
    if (u < fault.fallback) return fault.account;
    if (u < fault.fallback + fault.missing) return undefined;
    return this.#knowsTrip(event, fault) ? event.zone : event.away?.home;
  }

  #knowsTrip({ away, at }: TrueEvent, { never }: KnownZone): boolean {
    if (away === undefined || this.#late === undefined) return true;
    const key = this.#keys.zone;
    if (uniform(key, this.#profile, away.trip, DRAW.never) < never) return false;
    return at >= away.since + this.#late(key, away.trip, DRAW.upload);
  }
}
