import { Dated } from "./moments.ts";
import type { WindowStart } from "./window-start.ts";

/** Who hears what comes into a window and what leaves it. */
export interface Inside<Thing> {
  enters(thing: Thing): void;
  leaves(thing: Thing): void;
}

/** Things that happened, and which of them lie in a window as it moves. In order they are appended, late ones put in
 *  their place; each enters and leaves once, unless the window goes back. State: the things that the window may still
 *  hold; for `ever`, none. */
export class Windowed<Thing> {
  readonly #window: WindowStart;
  readonly #inside: Inside<Thing>;
  readonly #kept = new Dated<Thing>();
  /** How many of the newest are in the window, and where it began at the last look. */
  #count = 0;
  #from = -Infinity;

  constructor(window: WindowStart, inside: Inside<Thing>) {
    this.#window = window;
    this.#inside = inside;
  }

  /** Takes a thing that has happened; whether it can matter as of `now`. */
  put(at: number, thing: Thing, now: number): boolean {
    if (!this.#window.forgets) {
      this.#inside.enters(thing);
      return true;
    }
    const keepFrom = this.#window.keepFrom(now);
    this.#forgetBefore(keepFrom);
    if (at < keepFrom) return false;
    this.#kept.put(at, thing);
    if (at >= this.#from) this.#enter(thing);
    return true;
  }

  /** Brings what is inside up to date, and returns the earliest instant at which that may change without an event. */
  moveTo(at: number): number {
    const window = this.#window;
    window.update(at);
    const { from } = window;
    const kept = this.#kept;
    if (kept.size === 0) return Infinity;
    this.#from = from;
    while (this.#edge(0) < from) this.#leave();
    while (this.#edge(1) >= from) this.#enter(kept.things[kept.things.length - this.#count - 1]!);
    const leaves = this.#count === 0 ? Infinity : window.leaves(this.#edge(0));
    return Math.min(leaves, window.returns);
  }

  clear(): void {
    this.#kept.clear();
    this.#count = 0;
    this.#from = -Infinity;
  }

  /** When the oldest thing inside happened, or the one so many before it; no number if there is none. */
  #edge(before: number): number {
    const { times } = this.#kept;
    return times[times.length - this.#count - before]!;
  }

  #enter(thing: Thing): void {
    this.#count += 1;
    this.#inside.enters(thing);
  }

  #leave(): void {
    const { things } = this.#kept;
    this.#inside.leaves(things[things.length - this.#count]!);
    this.#count -= 1;
  }

  #forgetBefore(at: number): void {
    const kept = this.#kept;
    while (kept.oldest < at) {
      if (this.#count === kept.size) this.#leave();
      kept.forgetOldest();
    }
  }
}
