import type { Instant } from "../time/instant.ts";

/** The greatest size of a segment, and the first instant of it. */
export interface Peak {
  readonly size: number;
  readonly at: Instant;
}

/** The members of one segment over time, from the instants at which somebody entered or left, told in any order. */
export class Sizes {
  readonly #entries: number[] = [];
  readonly #exits: number[] = [];

  change(at: Instant, entered: boolean): void {
    (entered ? this.#entries : this.#exits).push(at);
  }

  get entries(): number {
    return this.#entries.length;
  }

  get exits(): number {
    return this.#exits.length;
  }

  /** The peak, and the sizes at `number` instants evenly spaced over `(from, to]`. All changes of an instant are applied
   *  before its size is read. */
  read(
    from: Instant,
    to: Instant,
    number: number,
  ): { readonly peak: Peak; readonly curve: readonly number[] } {
    const entries = Float64Array.from(this.#entries).sort();
    const exits = Float64Array.from(this.#exits).sort();
    const curve = Array.from({ length: number }, (_, index) => {
      const at = from + ((to - from) * (index + 1)) / number;
      return countUpTo(entries, at) - countUpTo(exits, at);
    });
    return { peak: peakOf(entries, exits, from), curve };
  }
}

function peakOf(entries: Float64Array, exits: Float64Array, from: Instant): Peak {
  let peak: Peak = { size: 0, at: from };
  for (let entry = 0, exit = 0; entry < entries.length;) {
    const at = entries[entry]!;
    while (entry < entries.length && entries[entry]! === at) entry++;
    while (exit < exits.length && exits[exit]! <= at) exit++;
    if (entry - exit > peak.size) peak = { size: entry - exit, at: at as Instant };
  }
  return peak;
}

/** How many of ascending instants are no later than `at`. */
function countUpTo(instants: Float64Array, at: number): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instants[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
