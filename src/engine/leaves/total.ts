import type { Event } from "../../model/event.ts";
import { Leaf } from "../live.ts";
import type { Sink } from "../routes.ts";
import { ExactSum, scaled } from "./exact-sum.ts";
import type { WindowStart } from "./window-start.ts";
import { type Inside, Windowed } from "./windowed.ts";

/** What a total asks: of which property, and what a sum over so many events must be. */
export interface TotalAsked {
  readonly property: string;
  test(sum: ExactSum, count: number): boolean;
}

/** `sum of revenue over orders >= 100 in last 30d`, `average of …`: an exact sum in ten-thousandths; the average is
 *  compared without being divided. State: a number and an instant per event that the window may still hold. */
export class TotalLeaf extends Leaf implements Sink, Inside<number> {
  readonly #asked: TotalAsked;
  readonly #amounts: Windowed<number>;
  readonly #sum = new ExactSum();
  #count = 0;

  constructor(asked: TotalAsked, window: WindowStart) {
    super();
    this.#asked = asked;
    this.#amounts = new Windowed(window, this);
  }

  count(event: Event, now: number): boolean {
    const amount = scaled(event.properties[this.#asked.property]);
    if (amount === undefined || !this.#amounts.put(event.at, amount, now)) return false;
    this.until = -Infinity;
    return true;
  }

  enters(amount: number): void {
    this.#sum.add(amount);
    this.#count += 1;
  }

  leaves(amount: number): void {
    this.#sum.subtract(amount);
    this.#count -= 1;
  }

  update(at: number): void {
    if (at < this.until) return;
    this.until = this.#amounts.moveTo(at);
    this.holds = this.#asked.test(this.#sum, this.#count);
  }

  override reset(): void {
    this.#amounts.clear();
    this.#sum.clear();
    this.#count = 0;
    super.reset();
  }
}
