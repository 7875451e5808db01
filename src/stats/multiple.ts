/** p-values made up for the number of tests; index for index, none below its own p, none above 1, equal where they were
 *  equal (R: p.adjust). */
export type Adjustment = (ps: readonly number[]) => readonly number[];

/** Holm (Scandinavian Journal of Statistics 6, 1979): the chance of any false winner stays below alpha, whatever depends
 *  on what. For the family that was declared beforehand. */
export const holm: Adjustment = (ps) => fromSmallest(ps, (rank, number) => number - rank);

/** Bonferroni: each p times the number of tests. */
export const bonferroni: Adjustment = (ps) => ps.map((p) => Math.min(1, p * ps.length));

/** Hochberg (Biometrika 75, 1988): Holm's steps from the largest p; for tests that do not oppose each other. */
export const hochberg: Adjustment = (ps) => fromLargest(ps, (rank, number) => number - rank);

/** Benjamini and Hochberg (Journal of the Royal Statistical Society B 57, 1995): the share of false winners among the
 *  winners stays below alpha. For exploring. */
export const benjaminiHochberg: Adjustment = (ps) =>
  fromLargest(ps, (rank, number) => number / (rank + 1));

/** Benjamini and Yekutieli (Annals of Statistics 29, 2001): the same whatever depends on what, as where segments overlap. */
export const benjaminiYekutieli: Adjustment = (ps) => {
  const harmonic = ps.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  return fromLargest(ps, (rank, number) => (harmonic * number) / (rank + 1));
};

/** What a p is multiplied by: its rank among `number`, 0 for the smallest. */
type Factor = (rank: number, number: number) => number;

function fromSmallest(ps: readonly number[], factor: Factor): readonly number[] {
  const order = ranked(ps);
  const adjusted = [...ps];
  let most = 0;
  for (const [rank, index] of order.entries()) {
    most = Math.max(most, Math.min(1, ps[index]! * factor(rank, ps.length)));
    adjusted[index] = most;
  }
  return adjusted;
}

function fromLargest(ps: readonly number[], factor: Factor): readonly number[] {
  const order = ranked(ps);
  const adjusted = [...ps];
  let least = 1;
  for (let rank = ps.length - 1; rank >= 0; rank--) {
    const index = order[rank]!;
    least = Math.min(least, ps[index]! * factor(rank, ps.length));
    adjusted[index] = least;
  }
  return adjusted;
}

function ranked(ps: readonly number[]): readonly number[] {
  return ps.map((_, index) => index).toSorted((a, b) => ps[a]! - ps[b]!);
}
