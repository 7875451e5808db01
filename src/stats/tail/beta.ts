import betainc from "@stdlib/math-base-special-betainc";
import betaincinv from "@stdlib/math-base-special-betaincinv";
import { integrate, nodesBetween, stretches } from "../numeric/quadrature.ts";

/** A beta distribution with both shapes above 0. */
export interface Beta {
  readonly a: number;
  readonly b: number;
}

/** The posterior of a rate after `count` of `of`, from a prior (Beta(1, 1) is flat). */
export function posterior(
  { count, of }: { readonly count: number; readonly of: number },
  prior: Beta,
): Beta {
  return { a: prior.a + count, b: prior.b + of - count };
}

/** The share of a beta distribution below `x`, from 0 to 1. */
export function betaBelow(x: number, { a, b }: Beta): number {
  return isLarge({ a, b }) ? largeTail(x, { a, b }, -1) : betainc(x, a, b);
}

/** The share of a beta distribution above `x`, from 0 to 1, precise in its tail too. */
export function betaAbove(x: number, { a, b }: Beta): number {
  return isLarge({ a, b }) ? largeTail(x, { a, b }, 1) : betainc(x, a, b, true, true);
}

/** Where the share `probability` of a beta distribution lies below. */
export function betaQuantile(probability: number, { a, b }: Beta): number {
  return betaincinv(probability, a, b);
}

/** How a beta distribution looks over the angle whose squared sine is the rate: near a normal of spread `spread` about
 *  `peak`, smooth at both ends (for shapes of one half and more). `height` is relative to the peak. */
export function overAngle({ a, b }: Beta) {
  const [rise, fall] = [Math.max(0, 2 * a - 1), Math.max(0, 2 * b - 1)];
  const peak = Math.atan2(Math.sqrt(rise), Math.sqrt(fall));
  const height = (angle: number): number => {
    const half = Math.sin((angle - peak) / 2);
    const sine = (2 * Math.cos((angle + peak) / 2) * half) / Math.sin(peak);
    const cosine = (-2 * Math.sin((angle + peak) / 2) * half) / Math.cos(peak);
    return Math.exp(
      (rise === 0 ? 0 : rise * Math.log1p(sine)) + (fall === 0 ? 0 : fall * Math.log1p(cosine)),
    );
  };
  return { peak, spread: 1 / (2 * Math.sqrt(a + b)), height };
}

/** Above this many the library loses digits (at 1e8 it has four), while the angle is ever closer to normal. */
const LARGE = 100_000;

function isLarge({ a, b }: Beta): boolean {
  return Math.min(a, b) > LARGE;
}

/** A tail by integration over the angle, 40 spreads far: what lies beyond is below 1e-300 of the whole. */
function largeTail(x: number, beta: Beta, side: 1 | -1): number {
  const { peak, spread, height } = overAngle(beta);
  const from = Math.asin(Math.sqrt(Math.min(1, Math.max(0, x))));
  const far = (side * (from - peak)) / spread;
  if (far < 0) return 1 - largeTail(x, beta, side === 1 ? -1 : 1);
  if (far > 40) return 0;
  const to = from + (side * spread * 40) / Math.max(1, far);
  const ends = stretches(from, Math.min(Math.PI / 2, Math.max(0, to)), 40);
  const tail = Math.abs(integrate(nodesBetween(ends), height));
  const whole = stretches(peak - 12 * spread, peak + 12 * spread, 24);
  return tail / integrate(nodesBetween(whole), height);
}
