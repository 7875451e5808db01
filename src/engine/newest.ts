import type { Comparator } from "../model/predicate.ts";

/** The instants of the newest `capacity` events of a count, whatever the order in which they come.
 *  INVARIANT: the `size` instants from `first` on, wrapping, ascend. State is at most `capacity` numbers, because no
 *  comparison with n looks beyond the (n + 1)-th newest event. */
export class NewestTimes {
  readonly #capacity: number;
  #times: Float64Array;
  #first = 0;
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#times = new Float64Array(Math.min(capacity, 4));
  }

  /** How many instants are kept. */
  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#first = 0;
    this.#size = 0;
  }

  /** The instant of the `rank`-th newest event, 1 for the newest, or -Infinity if there are fewer. */
  newest(rank: number): number {
    if (rank > this.#size) return -Infinity;
    return this.#times[(this.#first + this.#size - rank) % this.#times.length]!;
  }

  /** Puts an instant in its place; the oldest one goes if there is no room. */
  add(at: number): void {
    if (this.#size === this.#times.length && this.#size < this.#capacity) this.#grow();
    const times = this.#times;
    const length = times.length;
    if (this.#size === length) {
      if (at <= times[this.#first]!) return; // as old as the oldest of enough: it can never be looked at
      this.#first = (this.#first + 1) % length;
      this.#size -= 1;
    }
    let place = this.#size;
    while (place > 0 && times[(this.#first + place - 1) % length]! > at) {
      times[(this.#first + place) % length] = times[(this.#first + place - 1) % length]!;
      place -= 1;
    }
    times[(this.#first + place) % length] = at;
    this.#size += 1;
  }

  #grow(): void {
    const times = new Float64Array(Math.min(this.#capacity, this.#times.length * 2));
    for (let index = 0; index < this.#size; index++) {
      times[index] = this.#times[(this.#first + index) % this.#times.length]!;
    }
    this.#times = times;
    this.#first = 0;
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
