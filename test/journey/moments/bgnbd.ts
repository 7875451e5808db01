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

/** The parameters that make the customers likeliest: Nelder and Mead (1965) over their logarithms. */
export function fitBgNbd(customers: readonly Customer[]): BgNbd {
  const named = ([r, alpha, a, b]: readonly number[]): BgNbd => ({
    r: Math.exp(r!),
    alpha: Math.exp(alpha!),
    a: Math.exp(a!),
    b: Math.exp(b!),
  });
  return named(minimize((point) => -logLikelihood(named(point), customers), [-1, 1.5, 0, 0.7]));
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
