import type { Event } from "../model/event.ts";
import { Leaf, type Live } from "./live.ts";

/** What a binding ranges over: text, numbers and booleans; lists and objects bind nothing. */
export type Key = string | number | boolean;

/** A binding: the event property that it ranges over, and the value that it has at the moment, while its conditions are
 *  looked at one value after the other. */
export class Scope {
  readonly property: string;
  key: Key | undefined;
  /** The values of which something was counted since the last look, or all of them. */
  readonly changedKeys = new Set<Key>();
  isAllChanged = true;
  /** While it is compiled: the counts in it by what they count; what may be true of one value and false of another; and
   *  what the truth of the whole depends on. */
  readonly counters = new Map<string, CounterPerKey>();
  readonly within: Live[] = [];
  readonly heard: Live[] = [];

  constructor(property: string) {
    this.property = property;
  }

  /** Turns to another value: what was found for the one before is void. */
  turnTo(key: Key | undefined): void {
    this.key = key;
    for (const { truth } of this.within) truth.until = -Infinity;
  }

  /** Says that the truth for all values is void. */
  changeAll(): void {
    this.changedKeys.clear();
    this.isAllChanged = true;
  }
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
  readonly #scope: Scope;
  readonly #newCounter: () => KeyCounter;
  readonly #none: KeyCounter;
  readonly #pool: KeyCounter[] = [];
  #sweepAt = 32;

  constructor(scope: Scope, newCounter: () => KeyCounter) {
    super();
    this.#scope = scope;
    this.#newCounter = newCounter;
    this.#none = newCounter();
  }

  /** Counts an event under the value that it carries; whether the truth for that value may have changed by it. */
  count(event: Event, now: number): boolean {
    const value = event.properties[this.#scope.property];
    if (value === undefined || value === null || typeof value === "object") return false;
    let counter = this.counters.get(value);
    if (counter === undefined) {
      this.#sweep(now);
      counter = this.#pool.pop() ?? this.#newCounter();
      counter.reset();
      this.counters.set(value, counter);
    }
    if (!counter.count(event, now)) return false;
    this.#scope.changedKeys.add(value);
    return true;
  }

  /** Forgets values that cannot be looked at again, now and then. */
  #sweep(at: number): void {
    if (this.counters.size < this.#sweepAt) return;
    for (const [key, counter] of this.counters) {
      if (!counter.isEmptyAt(at)) continue;
      this.counters.delete(key);
      this.#pool.push(counter);
    }
    this.#sweepAt = Math.max(32, 2 * this.counters.size);
    this.#scope.changeAll();
  }

  /** The truth for the value that the binding has at the moment. */
  update(at: number): void {
    const { key } = this.#scope;
    const counter = key === undefined ? this.#none : (this.counters.get(key) ?? this.#none);
    counter.update(at);
    this.holds = counter.holds;
    this.until = counter.until;
  }

  override reset(): void {
    for (const counter of this.counters.values()) this.#pool.push(counter);
    this.counters.clear();
    this.#scope.changeAll();
    super.reset();
  }
}
