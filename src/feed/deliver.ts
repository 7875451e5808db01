import type { Event } from "../model/event.ts";
import type { TrueEvent } from "../model/truth.ts";
import { uniform } from "../random/stream.ts";
import type { Instant } from "../time/instant.ts";
import { type FaultKeys, createKeys, numberOf } from "./keys.ts";
import { afterOutages, arrivalOf, reversed } from "./arrival.ts";
import { type Copy, copiesOf } from "./copies.ts";
import { type Known, Observer } from "./observe.ts";
import type { FeedSettings, FeedTable } from "./settings.ts";
import { type DrawLatency, compileLatency } from "./latency.ts";

/** Delivers what truly happened, one profile after the other. Draws are keyed by what they are about, so no delivery moves
 *  another. */
export interface Delivery {
  /** Turns to another profile. */
  begin(profile: number): void;
  /** Hands over what the engine will see of an event, never, once or several times, and what waited for it: its cause and
   *  its mission stay behind, and it arrives no earlier than it happened. */
  deliver(event: TrueEvent, emit: (event: Event) => void): void;
}

/** The deliveries of a run. `feeds` decides what is seen of things and when, and never what happens. */
export function createDelivery(feeds: FeedTable, seed: string): Delivery {
  const keys = createKeys(seed);
  const lines = {
    "session-log": new Line(feeds["session-log"], keys),
    crm: new Line(feeds.crm, keys),
    email: new Line(feeds.email, keys),
    history: new Line(feeds.history, keys),
  };
  return {
    begin(profile) {
      lines["session-log"].begin(profile);
      lines.crm.begin(profile);
      lines.email.begin(profile);
      lines.history.begin(profile);
    },
    deliver(event, emit) {
      lines[event.feed].deliver(event, emit);
    },
  };
}

/** One feed at work. */
class Line {
  readonly #settings: FeedSettings;
  readonly #keys: FaultKeys;
  readonly #latency: DrawLatency;
  readonly #observer: Observer;
  /** What was done on devices that nobody has named yet. */
  readonly #waiting = new Map<number, Event[]>();
  #profile = 0;

  constructor(settings: FeedSettings, keys: FaultKeys) {
    this.#settings = settings;
    this.#keys = keys;
    this.#latency = compileLatency(settings.latency);
    this.#observer = new Observer(settings.faults ?? {}, keys);
  }

  begin(profile: number): void {
    this.#profile = profile;
    if (this.#waiting.size > 0) this.#waiting.clear();
    this.#observer.begin(profile);
  }

  deliver(event: TrueEvent, emit: (event: Event) => void): void {
    const known = this.#observer.observe(event);
    if (known === undefined) return;
    const id = numberOf(event.id);
    let first = this.#arrivalOf({ id, number: 0 }, known.readyAt);
    if (first !== undefined)
      this.#hand(event, seen(event, { known, copy: event, arrivedAt: first }), emit);
    for (const copy of copiesOf(event, this.#settings, this.#keys)) {
      const arrivedAt = this.#arrivalOf(copy, first ?? known.readyAt);
      if (arrivedAt === undefined) continue;
      first ??= arrivedAt;
      this.#hand(event, seen(event, { known, copy, arrivedAt }), emit);
    }
  }

  /** Hands an event over, unless it waits for somebody to say whose device it is. */
  #hand(event: TrueEvent, observed: Event, emit: (event: Event) => void): void {
    if (this.#settings.faults?.identity !== "waits") return emit(observed);
    const { anonymous, reveals } = event;
    if (anonymous !== undefined) {
      const waiting = this.#waiting.get(anonymous) ?? [];
      waiting.push(observed);
      this.#waiting.set(anonymous, waiting);
      return undefined;
    }
    emit(observed);
    if (reveals === undefined) return undefined;
    for (const each of this.#waiting.get(reveals) ?? [])
      emit({ ...each, arrivedAt: Math.max(each.arrivedAt, observed.arrivedAt) as Instant });
    this.#waiting.delete(reveals);
    return undefined;
  }

  /** When a delivery arrives that is ready at `ready`; whoever sends a thing again does so once it has been sent. */
  #arrivalOf({ id, number }: Omit<Copy, "properties">, ready: Instant): Instant | undefined {
    const keys = this.#keys;
    const profile = this.#profile;
    const length = this.#latency(keys.latency, id, number);
    const due = arrivalOf(this.#settings, ready, { length, isMissed: this.#isMissed });
    const { faults } = this.#settings;
    if (faults === undefined) return due;
    const { outages, reordered = 0 } = faults;
    const arrivedAt =
      outages === undefined ? due : afterOutages(outages, due, { key: keys.outage, profile, id });
    if (arrivedAt === undefined || reordered === 0) return arrivedAt;
    return reversed(reordered, arrivedAt, { key: keys.order, profile });
  }

  readonly #isMissed = (night: number): boolean => {
    const { missedNights = 0 } = this.#settings.faults ?? {};
    return missedNights > 0 && uniform(this.#keys.night, night) < missedNights;
  };
}

/** What of a delivery is its own. */
type Delivered = Pick<Event, "id" | "properties">;

function seen(
  event: TrueEvent,
  { known, copy, arrivedAt }: { known: Known; copy: Delivered; arrivedAt: Instant },
): Event {
  const { name, sequence, feed, device, place } = event;
  const { zone } = known;
  const at = Math.min(known.at, arrivedAt) as Instant;
  const { id, properties } = copy;
  return { id, name, at, arrivedAt, sequence, feed, properties, device, place, zone };
}
