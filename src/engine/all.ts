import { Live, type Truth } from "./live.ts";

/** What makes a condition out of several: which truth each of them must have, and whether the whole then holds. */
export interface Sense {
  readonly wanted: boolean;
  readonly negated: boolean;
}

/** `and`, `or` and `not` in one: holds while the truth of all parts is as wanted, or, if negated, while it is not. As long
 *  as that of some is not, nothing can change before the last of those does: that part alone decides, and events that
 *  change the others cost nothing. */
export class All extends Live {
  readonly #parts: readonly Truth[];
  readonly #wanted: boolean;
  readonly #negated: boolean;

  constructor(parts: readonly Live[], { wanted, negated }: Sense) {
    super();
    this.#parts = parts.map(({ truth }) => truth);
    this.#wanted = wanted;
    this.#negated = negated;
  }

  update(at: number): void {
    const parts = this.#parts;
    const wanted = this.#wanted;
    let firstLoss = Infinity;
    let lastGain = -Infinity;
    let decider: Truth | undefined;
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index]!;
      if (part.until <= at) part.live.update(at);
      const { until } = part;
      if (part.holds === wanted) {
        if (until < firstLoss) firstLoss = until;
      } else if (until > lastGain) {
        lastGain = until;
        decider = part;
        if (until === Infinity) break;
      }
    }
    const { truth } = this;
    truth.decider = decider;
    truth.holds = (decider === undefined) !== this.#negated;
    truth.until = decider === undefined ? firstLoss : lastGain;
  }
}
