import type { Instant } from "../../time/instant.ts";

/** The instants of a run that are still to come, each once; what the run itself makes can add some. */
export class Agenda {
  /** The latest first. */
  #coming: Instant[] = [];
  #last = -Infinity;
  readonly #end: Instant;

  constructor(end: Instant) {
    this.#end = end;
  }

  /** Adds instants; those that are past or beyond the end do not count. */
  add(instants: readonly Instant[]): void {
    const all = new Set([...this.#coming, ...instants]);
    const coming = [...all].filter((each) => this.#last < each && each <= this.#end);
    this.#coming = coming.toSorted((a, b) => b - a);
  }

  /** The earliest that is left, which is then past. */
  next(): Instant | undefined {
    const next = this.#coming.pop();
    if (next !== undefined) this.#last = next;
    return next;
  }
}
