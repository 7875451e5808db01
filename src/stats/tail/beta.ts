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

/** The shares of a beta distribution below and above a point from 0 to 1, each precise in its tail. */
export interface BetaTails {
  readonly below: (x: number) => number;
  readonly above: (x: number) => number;
}

/** The tails of a beta distribution, ready to be asked many times. */
export function betaTails({ a, b }: Beta): BetaTails {
  if (Math.min(a, b) > LARGE) return largeTails({ a, b });
  return { below: (x) => betainc(x, a, b), above: (x) => betainc(x, a, b, true, true) };
}

/** The share of a beta distribution above `x`, from 0 to 1. */
export function betaAbove(x: number, beta: Beta): number {
  return betaTails(beta).above(x);
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

/** Tails by integration over the angle, 40 decays far: what lies beyond is below 1e-17 of the tail. Stretches of four
 *  spreads, or decays, are smooth enough for 16 points. */
function largeTails(beta: Beta): BetaTails {
  const { peak, spread, height } = overAngle(beta);
  const whole = integrate(
    nodesBetween(stretches(peak - 12 * spread, peak + 12 * spread, 6)),
    height,
  );
  const tail = (x: number, side: 1 | -1): number => {
    const from = Math.asin(Math.sqrt(x));
    const far = (side * (from - peak)) / spread;
    if (far < 0) return 1 - tail(x, side === 1 ? -1 : 1);
    if (far > 40) return 0;
    const to = from + (side * spread * 40) / Math.max(1, far);
    const ends = stretches(from, Math.min(Math.PI / 2, Math.max(0, to)), 10);
    return Math.abs(integrate(nodesBetween(ends), height)) / whole;
  };
  return { below: (x) => tail(x, -1), above: (x) => tail(x, 1) };
}
