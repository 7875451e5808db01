import { type Estimated, estimated } from "../estimate.ts";

/** An estimate that may be looked at at any time. */
export interface AnytimeEstimate {
  readonly estimate: Estimated;
  readonly p: number;
}

/** The tuning at which a confidence sequence is tightest after `at` profiles (Waudby-Smith and others, "Time-uniform
 *  central limit theory", Annals of Statistics 2024). */
export function tuning(alpha: number, at = 5000): number {
  const depth = -2 * Math.log(alpha);
  return Math.sqrt((depth + Math.log(depth + 1)) / at);
}

/** The asymptotic confidence sequence of an estimate with its standard error after `profiles` of both arms, and the p that
 *  inverts it; valid however often one looks. `error` is above 0. */
export function anytimeEstimate(
  { value, error }: { readonly value: number; readonly error: number },
  profiles: number,
  { alpha, rho }: { readonly alpha: number; readonly rho: number },
): AnytimeEstimate {
  const grown = profiles * rho * rho;
  const half =
    error * Math.sqrt(((2 * (grown + 1)) / grown) * Math.log(Math.sqrt(grown + 1) / alpha));
  const z = value / error;
  const p = Math.exp(Math.log(grown + 1) / 2 - (z * z * grown) / (2 * (grown + 1)));
  return { estimate: estimated(value, value - half, value + half), p: Math.min(1, p) };
}
