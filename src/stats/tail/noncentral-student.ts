import { integrate, nodesBetween, stretches } from "../numeric/quadrature.ts";
import { normalBelow } from "./normal.ts";

/** The share of a noncentral t above `t`: of (Z + shift) / s, where s² is a chi-square over its `df` degrees of freedom. It
 *  is integrated over s, whose density is taken relative to its peak, so that no gamma function is needed. */
export function noncentralAbove(
  t: number,
  { df, shift }: { readonly df: number; readonly shift: number },
): number {
  const peak = Math.sqrt(Math.max(0, df - 1) / df);
  const spread = 1 / Math.sqrt(2 * df);
  const low = Math.max(0, peak - 12 * spread);
  const nodes = nodesBetween(stretches(low, peak + 12 * spread, 48));
  const density = (s: number): number =>
    Math.exp((df - 1) * logRatio(s, peak) - (df * (s - peak) * (s + peak)) / 2);
  const above = integrate(nodes, (s) => density(s) * normalBelow(shift - t * s));
  return above / integrate(nodes, density);
}

function logRatio(s: number, peak: number): number {
  return peak === 0 ? 0 : Math.log1p((s - peak) / peak);
}
