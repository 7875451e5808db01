import { type StreamKey, uniform } from "./stream.ts";

/** The standard normal value that is not exceeded with probability `u` in (0, 1), good to 1e-15 (Wichura 1988, AS 241). */
export function normal(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? u : 1 - u));
  const size =
    r <= 5
      ? polynomial(TAIL, r - 1.6) / polynomial(TAIL_BELOW, r - 1.6)
      : polynomial(FAR, r - 5) / polynomial(FAR_BELOW, r - 5);
  return q < 0 ? -size : size;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let index = coefficients.length - 1; index >= 0; index--) {
    sum = sum * x + coefficients[index]!;
  }
  return sum;
}

const CENTRE = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTRE_BELOW = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const TAIL = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833,
  7.7454501427834140764e-4,
];
const TAIL_BELOW = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const FAR = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5,
  2.01033439929228813265e-7,
];
const FAR_BELOW = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
  7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
  2.04426310338993978564e-15,
];

/** A log-normal by its median and the standard deviation of its logarithm. */
export interface LogNormal {
  readonly median: number;
  readonly sigma: number;
}

/** The log-normal value at `u`, in the unit of the median. */
export function logNormal({ median, sigma }: LogNormal, u: number): number {
  return median * Math.exp(sigma * normal(u));
}

/** The log-normal duration at `u` in whole milliseconds; the median is in milliseconds. */
export function logNormalMs(shape: LogNormal, u: number): number {
  return Math.round(logNormal(shape, u));
}

/** The exponential value of `mean` at `u`. */
export function exponential(mean: number, u: number): number {
  return -mean * Math.log(1 - u);
}

/** The Weibull value of `shape` and `scale` at `u`; a shape below 1 means that the longer it lasted, the longer it lasts. */
export function weibull(shape: number, scale: number, u: number): number {
  return scale * (-Math.log(1 - u)) ** (1 / shape);
}

/** A whole number, Poisson with `mean` (at most 700), at `u`. */
export function poisson(mean: number, u: number): number {
  let probability = Math.exp(-mean);
  let sum = probability;
  let count = 0;
  while (u > sum && probability > 0) {
    count += 1;
    probability *= mean / count;
    sum += probability;
  }
  return count;
}

/** A whole number from 0, geometric with `mean`, at `u`. */
export function geometric(mean: number, u: number): number {
  return mean <= 0 ? 0 : Math.floor(Math.log(1 - u) / Math.log(mean / (1 + mean)));
}

/** A Gamma value of `shape` and scale 1 for `ordinal`: Marsaglia and Tsang (2000), each attempt with draws of its own. */
export function gamma(shape: number, key: StreamKey, ordinal: number): number {
  if (shape < 1) {
    return gamma(shape + 1, key, ordinal) * uniform(key, ordinal, 0) ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let attempt = 1; attempt < 1000; attempt++) {
    const x = normal(uniform(key, ordinal, attempt, 1));
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = uniform(key, ordinal, attempt, 2);
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
  throw new Error("unreachable: a thousand attempts, each accepted with more than 95 %");
}

/** The running sums of `weights`, scaled to end at 1; `choose` searches them. Throws if there is no positive weight. */
export function cumulate(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new Error("unreachable: no weight is positive");
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight) / total);
}

/** The index that `u` falls on among running sums; one with weight 0 is never chosen. */
export function choose(sums: Float64Array, u: number): number {
  for (let index = 0; index < sums.length - 1; index++) if (u < sums[index]!) return index;
  let last = sums.length - 1;
  while (last > 0 && sums[last] === sums[last - 1]) last -= 1;
  return last;
}
