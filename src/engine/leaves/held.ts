import type { Event } from "../../model/event.ts";
import { Leaf } from "../live.ts";
import type { Sink } from "../routes.ts";
import { Verdicts } from "./verdicts.ts";

/** What an event says of a state: whether it passes the test from then on; `undefined` if nothing. */
export type Stated = (event: Event) => boolean | undefined;

/** A state that is to pass a test for a while. */
export interface HeldAsked {
  readonly length: number;
  readonly stated: Stated;
  /** What is said of the state that it falls back on as long as nothing was said of itself. */
  readonly fallBack?: Stated | undefined;
  /** Whether the state passed before anything was said. */
  passesBeforehand(): boolean;
}

/** `device = mobile for 30min`: true once the state has passed the test for so long. State: a verdict for each instant of
 *  the last `length` at which the state was stated, and the one before. */
export class HeldLeaf extends Leaf implements Sink {
  readonly #asked: HeldAsked;
  readonly #verdicts = new Verdicts();

  constructor(asked: HeldAsked) {
    super();
    this.#asked = asked;
  }

  count(event: Event, now: number): boolean {
    const verdicts = this.#verdicts;
    const longAgo = now - this.#asked.length;
    const since = Math.max(verdicts.since, longAgo);
    const fallBack = this.#asked.fallBack?.(event);
    if (fallBack !== undefined) verdicts.fallBack(event.at, event.sequence, fallBack);
    const stated = this.#asked.stated(event);
    if (stated !== undefined) verdicts.state(event.at, event.sequence, stated);
    verdicts.forgetUpTo(longAgo);
    if (Math.max(verdicts.since, longAgo) === since) return false;
    this.until = -Infinity;
    return true;
  }

  update(at: number): void {
    if (at < this.until) return;
    const begins = this.#verdicts.since + this.#asked.length;
    this.holds = begins <= at;
    this.until = this.holds ? Infinity : begins;
  }

  override reset(): void {
    this.#verdicts.begin(this.#asked.passesBeforehand());
    super.reset();
  }
}
