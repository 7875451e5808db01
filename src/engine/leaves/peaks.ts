import { Dated } from "./moments.ts";

/** The largest of numbers from any instant on: of numbers in the order of `(at, sequence)`, those after which no number
 *  came that is as large. INVARIANT: from `first` on, numbers descend. */
export class Peaks extends Dated<number> {
  readonly #sequences: number[] = [];

  /** Puts a number in its place, of equals after those that were there; drops what it outdoes. */
  offer(at: number, sequence: number, value: number): void {
    const { times, things } = this;
    let place = times.length;
    while (place > this.first && this.#isAfter(place - 1, at, sequence)) place -= 1;
    if (things[place]! >= value) return; // also the largest of those that come after it
    let start = place;
    while (start > this.first && things[start - 1]! <= value) start -= 1;
    times.splice(start, place - start, at);
    things.splice(start, place - start, value);
    this.#sequences.splice(start, place - start, sequence);
  }

  /** Keeps the largest number alone, as if all had come at once. */
  offerForGood(value: number): void {
    const largest = Math.max(value, this.things[this.first] ?? value);
    this.clear();
    this.offer(0, 0, largest);
  }

  /** Forgets what does not come after `(at, sequence)`. */
  forgetUpTo(at: number, sequence: number): void {
    while (this.size > 0 && !this.#isAfter(this.first, at, sequence)) this.forgetOldest();
  }

  override clear(): void {
    super.clear();
    this.#sequences.length = 0;
  }

  protected override clearAway(count: number): void {
    super.clearAway(count);
    this.#sequences.splice(0, count);
  }

  #isAfter(index: number, at: number, sequence: number): boolean {
    const time = this.times[index]!;
    return time > at || (time === at && this.#sequences[index]! > sequence);
  }
}
