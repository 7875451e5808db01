import type { Event } from "../../model/event.ts";
import type { Zone } from "../../time/zone.ts";
import type { Leaf } from "../live.ts";
import type { Sink } from "../routes.ts";
import { Ordered, type Placed } from "./ordered.ts";
import type { ZoneLine } from "./zone-line.ts";

/** An event, and the zone on whose wall it was taken to have happened. */
interface Zoned extends Placed {
  readonly event: Event;
  zone: Zone;
}

/** Brings events to a condition on their local time, and all of them once more if a late statement says that one of them
 *  happened in another zone; to a condition that only needs the newest, these. State: the events that the condition's
 *  window may still hold. */
export class Rezoned implements Sink {
  readonly #line: ZoneLine;
  readonly #leaf: Leaf;
  readonly #sink: Sink;
  readonly #keepFrom: (now: number) => number;
  readonly #events = new Ordered<Zoned>();

  /** `sink` takes the events on behalf of `leaf`. */
  constructor(line: ZoneLine, { leaf, sink, keepFrom }: Rezoning) {
    this.#line = line;
    this.#leaf = leaf;
    this.#sink = sink;
    this.#keepFrom = keepFrom;
  }

  count(event: Event, now: number): boolean {
    const { at, sequence } = event;
    this.#events.insert({ at, sequence, event, zone: this.#line.zoneOf(event) });
    this.#events.forgetBefore(this.#keepFrom(now));
    return this.#sink.count(event, now);
  }

  /** Where statements of a zone go. */
  readonly statements: Sink = {
    count: (statement, now) => {
      if (!this.#isOtherwise(statement)) return false;
      this.#leaf.reset();
      if (this.#sink.isFull === undefined) this.#bringAll(now);
      else this.#bringNewest(now);
      return true;
    },
  };

  reset(): void {
    this.#events.clear();
  }

  #bringAll(now: number): void {
    const { things, first } = this.#events;
    for (let index = first; index < things.length; index++)
      this.#sink.count(things[index]!.event, now);
  }

  #bringNewest(now: number): void {
    const { things, first } = this.#events;
    for (let index = things.length - 1; index >= first && !this.#sink.isFull!(); index--)
      this.#sink.count(things[index]!.event, now);
  }

  /** Whether some event from the statement on happened in another zone than was thought; notes the zones. */
  #isOtherwise(statement: Event): boolean {
    const { things } = this.#events;
    const first = this.#events.indexFrom(statement.at);
    let isOtherwise = false;
    for (let index = things.length - 1; index >= first; index--) {
      const each = things[index]!;
      const zone = this.#line.zoneOf(each.event);
      if (zone !== each.zone) isOtherwise = true;
      each.zone = zone;
    }
    return isOtherwise;
  }
}

/** A condition on the local time of events: who takes its events, and how long they are looked at. */
export interface Rezoning {
  readonly leaf: Leaf;
  readonly sink: Sink;
  readonly keepFrom: (now: number) => number;
}
