/** One customer: repeat orders, the week of the last one and the weeks watched, both counted from the first order. */
export interface Customer {
  readonly repeats: number;
  readonly recency: number;
  readonly watched: number;
}

/** The parameters of BG/NBD: orders come at a Gamma rate (r, alpha), and after each a customer is lost by a Beta chance. */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** The logarithm of the Gamma function (Lanczos 1964, g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const sum = LANCZOS.reduce(
    (total, each, index) => total + (index === 0 ? each : each / (z + index)),
    0,
  );
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** The log-likelihood of customers (Fader, Hardie and Lee 2005, equation 6). */
export function logLikelihood({ r, alpha, a, b }: BgNbd, customers: readonly Customer[]): number {
  const logBeta = (x: number, y: number): number => logGamma(x) + logGamma(y) - logGamma(x + y);
  let sum = 0;
  for (const { repeats: x, recency, watched } of customers) {
    const common = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const alive = logBeta(a, b + x) - logBeta(a, b) - (r + x) * Math.log(alpha + watched);
    if (x === 0) sum += common + alive;
    else {
      const lost = logBeta(a + 1, b + x - 1) - logBeta(a, b) - (r + x) * Math.log(alpha + recency);
      const most = Math.max(alive, lost);
      sum += common + most + Math.log(Math.exp(alive - most) + Math.exp(lost - most));
    }
  }
  return sum;
}

/** The chance that a customer is not lost at the end of the weeks watched (Fader, Hardie and Lee 2008, a note on P(alive)). */
export function chanceAlive(
  { r, alpha, a, b }: BgNbd,
  { repeats: x, recency, watched }: Customer,
): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + watched) / (alpha + recency)) ** (r + x));
}

/** The orders that a customer is expected to make in the next `weeks` (Fader, Hardie and Lee 2005, equation 10). */
export function expectedOrders(model: BgNbd, customer: Customer, weeks: number): number {
  const { r, alpha, a, b } = model;
  const { repeats: x, watched } = customer;
  const z = weeks / (alpha + watched + weeks);
  const series = hypergeometric([r + x, b + x, a + b + x - 1], z);
  const kept = 1 - ((alpha + watched) / (alpha + watched + weeks)) ** (r + x) * series;
  return ((a + b + x - 1) / (a - 1)) * kept * chanceAlive(model, customer);
}

/** Gauss's series, for z from 0 up to but not 1. */
function hypergeometric([a, b, c]: readonly [number, number, number], z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; n < 2000 && term > 1e-12 * sum; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}

/** The parameters that make the customers likeliest: Nelder and Mead (1965) over their logarithms, from `start`. */
export function fitBgNbd(
  customers: readonly Customer[],
  start: BgNbd = { r: 0.4, alpha: 4.5, a: 1, b: 2 },
): BgNbd {
  const named = ([r, alpha, a, b]: readonly number[]): BgNbd => ({
    r: Math.exp(r!),
    alpha: Math.exp(alpha!),
    a: Math.exp(a!),
    b: Math.exp(b!),
  });
  const from = [start.r, start.alpha, start.a, start.b].map(Math.log);
  return named(minimize((point) => -logLikelihood(named(point), customers), from));
}

interface Vertex {
  readonly point: readonly number[];
  readonly value: number;
}

function minimize(
  f: (point: readonly number[]) => number,
  start: readonly number[],
): readonly number[] {
  const at = (point: readonly number[]): Vertex => ({ point, value: f(point) });
  const points = [
    start,
    ...start.map((_, axis) => start.map((x, index) => (index === axis ? x + 0.5 : x))),
  ];
  let simplex: readonly Vertex[] = points.map(at);
  for (let round = 0; round < 600; round++) {
    simplex = simplex.toSorted((p, q) => p.value - q.value);
    const [best, worst] = [simplex[0]!, simplex.at(-1)!];
    if (worst.value - best.value < 1e-9) break;
    simplex = step(simplex, at);
  }
  return simplex.toSorted((p, q) => p.value - q.value)[0]!.point;
}

function step(
  simplex: readonly Vertex[],
  at: (point: readonly number[]) => Vertex,
): readonly Vertex[] {
  const [best, rest, worst] = [simplex[0]!, simplex.slice(0, -1), simplex.at(-1)!];
  const centre = best.point.map(
    (_, axis) => rest.reduce((sum, each) => sum + each.point[axis]!, 0) / rest.length,
  );
  const along = (by: number): Vertex =>
    at(centre.map((x, axis) => x + by * (worst.point[axis]! - x)));
  const mirrored = along(-1);
  if (mirrored.value < best.value) {
    const further = along(-2);
    return [...rest, further.value < mirrored.value ? further : mirrored];
  }
  if (mirrored.value < rest.at(-1)!.value) return [...rest, mirrored];
  const nearer = along(mirrored.value < worst.value ? -0.5 : 0.5);
  if (nearer.value < worst.value) return [...rest, nearer];
  return simplex.map((each) => at(each.point.map((x, axis) => (x + best.point[axis]!) / 2)));
}
