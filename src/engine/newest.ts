import type { Comparator } from "../model/predicate.ts";
import { Ring } from "./ring.ts";

/** The instants of the newest `capacity` events of a count, whatever the order in which they come. State is at most
 *  `capacity` numbers, because no comparison with n looks beyond the (n + 1)-th newest event. The newest two, which are
 *  all that most rules ask for, are at hand; the rest are in a ring. */
export class NewestTimes {
  readonly #capacity: number;
  #first = -Infinity;
  #second = -Infinity;
  readonly #older: Ring | undefined;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#older = capacity > 2 ? new Ring(capacity - 2) : undefined;
  }

  clear(): void {
    this.#first = -Infinity;
    this.#second = -Infinity;
    this.#older?.clear();
  }

  /** Whether there are `capacity` instants. */
  get isFull(): boolean {
    return this.newest(this.#capacity) > -Infinity;
  }

  /** The instant of the `rank`-th newest event, 1 for the newest, or -Infinity if there are fewer. */
  newest(rank: number): number {
    if (rank === 1) return this.#first;
    if (rank === 2) return this.#second;
    return this.#older === undefined ? -Infinity : this.#older.newest(rank - 2);
  }

  /** Puts an instant in its place; the oldest one goes if there is no room. */
  add(at: number): void {
    let third = at;
    if (at >= this.#first) {
      third = this.#second;
      this.#second = this.#first;
      this.#first = at;
    } else if (at > this.#second) {
      third = this.#second;
      this.#second = at;
    }
    if (this.#older !== undefined && third > -Infinity) this.#older.add(third);
  }
}

/** What a comparison with a whole number asks of a count: `at least lower`, and not `at least upper`, or the opposite.
 *  `lower` 0 always holds; `upper` Infinity never does. */
export interface Range {
  readonly lower: number;
  readonly upper: number;
  readonly negated: boolean;
}

/** The range of counts that satisfy a comparison. */
export function rangeOf(comparator: Comparator, number: number): Range {
  switch (comparator) {
    case ">=":
      return { lower: number, upper: Infinity, negated: false };
    case ">":
      return { lower: number + 1, upper: Infinity, negated: false };
    case "<":
      return { lower: number, upper: Infinity, negated: true };
    case "<=":
      return { lower: number + 1, upper: Infinity, negated: true };
    case "=":
      return { lower: number, upper: number + 1, negated: false };
    case "!=":
      return { lower: number, upper: number + 1, negated: true };
  }
}
