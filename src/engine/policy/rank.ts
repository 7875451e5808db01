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

/** The first of those that nothing outranks: what is not stale goes before what is, then the higher priority. */
export function firstOf<Ranked extends { readonly rank: Rank }>(
  all: readonly Ranked[],
  at: number,
): Ranked | undefined {
  let [first] = all;
  for (const each of all.slice(1))
    if (first !== undefined && outranks(each, first, at)) first = each;
  return first;
}

function outranks(a: { readonly rank: Rank }, b: { readonly rank: Rank }, at: number): boolean {
  const [isAStale, isBStale] = [a.rank.isStale(at), b.rank.isStale(at)];
  return isAStale === isBStale ? a.rank.priority(at) > b.rank.priority(at) : isBStale;
}
