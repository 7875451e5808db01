import erfc from "@stdlib/math-base-special-erfc";

/** The two-sided p of `z` standard errors: both tails, with full relative precision to 1e-307. */
export function normalTails(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** The share of a standard normal below `z`; far below as precise as near. */
export function normalBelow(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** The density of a standard normal at `z`. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
