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

/** Of degree seven, as every one here is: without a loop it takes half the time. */
function polynomial(c: readonly number[], x: number): number {
  const upper = ((c[7]! * x + c[6]!) * x + c[5]!) * x + c[4]!;
  return (((upper * x + c[3]!) * x + c[2]!) * x + c[1]!) * x + c[0]!;
}

const CENTRE = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_BELOW = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const TAIL = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const TAIL_BELOW = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
  0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
  0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_BELOW = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
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

/** A Beta value of `a` and `b` for `ordinal`, by two Gamma values with draws of their own. */
export function beta(a: number, b: number, [first, second, ordinal]: BetaDraw): number {
  const x = gamma(a, first, ordinal);
  return x / (x + gamma(b, second, ordinal));
}

/** The two streams and the ordinal of a Beta value. */
export type BetaDraw = readonly [first: StreamKey, second: StreamKey, ordinal: number];

/** The values of a Beta of `a` and `b` (both above 1) that are not exceeded with the probabilities 0, 1/512 … 1: its
 *  density added up in 8192 steps. `quantileAt` reads the table. */
export function betaQuantiles(a: number, b: number): Float64Array {
  const steps = 8192;
  const density = (x: number): number => x ** (a - 1) * (1 - x) ** (b - 1);
  const sums = new Float64Array(steps + 1);
  for (let step = 1; step <= steps; step++)
    sums[step] = sums[step - 1]! + density((step - 0.5) / steps);
  const table = new Float64Array(513);
  let step = 0;
  for (let index = 0; index <= 512; index++) {
    const asked = (sums[steps]! * index) / 512;
    while (step < steps && sums[step + 1]! < asked) step += 1;
    const width = sums[step + 1]! - sums[step]!;
    table[index] = Math.min(1, (step + (width > 0 ? (asked - sums[step]!) / width : 0)) / steps);
  }
  return table;
}

/** The value at `u` of a table of quantiles, between two of which it is linear. */
export function quantileAt(table: Float64Array, u: number): number {
  const place = u * (table.length - 1);
  const index = Math.min(Math.floor(place), table.length - 2);
  return table[index]! + (place - index) * (table[index + 1]! - table[index]!);
}
