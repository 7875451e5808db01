import { type Counts, binsUpTo, total } from "./tally.ts";

/** A log-normal part of a mixture: its share, and the mean and deviation of the logarithm. */
interface Part {
  readonly share: number;
  readonly mean: number;
  readonly sigma: number;
}

interface Bin {
  readonly log: number;
  readonly found: number;
}

/** Two log-normals that make the counted values likeliest (expectation and maximisation; Dempster, Laird and Rubin 1977):
 *  the shorter first, in the unit that was counted. */
export function fitTwo(bins: readonly Bin[]): readonly [Part, Part] {
  let parts: readonly [Part, Part] = [
    { share: 0.5, mean: Math.log(60), sigma: 1 },
    { share: 0.5, mean: Math.log(86_400), sigma: 1 },
  ];
  for (let round = 0; round < 100; round++) {
    const [one, other] = parts;
    const shares = bins.map(({ log }) => {
      const [a, b] = [density(one, log), density(other, log)];
      return a + b === 0 ? (log < 7 ? 1 : 0) : a / (a + b);
    });
    parts = [
      partOf(bins, shares),
      partOf(
        bins,
        shares.map((each) => 1 - each),
      ),
    ];
  }
  return parts;
}

function density({ share, mean, sigma }: Part, log: number): number {
  return (share / sigma) * Math.exp(-((log - mean) ** 2) / (2 * sigma ** 2));
}

function partOf(bins: readonly Bin[], shares: readonly number[]): Part {
  const weights = bins.map(({ found }, index) => found * shares[index]!);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const meanOf = (value: (log: number) => number): number =>
    bins.reduce((sum, { log }, index) => sum + weights[index]! * value(log), 0) / weight;
  const mean = meanOf((log) => log);
  const all = bins.reduce((sum, { found }) => sum + found, 0);
  return { share: weight / all, mean, sigma: Math.sqrt(meanOf((log) => (log - mean) ** 2)) };
}

/** The pauses of people in two parts: within visits and from one to the next. */
export function pausesOf(all: readonly Counts[]): readonly [Part, Part] {
  const bins = binsUpTo(60 * 86_400);
  return fitTwo(bins.map(({ bin, log }) => ({ log, found: total(all, `pauses of ${bin}`) })));
}

/** Where the mixture of both is thinnest between their means, in hours. */
export function valleyOf(all: readonly Counts[]): number {
  const [near, far] = pausesOf(all);
  let least = near.mean;
  const at = (log: number): number => density(near, log) + density(far, log);
  for (let log = near.mean; log < far.mean; log += 0.01) if (at(log) < at(least)) least = log;
  return Math.exp(least) / 3600;
}
