import { betaAbove } from "./beta.ts";

/** The share of a binomial of `of` trials with chance `chance` that is at most `count`. */
export function binomialAtMost(count: number, of: number, chance: number): number {
  if (count < 0) return 0;
  return count >= of ? 1 : betaAbove(chance, { a: count + 1, b: of - count });
}
