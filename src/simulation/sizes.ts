import type { Stretch } from "../feed/read/recording.ts";
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

  /** The peak, and for each of `number` equal parts of the stretch the greatest size in it. All changes of an instant are
   *  applied before its size is read. */
  read(
    { from, to }: Stretch,
    number: number,
  ): { readonly peak: Peak; readonly curve: readonly number[] } {
    const entries = Float64Array.from(this.#entries).sort();
    const exits = Float64Array.from(this.#exits).sort();
    const partOf = (at: number): number =>
      to === from ? 0 : Math.min(number - 1, Math.floor((number * (at - from)) / (to - from)));
    const curve: number[] = [];
    let peak: Peak = { size: 0, at: from };
    let size = 0;
    for (let entry = 0, exit = 0; entry < entries.length || exit < exits.length;) {
      const at = Math.min(entries[entry] ?? Infinity, exits[exit] ?? Infinity);
      fillUpTo(curve, partOf(at), size);
      while (entry < entries.length && entries[entry]! <= at) entry++;
      while (exit < exits.length && exits[exit]! <= at) exit++;
      size = entry - exit;
      curve[partOf(at)] = Math.max(curve[partOf(at)] ?? 0, size);
      if (size > peak.size) peak = { size, at: at as Instant };
    }
    fillUpTo(curve, number - 1, size);
    return { peak, curve };
  }
}

/** Parts up to `last` that nothing changed have the size that was left. */
function fillUpTo(curve: number[], last: number, size: number): void {
  while (curve.length <= last) curve.push(size);
}
