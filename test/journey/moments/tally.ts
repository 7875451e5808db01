/** What is counted of one life, under names that the sheet of moments uses. */
export class Counts {
  readonly #sums = new Map<string, number>();

  add(name: string, amount = 1): void {
    this.#sums.set(name, this.of(name) + amount);
  }

  of(name: string): number {
    return this.#sums.get(name) ?? 0;
  }

  /** Adds all that others have counted. */
  take(other: Counts): void {
    for (const [name, amount] of other.#sums) this.add(name, amount);
  }
}

/** A measured figure with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** The ratio of two sums over lives. Its standard error is clustered by profile: a life is one draw (the linearised ratio
 *  estimator, Cochran 1977, 6.3). */
export function ratio(part: string, whole: string): (all: readonly Counts[]) => Estimate {
  return (all) => {
    const sum = (name: string): number => all.reduce((total, each) => total + each.of(name), 0);
    const value = sum(part) / sum(whole);
    const squares = all.reduce(
      (total, each) => total + (each.of(part) - value * each.of(whole)) ** 2,
      0,
    );
    return { value, error: Math.sqrt(squares) / sum(whole) };
  };
}

/** The variance of a quantity over its mean, from its sum, its sum of squares, and how often it was taken. */
export function fano(
  sum: string,
  squares: string,
  times: string,
): (all: readonly Counts[]) => Estimate {
  return (all) => {
    const total = (name: string): number => all.reduce((each, counts) => each + counts.of(name), 0);
    const mean = total(sum) / total(times);
    const value = (total(squares) / total(times) - mean ** 2) / mean;
    return { value, error: ratio(squares, sum)(all).error };
  };
}

const BLOCKS = 20;

/** Any figure with its standard error by leaving out one block of people after the other (Quenouille 1956, Tukey 1958). */
export function jackknife<T>(
  figure: (all: readonly T[]) => number,
): (all: readonly T[]) => Estimate {
  return (all) => {
    const parts = Array.from({ length: BLOCKS }, (_, block) =>
      figure(all.filter((_each, index) => index % BLOCKS !== block)),
    );
    const mean = parts.reduce((sum, each) => sum + each, 0) / BLOCKS;
    const squares = parts.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    return { value: figure(all), error: Math.sqrt((squares * (BLOCKS - 1)) / BLOCKS) };
  };
}

const merged = new WeakMap<readonly Counts[], readonly Counts[]>();

/** The same for a figure that depends on sums alone: blocks are added up once. */
export function jackknifeOfSums(
  figure: (all: readonly Counts[]) => number,
): (all: readonly Counts[]) => Estimate {
  return (all) => {
    const blocks = merged.get(all) ?? blocksOf(all);
    merged.set(all, blocks);
    return jackknife(figure)(blocks);
  };
}

function blocksOf(all: readonly Counts[]): readonly Counts[] {
  const blocks = Array.from({ length: BLOCKS }, () => new Counts());
  for (const [index, counts] of all.entries()) blocks[index % BLOCKS]!.take(counts);
  return blocks;
}

/** The sum of a count over people. */
export function total(all: readonly Counts[], name: string): number {
  return all.reduce((sum, each) => sum + each.of(name), 0);
}

/** The bin of a value on a scale of logarithms, fine enough for quantiles: eighths of a factor e, 0 below 1. */
export function binOf(value: number): number {
  return Math.floor(8 * Math.log(Math.max(value, 1)));
}

/** The bins of values up to `most`, with the middle of each on the scale of logarithms. */
export function binsUpTo(most: number): readonly { readonly bin: number; readonly log: number }[] {
  return Array.from({ length: binOf(most) + 1 }, (_, bin) => ({ bin, log: (bin + 0.5) / 8 }));
}

/** The quantile of values, at most `most`, that were counted as `<name> <bin>`. */
export function quantile(
  name: string,
  share: number,
  most: number,
): (all: readonly Counts[]) => number {
  return (all) => {
    const bins = binsUpTo(most).map(({ bin, log }) => ({
      log,
      found: total(all, `${name} ${bin}`),
    }));
    const asked = share * bins.reduce((sum, { found }) => sum + found, 0);
    let sum = 0;
    for (const { log, found } of bins) {
      if (sum + found >= asked && found > 0)
        return Math.exp(log - 1 / 16 + (asked - sum) / found / 8);
      sum += found;
    }
    return NaN;
  };
}
