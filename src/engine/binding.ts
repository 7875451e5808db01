import type { Event } from "../model/event.ts";
import { Leaf, Live } from "./live.ts";

/** What a binding ranges over: text, numbers and booleans; lists and objects bind nothing. */
export type Key = string | number | boolean;

/** The value that a binding has at the moment, while its conditions are looked at one value after the other. */
export interface Slot {
  key: Key | undefined;
}

/** A binding while it is compiled: the property, its slot, and the counts in it by what they count. */
export interface Scope {
  readonly property: string;
  readonly slot: Slot;
  readonly counters: Map<string, CounterPerKey>;
}

/** The count of one value. */
export interface KeyCounter {
  readonly holds: boolean;
  readonly until: number;
  count(event: Event, now: number): boolean;
  update(at: number): void;
  /** Whether nothing that was counted can ever be looked at again. */
  isEmptyAt(at: number): boolean;
  reset(): void;
}

/** One count, kept apart for every value of a property: `product_views … of the same product`. A value whose events have
 *  all left the window is forgotten at the next sweep, so state is bounded by what a window holds. */
export class CounterPerKey extends Leaf {
  readonly counters = new Map<Key, KeyCounter>();
  readonly #property: string;
  readonly #slot: Slot;
  readonly #newCounter: () => KeyCounter;
  readonly #none: KeyCounter;
  readonly #pool: KeyCounter[] = [];
  #sweepAt = 32;

  constructor({ property, slot }: Scope, newCounter: () => KeyCounter) {
    super();
    this.#property = property;
    this.#slot = slot;
    this.#newCounter = newCounter;
    this.#none = newCounter();
  }

  /** Counts an event under the value that it carries; whether the truth for that value may have changed by it. */
  count(event: Event, now: number): boolean {
    const value = event.properties[this.#property];
    if (value === undefined || value === null || typeof value === "object") return false;
    let counter = this.counters.get(value);
    if (counter === undefined) {
      counter = this.#pool.pop() ?? this.#newCounter();
      counter.reset();
      this.counters.set(value, counter);
    }
    return counter.count(event, now);
  }

  /** Forgets values that cannot be looked at again, now and then. */
  sweep(at: number): void {
    if (this.counters.size < this.#sweepAt) return;
    for (const [key, counter] of this.counters) {
      if (!counter.isEmptyAt(at)) continue;
      this.counters.delete(key);
      this.#pool.push(counter);
    }
    this.#sweepAt = Math.max(32, 2 * this.counters.size);
  }

  /** The truth for the value that the slot holds. */
  update(at: number): void {
    const counter =
      this.#slot.key === undefined ? this.#none : (this.counters.get(this.#slot.key) ?? this.#none);
    counter.update(at);
    this.holds = counter.holds;
    this.until = counter.until;
  }

  override reset(): void {
    for (const counter of this.counters.values()) this.#pool.push(counter);
    this.counters.clear();
    super.reset();
  }
}

/** There is one value for which the condition holds. Only values of the `binder` need be looked at: it is a part of the
 *  condition that no value without an event satisfies. */
export class LiveSome extends Live {
  readonly #slot: Slot;
  readonly #binder: CounterPerKey;
  readonly #condition: Live;

  constructor(slot: Slot, binder: CounterPerKey, condition: Live) {
    super();
    this.#slot = slot;
    this.#binder = binder;
    this.#condition = condition;
  }

  update(at: number): void {
    let firstGain = Infinity;
    let lastLoss = -Infinity;
    for (const key of this.#binder.counters.keys()) {
      this.#slot.key = key;
      const condition = this.#condition;
      condition.update(at);
      if (!condition.holds) firstGain = Math.min(firstGain, condition.until);
      else lastLoss = Math.max(lastLoss, condition.until);
      if (lastLoss === Infinity) break;
    }
    this.#slot.key = undefined;
    this.holds = lastLoss !== -Infinity;
    this.until = this.holds ? lastLoss : firstGain;
    this.#binder.sweep(at);
  }
}
