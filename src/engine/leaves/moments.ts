/** What one condition each remembers of a profile, and how it tells its truth: one file per construct. */

/** How many forgotten entries may lie about before they are cleared away. */
const LITTER = 64;

/** Instants in ascending order, whatever the order in which they come; the oldest are forgotten as time passes.
 *  INVARIANT: `times` ascend from the index `first` on; what stands before it is forgotten. */
export class Moments {
  readonly times: number[] = [];
  first = 0;

  /** How many there are. */
  get size(): number {
    return this.times.length - this.first;
  }

  /** The newest, or -Infinity. */
  get newest(): number {
    return this.size === 0 ? -Infinity : this.times[this.times.length - 1]!;
  }

  /** The oldest, or Infinity. */
  get oldest(): number {
    return this.size === 0 ? Infinity : this.times[this.first]!;
  }

  /** Puts an instant after those that are not later; returns its index. */
  add(at: number): number {
    if (at >= this.newest) return this.times.push(at) - 1;
    const place = this.indexFrom(at + 1);
    this.times.splice(place, 0, at);
    return place;
  }

  /** The index of the first instant that is not before `at`. */
  indexFrom(at: number): number {
    let low = this.first;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The newest instant before `at`, or -Infinity. */
  newestBefore(at: number): number {
    const index = this.indexFrom(at);
    return index === this.first ? -Infinity : this.times[index - 1]!;
  }

  /** Forgets the oldest. */
  forgetOldest(): void {
    this.first += 1;
    if (this.first < LITTER || this.first * 2 < this.times.length) return;
    this.clearAway(this.first);
    this.first = 0;
  }

  /** Forgets what lies before `at`. */
  forgetBefore(at: number): void {
    while (this.oldest < at) this.forgetOldest();
  }

  clear(): void {
    this.times.length = 0;
    this.first = 0;
  }

  protected clearAway(count: number): void {
    this.times.splice(0, count);
  }
}

/** Moments at which something happened. */
export class Dated<Thing> extends Moments {
  readonly things: Thing[] = [];

  /** Puts a thing after those that are not later. */
  put(at: number, thing: Thing): void {
    const place = this.add(at);
    if (place === this.things.length) this.things.push(thing);
    else this.things.splice(place, 0, thing);
  }

  override clear(): void {
    super.clear();
    this.things.length = 0;
  }

  protected override clearAway(count: number): void {
    super.clearAway(count);
    this.things.splice(0, count);
  }
}
