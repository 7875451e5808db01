import type { Segment } from "../../rule/ast.ts";
import type { Live } from "../live.ts";
import { type Ask, staleFor } from "./ask.ts";

/** How much the candidates of one segment weigh against others of the same instant. */
export class Rank {
  readonly #priority: number;
  readonly #bonus: number;
  readonly #relaxed: Live | undefined;
  readonly #stale: Live | undefined;

  constructor({ priority, relax, staleAfter }: Segment, ask: Ask) {
    this.#priority = priority ?? 0;
    this.#bonus = relax?.priority ?? 0;
    this.#relaxed = relax && ask(relax.when);
    this.#stale = staleAfter === undefined ? undefined : ask(staleFor(staleAfter));
  }

  /** Whether the candidates rank below all that are not stale. */
  isStale(at: number): boolean {
    this.#stale?.update(at);
    return this.#stale?.holds ?? false;
  }

  /** The priority, higher while the rule is relaxed. */
  priority(at: number): number {
    this.#relaxed?.update(at);
    return this.#priority + (this.#relaxed?.holds === true ? this.#bonus : 0);
  }
}

/** Whether candidates of one rank go before those of another: what is not stale before what is, then the higher priority. */
export function outranks(a: Rank, b: Rank, at: number): boolean {
  const isStale = a.isStale(at);
  return isStale === b.isStale(at) ? a.priority(at) > b.priority(at) : !isStale;
}
