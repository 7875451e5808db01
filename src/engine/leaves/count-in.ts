import type { Event } from "../../model/event.ts";
import { Leaf } from "../live.ts";
import { NewestTimes, type Range } from "../newest.ts";
import type { Sink } from "../routes.ts";
import type { WindowStart } from "./window-start.ts";

/** `cart_views >= 2 today`, `… in session`, `… since entry`: a count over a window whose beginning moves by itself. State:
 *  the instants of the newest events, one more than the number asked for; which of them lie in the window is looked up. */
export class CountIn extends Leaf implements Sink {
  readonly #range: Range;
  readonly #window: WindowStart;
  readonly #times: NewestTimes;

  constructor(range: Range, window: WindowStart) {
    super();
    this.#range = range;
    this.#window = window;
    this.#times = new NewestTimes(
      Math.max(1, range.upper === Infinity ? range.lower : range.upper),
    );
  }

  count(event: Event): boolean {
    this.#times.add(event.at);
    this.until = -Infinity;
    return true;
  }

  isFull(): boolean {
    return this.#times.isFull;
  }

  /** Whether nothing that was counted can ever be looked at again. */
  isEmptyAt(at: number): boolean {
    return this.#times.newest(1) < this.#window.keepFrom(at);
  }

  /** Looks the window up each time: it may have moved though nothing was counted. */
  update(at: number): void {
    const window = this.#window;
    window.update(at);
    const { from, returns } = window;
    const { lower, upper, negated } = this.#range;
    const tooMany = this.#times.newest(upper);
    const enough = lower === 0 ? Infinity : this.#times.newest(lower);
    if (tooMany >= from) {
      this.holds = negated;
      this.until = Math.min(window.leaves(tooMany), returns);
    } else if (enough >= from) {
      this.holds = !negated;
      this.until = lower === 0 ? returns : Math.min(window.leaves(enough), returns);
    } else {
      this.holds = negated;
      this.until = returns;
    }
  }

  override reset(): void {
    this.#times.clear();
    super.reset();
  }
}
