import { type StreamKey, streamKey, uniform } from "./stream.ts";

interface Runner<T> {
  readonly key: StreamKey;
  readonly weight: number;
  readonly value: T;
}

/** A choice among named values by weight, in which one more name moves only those whom it wins: each name runs a race of its
 *  own, exponential at the rate of its weight, and the first wins. */
export class Choice<T> {
  readonly #runners: readonly Runner<T>[];

  /** The names may stand in any order; one without weight is never chosen. Throws if none has any. */
  constructor(seed: string, stream: string, entries: readonly Weighted<T>[]) {
    this.#runners = entries
      .filter(({ weight }) => weight > 0)
      .map(({ name, weight, value }) => ({
        key: streamKey(seed, `${stream} ${name}`),
        weight,
        value,
      }));
    if (this.#runners.length === 0) throw new Error("unreachable: no weight is positive");
  }

  /** The value that is chosen at the ordinals `a` and `b`. */
  at(a: number, b = 0): T {
    let best = this.#runners[0]!;
    if (this.#runners.length === 1) return best.value;
    let soonest = Infinity;
    for (const runner of this.#runners) {
      const time = -Math.log(uniform(runner.key, a, b)) / runner.weight;
      if (time >= soonest) continue;
      soonest = time;
      best = runner;
    }
    return best.value;
  }
}

/** One value of a choice. */
export interface Weighted<T> {
  readonly name: string;
  readonly weight: number;
  readonly value: T;
}
