/** The newest `capacity` of instants, whatever the order in which they come.
 *  INVARIANT: the `size` instants from `first` on, wrapping, ascend. */
export class Ring {
  readonly #capacity: number;
  /** Its length is a power of two, so that wrapping is a mask and no division. */
  #times: number[];
  #mask: number;
  #first = 0;
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#times = emptyTimes(Math.min(powerOfTwoFrom(capacity), 4));
    this.#mask = this.#times.length - 1;
  }

  clear(): void {
    this.#first = 0;
    this.#size = 0;
  }

  /** The `rank`-th newest, 1 for the newest, or -Infinity if there are fewer. */
  newest(rank: number): number {
    if (rank > this.#size) return -Infinity;
    return this.#times[(this.#first + this.#size - rank) & this.#mask]!;
  }

  /** Puts an instant in its place; the oldest one goes if there is no room. */
  add(at: number): void {
    if (this.#size === this.#capacity) {
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
    const times = emptyTimes(this.#times.length * 2);
    for (let index = 0; index < this.#size; index++) {
      times[index] = this.#times[(this.#first + index) & this.#mask]!;
    }
    this.#times = times;
    this.#mask = times.length - 1;
    this.#first = 0;
  }
}

/** Plain numbers: reading them costs half as much as reading a typed array. */
function emptyTimes(length: number): number[] {
  return Array.from({ length }, () => -Infinity);
}

function powerOfTwoFrom(count: number): number {
  return 2 ** Math.ceil(Math.log2(count));
}
