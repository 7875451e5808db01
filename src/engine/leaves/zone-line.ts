import type { Event } from "../../model/event.ts";
import { type Zone, findZone } from "../../time/zone.ts";
import type { Sink } from "../routes.ts";
import { Ordered } from "./ordered.ts";

/** In which zone a profile was as time went by, for conditions on the local time of events. Any event but one of email
 *  that carries a zone states it. State: the statements of the longest window that is asked about, and the one before. */
export class ZoneLine implements Sink {
  readonly #beforehand: () => Zone;
  readonly #statements = new Ordered<Event>();
  readonly #keepFroms: ((now: number) => number)[] = [];

  constructor(beforehand: () => Zone) {
    this.#beforehand = beforehand;
  }

  /** Has statements kept for as long as events are looked at that happened at `keepFrom(now)` or later. */
  keep(keepFrom: (now: number) => number): void {
    this.#keepFroms.push(keepFrom);
  }

  /** Takes a statement. Conditions look for themselves whether one changes them. */
  count(event: Event, now: number): boolean {
    if (findZone(event.zone ?? "") === undefined) return false;
    this.#statements.insert(event);
    let keepFrom = now;
    for (const each of this.#keepFroms) keepFrom = Math.min(keepFrom, each(now));
    const statements = this.#statements;
    while ((statements.times[statements.first + 1] ?? Infinity) < keepFrom)
      statements.forgetOldest();
    return false;
  }

  /** The zone on whose wall an event happened: its own, else that of the newest statement of its instant or before. */
  readonly zoneOf = (event: Event): Zone => {
    const own = event.zone === undefined ? undefined : findZone(event.zone);
    if (own !== undefined) return own;
    const { things, first } = this.#statements;
    const index = this.#statements.indexFrom(event.at + 1) - 1;
    const name = index < first ? undefined : things[index]!.zone;
    return (name === undefined ? undefined : findZone(name)) ?? this.#beforehand();
  };

  reset(): void {
    this.#statements.clear();
  }
}
