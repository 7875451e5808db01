import type { Event } from "../../model/event.ts";
import { Leaf } from "../live.ts";
import type { Sink } from "../routes.ts";
import { Latest } from "./latest.ts";

/** `propensity fresher than 24h`: true for `length` after the newest update that says something of the attribute, unless
 *  that took it away. State: that update's instant. */
export class FreshLeaf extends Leaf implements Sink {
  readonly #attribute: string;
  readonly #length: number;
  readonly #latest = new Latest();
  #isGone = true;

  constructor(attribute: string, length: number) {
    super();
    this.#attribute = attribute;
    this.#length = length;
  }

  count(event: Event): boolean {
    const value = event.properties[this.#attribute];
    if (value === undefined || !this.#latest.accepts(event)) return false;
    this.#isGone = value === null;
    this.until = -Infinity;
    return true;
  }

  update(at: number): void {
    const ends = this.#latest.at + this.#length;
    this.holds = !this.#isGone && at < ends;
    this.until = this.holds ? ends : Infinity;
  }

  override reset(): void {
    this.#latest.reset();
    this.#isGone = true;
    super.reset();
  }
}
