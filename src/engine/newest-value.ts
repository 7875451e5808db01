import type { Event, Value } from "../model/event.ts";
import type { CompiledTest } from "./passes.ts";
import { Leaf, type Live } from "./live.ts";

/** The newest of something that events say of a profile, its device, its country, its plan, and the conditions that ask
 *  for it. */
export class NewestValue {
  value: Value | undefined;
  readonly #watching: Live[] = [];
  #at = -Infinity;
  #sequence = -Infinity;

  /** Has a condition hear of changes. */
  watch(live: Live): void {
    this.#watching.push(live);
  }

  /** Takes what an event says, and tells who watches if that is something else. */
  take(value: Value, event: Event): void {
    if (this.accepts(value, event)) this.tell();
  }

  /** Takes what an event says unless a newer event has spoken; of equals the later arrival counts. Returns whether the
   *  value may have changed. */
  accepts(value: Value, { at, sequence }: Event): boolean {
    if (at < this.#at || (at === this.#at && sequence < this.#sequence)) return false;
    this.#at = at;
    this.#sequence = sequence;
    if (this.value === value) return false;
    this.value = value;
    return true;
  }

  tell(): void {
    const watching = this.#watching;
    for (let index = 0; index < watching.length; index++) watching[index]!.reconsider();
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

  /** A value that passes as the one before did changes nothing. */
  override reconsider(): void {
    const { truth } = this;
    if (truth.until < Infinity || this.#test(this.#read()) !== truth.holds) truth.doubt();
  }

  update(at: number): void {
    if (at < this.until) return;
    this.holds = this.#test(this.#read());
    this.until = Infinity;
  }
}
