import type { Leaf } from "../live.ts";

/** Where the window of a condition begins, as time passes; it ends at the instant that is looked at. */
export interface WindowStart {
  /** The first instant in the window as of the last `update`; Infinity if the window is empty. */
  readonly from: number;
  /** The earliest instant at which, without an event, something before the window may come into it. */
  readonly returns: number;
  /** Whether something in the window can leave it. */
  readonly forgets: boolean;
  /** Brings `from` up to date. Instants never go back between two resets. */
  update(at: number): void;
  /** The earliest instant at which, without an event, what happened at `time` and is in the window may leave it. */
  leaves(time: number): number;
  /** What happened before this instant lies in no window from `at` on. */
  keepFrom(at: number): number;
  /** Forgets the profile. */
  reset(): void;
}

/** `in last 48h`: `(at - length, at]`. */
export class Trailing implements WindowStart {
  from = -Infinity;
  readonly returns = Infinity;
  readonly forgets = true;
  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
  }

  update(at: number): void {
    this.from = this.keepFrom(at);
  }

  leaves(time: number): number {
    return time + this.#length;
  }

  keepFrom(at: number): number {
    return at - this.#length + 1;
  }

  reset(): void {
    this.from = -Infinity;
  }
}

/** `ever`: all that was seen of the profile. */
export class Always implements WindowStart {
  readonly from = -Infinity;
  readonly returns = Infinity;
  readonly forgets = false;

  update(): void {}

  leaves(): number {
    return Infinity;
  }

  keepFrom(): number {
    return -Infinity;
  }

  reset(): void {}
}

/** The instant that a `since` looks back to: the beginning of a membership, or a send. */
export class Anchor {
  #at = -Infinity;
  readonly #watching: Leaf[] = [];

  get at(): number {
    return this.#at;
  }

  /** Has a condition doubted whenever the anchor moves. */
  watch(leaf: Leaf): void {
    this.#watching.push(leaf);
  }

  moveTo(at: number): void {
    if (at === this.#at) return;
    this.#at = at;
    for (const leaf of this.#watching) leaf.truth.doubt();
  }
}

/** `since entry`, `since send`: `(anchor, at]`. */
export class Since implements WindowStart {
  from = Infinity;
  readonly returns = Infinity;
  readonly forgets = true;
  readonly #anchor: Anchor;
  readonly #kind: "entry" | "send";

  constructor(kind: "entry" | "send", anchor: Anchor) {
    this.#kind = kind;
    this.#anchor = anchor;
  }

  update(): void {
    this.from = this.#anchor.at + 1;
  }

  leaves(): number {
    return Infinity;
  }

  /** Entries come one after the other; sends are looked back to in any order. */
  keepFrom(): number {
    return this.#kind === "entry" ? this.#anchor.at + 1 : -Infinity;
  }

  reset(): void {
    this.from = Infinity;
  }
}
