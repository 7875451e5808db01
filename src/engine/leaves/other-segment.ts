import { Leaf } from "../live.ts";

/** A condition on the membership of another segment: hears of the transitions that are really made. */
export abstract class OtherSegmentLeaf extends Leaf {
  /** Takes a transition of the other segment. */
  abstract tell(at: number, entered: boolean): void;
}

/** `in segment mobile_evening for 2h`: true once the membership of another segment has lasted so long. State: when it
 *  began. */
export class InSegmentLeaf extends OtherSegmentLeaf {
  readonly #length: number;
  #since = Infinity;

  constructor(length: number) {
    super();
    this.#length = length;
  }

  tell(at: number, entered: boolean): void {
    this.#since = entered ? at : Infinity;
  }

  update(at: number): void {
    const begins = this.#since + this.#length;
    this.holds = begins <= at;
    this.until = this.holds ? Infinity : begins;
  }

  override reset(): void {
    this.#since = Infinity;
    super.reset();
  }
}

/** `entered segment mobile_evening in last 24h`: true for `length` after the newest such transition. State: its instant. */
export class SegmentChangeLeaf extends OtherSegmentLeaf {
  readonly #change: "entered" | "left";
  readonly #length: number;
  #at = -Infinity;

  constructor(change: "entered" | "left", length: number) {
    super();
    this.#change = change;
    this.#length = length;
  }

  tell(at: number, entered: boolean): void {
    if (entered === (this.#change === "entered")) this.#at = at;
  }

  update(at: number): void {
    const ends = this.#at + this.#length;
    this.holds = at < ends;
    this.until = this.holds ? ends : Infinity;
  }

  override reset(): void {
    this.#at = -Infinity;
    super.reset();
  }
}
