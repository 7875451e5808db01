import { exponential, logNormal } from "../random/distribution.ts";

/** How long something takes, in milliseconds, as a scenario may write it: `{ dist: lognormal, median: 20h, sigma: 1.5 }`. */
export type Delay =
  | { readonly dist: "fixed"; readonly value: number }
  | { readonly dist: "uniform"; readonly min: number; readonly max: number }
  | { readonly dist: "exponential"; readonly mean: number }
  | { readonly dist: "lognormal"; readonly median: number; readonly sigma: number };

/** The delay at `u`, in whole milliseconds. */
export function delayAt(delay: Delay, u: number): number {
  switch (delay.dist) {
    case "fixed":
      return delay.value;
    case "uniform":
      return Math.floor(delay.min + u * (delay.max - delay.min + 1));
    case "exponential":
      return Math.ceil(exponential(delay.mean, u));
    case "lognormal":
      return Math.round(logNormal(delay, u));
  }
}

/** The share of delays that are at most `ms`: what `delayAt` gives for the lower `u`. */
export function shareWithin(delay: Delay, ms: number): number {
  switch (delay.dist) {
    case "fixed":
      return ms >= delay.value ? 1 : 0;
    case "uniform":
      return Math.min(1, Math.max(0, (ms - delay.min) / Math.max(delay.max - delay.min, 1)));
    case "exponential":
      return ms <= 0 ? 0 : 1 - Math.exp(-ms / delay.mean);
    case "lognormal":
      return ms <= 0 ? 0 : normalShare(Math.log(ms / delay.median) / delay.sigma);
  }
}

/** The share of a standard normal at most `z`, good to 2e-7 (Abramowitz and Stegun 1964, 7.1.26). */
export function normalShare(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * TAIL(t))));
  const tail = 0.5 * series * Math.exp((-z * z) / 2);
  return z > 0 ? 1 - tail : tail;
}

const TAIL = (t: number): number => -1.453152027 + t * 1.061405429;
