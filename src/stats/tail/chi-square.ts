import gammainc from "@stdlib/math-base-special-gammainc";

/** The share of a chi-square with `df` degrees of freedom above `x`, with full relative precision. */
export function chiSquareAbove(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}
