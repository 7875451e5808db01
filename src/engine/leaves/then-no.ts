import { Moments } from "./moments.ts";
import { SequenceLeaf } from "./sequence.ts";

/** `adds then no orders within 1h in last 48h`: true while a first is old enough, still in the window, and not before a
 *  second. State: the firsts since the newest second that are too young yet, and the newest that is old enough. */
export class ThenNoLeaf extends SequenceLeaf {
  readonly #firsts = new Moments();
  /** The newest second. */
  #second = -Infinity;

  protected takeFirst(at: number, now: number): boolean {
    if (at < this.#second) return false;
    this.#firsts.add(at);
    this.#forget(now);
    return true;
  }

  protected takeSecond(at: number): boolean {
    const { size } = this.#firsts;
    this.#second = Math.max(this.#second, at);
    this.#firsts.forgetBefore(at);
    return this.#firsts.size !== size;
  }

  update(at: number): void {
    this.#forget(at);
    const { within, window } = this.asked;
    const begins = this.#firsts.oldest + within;
    const ends = this.#firsts.oldest + window;
    this.holds = begins <= at && at < ends;
    if (at < begins) this.until = begins;
    else this.until = this.holds ? ends : this.#younger() + within;
  }

  override reset(): void {
    this.#firsts.clear();
    this.#second = -Infinity;
    super.reset();
  }

  /** The first after the oldest, or Infinity. */
  #younger(): number {
    return this.#firsts.times[this.#firsts.first + 1] ?? Infinity;
  }

  /** Forgets a first that is old enough once a newer one is: that one stays longer. */
  #forget(now: number): void {
    while (this.#younger() + this.asked.within <= now) this.#firsts.forgetOldest();
  }
}
