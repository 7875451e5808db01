import type { Event, Value } from "../../model/event.ts";
import type { InstantIs } from "../../rule/ast.ts";
import { Leaf } from "../live.ts";
import { epochOf } from "../passes.ts";
import type { Sink } from "../routes.ts";
import { Latest } from "./latest.ts";

/** `created_at within last 30d`, `trial_ends more than 3d ahead`: true in one stretch of time, `[begins, ends)`, which
 *  follows from the instant that the attribute spells. State: that stretch. */
export class InstantAttributeLeaf extends Leaf implements Sink {
  readonly #asked: Pick<InstantIs, "attribute" | "relation" | "length">;
  readonly #beforehand: () => Value | undefined;
  readonly #latest = new Latest();
  #value: Value | undefined;
  #begins = Infinity;
  #ends = Infinity;

  constructor(
    asked: Pick<InstantIs, "attribute" | "relation" | "length">,
    beforehand: () => Value | undefined,
  ) {
    super();
    this.#asked = asked;
    this.#beforehand = beforehand;
  }

  count(event: Event): boolean {
    const value = event.properties[this.#asked.attribute];
    if (value === undefined || !this.#latest.accepts(event)) return false;
    this.#read(value);
    this.until = -Infinity;
    return true;
  }

  update(at: number): void {
    if (at < this.#begins) {
      this.holds = false;
      this.until = this.#begins;
    } else {
      this.holds = at < this.#ends;
      this.until = this.holds ? this.#ends : Infinity;
    }
  }

  override reset(): void {
    this.#latest.reset();
    this.#read(this.#beforehand());
    super.reset();
  }

  /** Reads the stretch off the attribute, unless it says what it said before. */
  #read(value: Value | undefined): void {
    if (value === this.#value) return;
    this.#value = value;
    const at = typeof value === "string" ? epochOf(value) : Number.NaN;
    this.#begins = Infinity;
    this.#ends = Infinity;
    if (!Number.isNaN(at)) this.#place(at);
  }

  #place(at: number): void {
    const { relation, length } = this.#asked;
    switch (relation) {
      case "within_last":
        this.#begins = at;
        this.#ends = at + length;
        break;
      case "before_last":
        this.#begins = at + length;
        break;
      case "within_next":
        this.#begins = at - length;
        this.#ends = at;
        break;
      case "after_next":
        this.#begins = -Infinity;
        this.#ends = at - length;
        break;
    }
  }
}
