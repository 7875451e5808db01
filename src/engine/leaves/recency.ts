import type { Event } from "../../model/event.ts";
import { Leaf } from "../live.ts";
import type { Sink } from "../routes.ts";

/** What is asked of the newest or the oldest event: whether it is younger than so much, or at least so old. */
export interface RecencyAsked {
  readonly which: "first" | "last";
  readonly relation: "within" | "before";
  readonly length: number;
}

/** `last orders within 7d`, `first orders more than 30d ago`. State: one instant. */
export class RecencyLeaf extends Leaf implements Sink {
  readonly #asked: RecencyAsked;
  #at: number | undefined;

  constructor(asked: RecencyAsked) {
    super();
    this.#asked = asked;
  }

  count({ at }: Event): boolean {
    const known = this.#at ?? at;
    const found = this.#asked.which === "first" ? Math.min(known, at) : Math.max(known, at);
    if (found === this.#at) return false;
    this.#at = found;
    this.until = -Infinity;
    return true;
  }

  update(at: number): void {
    const { relation, length } = this.#asked;
    const turn = this.#at === undefined ? Infinity : this.#at + length;
    const isYoung = at < turn;
    this.holds = this.#at !== undefined && isYoung === (relation === "within");
    this.until = isYoung ? turn : Infinity;
  }

  override reset(): void {
    this.#at = undefined;
    super.reset();
  }
}
