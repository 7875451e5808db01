import type { CounterPerKey, Scope } from "./binding.ts";
import { Live } from "./live.ts";

/** There is one value for which the condition holds. Only values of the `binder` need be looked at: it is a part of the
 *  condition that no value without an event satisfies. */
export class LiveSome extends Live {
  readonly #scope: Scope;
  readonly #binder: CounterPerKey;
  readonly #condition: Live;

  constructor(scope: Scope, binder: CounterPerKey, condition: Live) {
    super();
    this.#scope = scope;
    this.#binder = binder;
    this.#condition = condition;
  }

  update(at: number): void {
    const scope = this.#scope;
    const condition = this.#condition;
    let firstGain = Infinity;
    let lastLoss = -Infinity;
    for (const key of this.#binder.counters.keys()) {
      scope.turnTo(key);
      condition.update(at);
      if (!condition.holds) firstGain = Math.min(firstGain, condition.until);
      else lastLoss = Math.max(lastLoss, condition.until);
      if (lastLoss === Infinity) break;
    }
    scope.turnTo(undefined);
    scope.changedKeys.clear();
    this.holds = lastLoss !== -Infinity;
    this.until = this.holds ? lastLoss : firstGain;
  }
}
