import type { Event } from "../../model/event.ts";
import { Leaf } from "../live.ts";
import type { Sink } from "../routes.ts";
import { scaled } from "./exact-sum.ts";
import { Peaks } from "./peaks.ts";
import type { WindowStart } from "./window-start.ts";

/** What is asked of an extreme: of which property, 1 for the largest and -1 for the smallest, and what it must be. */
export interface ExtremeAsked {
  readonly property: string;
  readonly sign: 1 | -1;
  test(found: number): boolean;
}

/** `maximum of price over orders >= 100 in last 30d`, `minimum of …`. State: of the events that the window may still
 *  hold, those after which no larger (smaller) value came; for `ever`, one. */
export class ExtremeLeaf extends Leaf implements Sink {
  readonly #asked: ExtremeAsked;
  readonly #window: WindowStart;
  readonly #peaks = new Peaks();

  constructor(asked: ExtremeAsked, window: WindowStart) {
    super();
    this.#asked = asked;
    this.#window = window;
  }

  count(event: Event, now: number): boolean {
    const amount = scaled(event.properties[this.#asked.property]);
    const keepFrom = this.#window.keepFrom(now);
    if (amount === undefined || event.at < keepFrom) return false;
    this.#peaks.forgetBefore(keepFrom);
    if (this.#window.forgets) this.#peaks.offer(event.at, 0, amount * this.#asked.sign);
    else this.#peaks.offerForGood(amount * this.#asked.sign);
    this.until = -Infinity;
    return true;
  }

  update(at: number): void {
    if (at < this.until) return;
    const window = this.#window;
    window.update(at);
    const { times, things } = this.#peaks;
    const index = this.#peaks.indexFrom(window.from);
    const peak = things[index];
    this.holds = peak !== undefined && this.#asked.test(peak * this.#asked.sign);
    const leaves = peak === undefined ? Infinity : window.leaves(times[index]!);
    this.until = this.#peaks.size === 0 ? Infinity : Math.min(leaves, window.returns);
  }

  override reset(): void {
    this.#peaks.clear();
    super.reset();
  }
}
