import { type Event, byTime } from "../model/event.ts";

/** Events dated in the future, waiting for their instant (language.md, law 13), in the order in which they will count. */
export class Pending {
  #events: Event[] = [];
  #first = 0;

  /** The instant of the first event that waits, or Infinity. */
  nextAt = Infinity;

  add(event: Event): void {
    let place = this.#events.length;
    while (place > this.#first && byTime(this.#events[place - 1]!, event) > 0) place -= 1;
    this.#events.splice(place, 0, event);
    this.#look();
  }

  /** Takes the first event out. */
  take(): Event {
    const event = this.#events[this.#first];
    if (event === undefined) throw new Error("unreachable: nothing is pending");
    this.#first += 1;
    if (this.#first === this.#events.length) this.clear();
    else this.#look();
    return event;
  }

  clear(): void {
    if (this.#events.length > 0) this.#events = [];
    this.#first = 0;
    this.nextAt = Infinity;
  }

  #look(): void {
    this.nextAt = this.#events[this.#first]?.at ?? Infinity;
  }
}
