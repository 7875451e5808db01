import type { Value } from "../model/event.ts";
import type { CompiledTest } from "./passes.ts";
import { Leaf } from "./live.ts";

/** The newest of something that events say of a profile: its device, its country, its plan. */
export class NewestValue {
  value: Value | undefined;
  #at = -Infinity;
  #sequence = -Infinity;

  /** Takes what an event says unless a newer event has spoken; of equals the later arrival counts. Returns whether the
   *  value may have changed. */
  offer(value: Value | undefined, at: number, sequence: number): boolean {
    if (at < this.#at || (at === this.#at && sequence < this.#sequence)) return false;
    this.#at = at;
    this.#sequence = sequence;
    if (this.value === value) return false;
    this.value = value;
    return true;
  }

  /** Forgets all, and starts from what is known beforehand. */
  reset(value: Value | undefined): void {
    this.value = value;
    this.#at = -Infinity;
    this.#sequence = -Infinity;
  }
}

/** A test on what was read of a profile: turns with events only. */
export class ValueLeaf extends Leaf {
  readonly #read: () => Value | undefined;
  readonly #test: CompiledTest;

  constructor(read: () => Value | undefined, test: CompiledTest) {
    super();
    this.#read = read;
    this.#test = test;
  }

  update(at: number): void {
    if (at < this.until) return;
    this.holds = this.#test(this.#read());
    this.until = Infinity;
  }
}
