import type { Placed } from "./ordered.ts";

/** Which of the statements of one thing is the newest: by `(at, sequence)`, of equals the later arrival. */
export class Latest {
  at = -Infinity;
  sequence = -Infinity;

  /** Whether nothing newer was said; then it is the newest from now on. */
  accepts(placed: Placed): boolean {
    if (this.isAfter(placed)) return false;
    this.at = placed.at;
    this.sequence = placed.sequence;
    return true;
  }

  /** Whether the newest comes after something that came later by arrival. */
  isAfter({ at, sequence }: Placed): boolean {
    return at < this.at || (at === this.at && sequence < this.sequence);
  }

  reset(): void {
    this.at = -Infinity;
    this.sequence = -Infinity;
  }
}
