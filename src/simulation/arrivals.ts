import { type Event, FEEDS } from "../model/event.ts";

/** Whether `a` arrives before `b`: by instant, then feed, then the order of what happened. */
function arrivesBefore(a: Event, b: Event): boolean {
  if (a.arrivedAt !== b.arrivedAt) return a.arrivedAt < b.arrivedAt;
  if (a.feed !== b.feed) return FEEDS.indexOf(a.feed) < FEEDS.indexOf(b.feed);
  return a.at !== b.at ? a.at < b.at : a.sequence < b.sequence;
}

/** The events on their way to the engine, as a binary heap whose first is the next to arrive. */
export class Arrivals {
  readonly #heap: Event[] = [];

  /** The instant of the next arrival, or Infinity. */
  get nextAt(): number {
    return this.#heap[0]?.arrivedAt ?? Infinity;
  }

  add(event: Event): void {
    const heap = this.#heap;
    let place = heap.length;
    heap.push(event);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!arrivesBefore(event, heap[parent]!)) break;
      heap[place] = heap[parent]!;
      place = parent;
    }
    heap[place] = event;
  }

  /** Takes the next arrival out. */
  take(): Event {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined)
      throw new Error("unreachable: nothing is on its way");
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  clear(): void {
    this.#heap.length = 0;
  }

  #sink(event: Event): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && arrivesBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!arrivesBefore(heap[child]!, event)) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = event;
  }
}
