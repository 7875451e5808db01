import type { Event } from "../model/event.ts";
import { Leaf } from "./live.ts";
import { NewestTimes, type Range } from "./newest.ts";

/** `cart_views >= 2 in last 48h` for one profile: true while the newest events that matter lie in `(at - window, at]`.
 *  An event exactly `window` old has just left, so the truth turns at `event + window` and not before. */
export class WindowCounter extends Leaf {
  readonly #times: NewestTimes;
  readonly #lower: number;
  readonly #upper: number;
  readonly #negated: boolean;
  readonly #window: number;
  /** How many of its bounds the count had reached at the last update: 0, 1 or 2. */
  #level = 0;

  /** `window` is in milliseconds, Infinity for all that was seen. */
  constructor({ lower, upper, negated }: Range, window: number) {
    super();
    this.#lower = lower;
    this.#upper = upper;
    this.#negated = negated;
    this.#window = window;
    this.#times = new NewestTimes(Math.max(1, upper === Infinity ? lower : upper));
  }

  /** Counts an event that has happened; whether the truth as of `now` may have changed by it. One more event moves the
   *  turns only back, and `until` may be too early. */
  count(event: Event, now: number): boolean {
    this.#times.add(event.at);
    const { truth } = this;
    if (now < truth.until && this.#levelAt(now) === this.#level) return false;
    truth.until = -Infinity;
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
    const { truth } = this;
    if (at < truth.until) return;
    const level = this.#levelAt(at);
    this.#level = level;
    truth.holds = (level === 1) !== this.#negated;
    truth.until = level === 0 ? Infinity : level === 1 ? this.#enoughUntil() : this.#tooManyUntil();
  }

  #levelAt(at: number): number {
    if (this.#upper !== Infinity && this.#tooManyUntil() > at) return 2;
    return this.#enoughUntil() > at ? 1 : 0;
  }

  /** When the count falls below its lower bound if nothing is added; -Infinity if it never reached it. */
  #enoughUntil(): number {
    return this.#lower === 0 ? Infinity : this.#times.newest(this.#lower) + this.#window;
  }

  /** The same for the upper bound. */
  #tooManyUntil(): number {
    return this.#times.newest(this.#upper) + this.#window;
  }

  override reset(): void {
    this.#times.clear();
    super.reset();
  }
}
