import type { Segment } from "../../rule/ast.ts";

/** One profile's memberships of one segment, as policy sees them: the one at hand and when the last one ended. */
export class Spells {
  isIn = false;
  /** Whether the one at hand is the first, and whether it began though the rule forbids to re-enter. */
  isFirst = true;
  isForbidden = false;
  readonly #reEnter: Segment["reEnter"];
  #lastLeft = -Infinity;

  constructor(reEnter: Segment["reEnter"]) {
    this.#reEnter = reEnter;
  }

  reset(): void {
    this.isIn = false;
    this.#lastLeft = -Infinity;
  }

  begin(at: number): void {
    this.isIn = true;
    this.isFirst = this.#lastLeft === -Infinity;
    this.isForbidden =
      this.#reEnter === "never" ? !this.isFirst : at < this.#lastLeft + (this.#reEnter ?? 0);
  }

  end(at: number): void {
    this.isIn = false;
    this.#lastLeft = at;
  }
}
