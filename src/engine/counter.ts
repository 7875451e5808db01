import type { Event } from "../model/event.ts";
import { Leaf } from "./live.ts";
import { NewestTimes, type Range } from "./newest.ts";

/** `cart_views >= 2 in last 48h` for one profile: true while the newest events that matter lie in `(at - window, at]`.
 *  An event exactly `window` old has just left, so the truth turns at `event + window` and not before. */
export class WindowCounter extends Leaf {
  readonly #times: NewestTimes;
  readonly #range: Range;
  readonly #window: number;
  /** Whether the count had passed its last bound at the last update. */
  #isPastBounds = false;

  /** `window` is in milliseconds, Infinity for all that was seen. */
  constructor(range: Range, window: number) {
    super();
    this.#range = range;
    this.#window = window;
    this.#times = new NewestTimes(
      Math.max(1, range.upper === Infinity ? range.lower : range.upper),
    );
  }

  /** Counts an event that has happened; whether the truth as of `now` may have changed by it. */
  count(event: Event, now: number): boolean {
    this.#times.add(event.at);
    // One more event cannot change a count that has passed the last bound, and `until` may be too early.
    if (this.#isPastBounds && now < this.until) return false;
    this.until = -Infinity;
    return true;
  }

  isFull(): boolean {
    return this.#times.isFull;
  }

  /** Whether nothing that was counted can ever be looked at again. */
  isEmptyAt(at: number): boolean {
    return this.#times.newest(1) + this.#window <= at;
  }

  update(at: number): void {
    if (at < this.until) return;
    const { lower, upper, negated } = this.#range;
    // The instants at which the count falls below `upper` and below `lower`; -Infinity if it never reached them.
    const tooMany = this.#times.newest(upper) + this.#window;
    const enough = lower === 0 ? Infinity : this.#times.newest(lower) + this.#window;
    this.#isPastBounds = tooMany > at || (enough > at && upper === Infinity);
    if (tooMany > at) {
      this.holds = negated;
      this.until = tooMany;
    } else if (enough > at) {
      this.holds = !negated;
      this.until = enough;
    } else {
      this.holds = negated;
      this.until = Infinity;
    }
  }

  override reset(): void {
    this.#times.clear();
    super.reset();
  }
}
