import type { CounterPerKey, Key, Scope } from "./binding.ts";
import { Due } from "./due.ts";
import { Live } from "./live.ts";

/** What was found for one value, and when the value is due to be looked at again. */
interface Verdict {
  readonly key: Key;
  holds: boolean;
  dueAt: number;
}

/** There is one value for which the condition holds, one that is made of nothing but counts of that value in elapsed time:
 *  then only the values whose events came, or whose time has come, need be looked at. State: a verdict per value that the
 *  binder remembers. */
export class SomeValue extends Live {
  readonly #scope: Scope;
  readonly #binder: CounterPerKey;
  readonly #condition: Live;
  readonly #verdicts = new Map<Key, Verdict>();
  readonly #due = new Due<Verdict>();
  /** Of how many values the condition holds. */
  #holding = 0;

  constructor(scope: Scope, binder: CounterPerKey, condition: Live) {
    super();
    this.#scope = scope;
    this.#binder = binder;
    this.#condition = condition;
  }

  update(at: number): void {
    const scope = this.#scope;
    if (scope.isAllChanged) this.#beginAnew();
    for (const key of scope.changedKeys) this.#look(key, at);
    scope.changedKeys.clear();
    while (this.#due.nextAt <= at) this.#lookDue(at);
    scope.turnTo(undefined);
    this.holds = this.#holding > 0;
    this.until = this.#due.nextAt;
  }

  #beginAnew(): void {
    this.#verdicts.clear();
    this.#due.clear();
    this.#holding = 0;
    this.#scope.isAllChanged = false;
    for (const key of this.#binder.counters.keys()) this.#scope.changedKeys.add(key);
  }

  #lookDue(at: number): void {
    const due = this.#due.nextAt;
    const verdict = this.#due.take();
    if (verdict.dueAt !== due) return; // it was looked at earlier
    verdict.dueAt = Infinity;
    this.#look(verdict.key, at);
  }

  #look(key: Key, at: number): void {
    const verdict = this.#verdicts.get(key) ?? { key, holds: false, dueAt: Infinity };
    const condition = this.#condition;
    this.#scope.turnTo(key);
    condition.update(at);
    if (condition.holds !== verdict.holds) this.#holding += condition.holds ? 1 : -1;
    verdict.holds = condition.holds;
    if (this.#binder.counters.has(key)) this.#verdicts.set(key, verdict);
    else this.#verdicts.delete(key);
    if (condition.until < verdict.dueAt) {
      verdict.dueAt = condition.until;
      this.#due.add(condition.until, verdict);
    }
  }
}
