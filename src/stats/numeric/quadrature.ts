/** Nodes and weights of Gauss and Legendre on [-1, 1] with 16 points, the positive half (Abramowitz and Stegun, table
 *  25.4): exact for polynomials of degree 31. */
const HALF = [
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.18260341504492358],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.062253523938647894],
  [0.9894009349916499, 0.0271524594117541],
] as const;

/** A point of an integral and how much it weighs. */
export interface Node {
  readonly at: number;
  readonly weight: number;
}

/** The points of an integral over stretches between `ends`, which ascend: smooth functions that change little within a
 *  stretch come out to about 15 digits. */
export function nodesBetween(ends: readonly number[]): readonly Node[] {
  return ends.slice(1).flatMap((to, index) => {
    const from = ends[index]!;
    const [middle, half] = [(from + to) / 2, (to - from) / 2];
    return HALF.flatMap(([offset, weight]) => [
      { at: middle - half * offset, weight: weight * half },
      { at: middle + half * offset, weight: weight * half },
    ]);
  });
}

/** `count` equal stretches from `from` to `to`, as their ends. */
export function stretches(from: number, to: number, count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, index) => from + ((to - from) * index) / count);
}

/** The integral of `value` over `nodes`. */
export function integrate(nodes: readonly Node[], value: (at: number) => number): number {
  return nodes.reduce((sum, { at, weight }) => sum + weight * value(at), 0);
}
