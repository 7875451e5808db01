import type { Comparator } from "../model/predicate.ts";

/** The instants of the newest `capacity` events of a count, whatever the order in which they come.
 *  INVARIANT: the `size` instants from `first` on, wrapping, ascend. State is at most `capacity` numbers, because no
 *  comparison with n looks beyond the (n + 1)-th newest event. */
export class NewestTimes {
  readonly #capacity: number;
  /** A ring: its length is a power of two, so that wrapping is a mask and no division. */
  #times: Float64Array;
  #mask: number;
  #first = 0;
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#times = new Float64Array(Math.min(powerOfTwoFrom(capacity), 4));
    this.#mask = this.#times.length - 1;
  }

  clear(): void {
    this.#first = 0;
    this.#size = 0;
  }

  /** Whether there are `capacity` instants. */
  get isFull(): boolean {
    return this.#size === this.#capacity;
  }

  /** The instant of the `rank`-th newest event, 1 for the newest, or -Infinity if there are fewer. */
  newest(rank: number): number {
    if (rank > this.#size) return -Infinity;
    return this.#times[(this.#first + this.#size - rank) & this.#mask]!;
  }

  /** Puts an instant in its place; the oldest one goes if there is no room. */
  add(at: number): void {
    if (this.isFull) {
      if (at <= this.#times[this.#first]!) return; // as old as the oldest of enough: it can never be looked at
      this.#first = (this.#first + 1) & this.#mask;
      this.#size -= 1;
    } else if (this.#size === this.#times.length) this.#grow();
    const times = this.#times;
    const mask = this.#mask;
    let place = this.#first + this.#size;
    while (place > this.#first && times[(place - 1) & mask]! > at) {
      times[place & mask] = times[(place - 1) & mask]!;
      place -= 1;
    }
    times[place & mask] = at;
    this.#size += 1;
  }

  #grow(): void {
    const times = new Float64Array(this.#times.length * 2);
    for (let index = 0; index < this.#size; index++) {
      times[index] = this.#times[(this.#first + index) & this.#mask]!;
    }
    this.#times = times;
    this.#mask = times.length - 1;
    this.#first = 0;
  }
}

function powerOfTwoFrom(count: number): number {
  return 2 ** Math.ceil(Math.log2(count));
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
