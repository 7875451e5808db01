import type { Event } from "../../model/event.ts";
import type { Key } from "../binding.ts";
import { Leaf } from "../live.ts";
import type { Sink } from "../routes.ts";
import type { WindowStart } from "./window-start.ts";
import { type Inside, Windowed } from "./windowed.ts";

/** What is asked of different values: of which property, and how many they must be. */
export interface DistinctAsked {
  readonly property: string;
  test(found: number): boolean;
}

/** `distinct product_id over product_views >= 3 in last 48h`: how many different texts, numbers and booleans. State: a
 *  value and an instant per event that the window may still hold, and a number per value; for `ever`, the values. */
export class DistinctLeaf extends Leaf implements Sink, Inside<Key> {
  readonly #asked: DistinctAsked;
  readonly #values: Windowed<Key>;
  readonly #counts = new Map<Key, number>();

  constructor(asked: DistinctAsked, window: WindowStart) {
    super();
    this.#asked = asked;
    this.#values = new Windowed(window, this);
  }

  count(event: Event, now: number): boolean {
    const value = event.properties[this.#asked.property];
    if (value === undefined || value === null || typeof value === "object") return false;
    if (!this.#values.put(event.at, value, now)) return false;
    this.until = -Infinity;
    return true;
  }

  enters(value: Key): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  leaves(value: Key): void {
    const rest = this.#counts.get(value)! - 1;
    if (rest === 0) this.#counts.delete(value);
    else this.#counts.set(value, rest);
  }

  update(at: number): void {
    if (at < this.until) return;
    this.until = this.#values.moveTo(at);
    this.holds = this.#asked.test(this.#counts.size);
  }

  override reset(): void {
    this.#values.clear();
    this.#counts.clear();
    super.reset();
  }
}
