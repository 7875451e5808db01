/** What is counted of one life, under names that the sheet of moments uses. */
export class Counts {
  readonly #sums = new Map<string, number>();

  add(name: string, amount = 1): void {
    this.#sums.set(name, this.of(name) + amount);
  }

  of(name: string): number {
    return this.#sums.get(name) ?? 0;
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

/** The square root of a ratio: the deviation about a known mean. */
export function root(part: string, whole: string): (all: readonly Counts[]) => Estimate {
  return (all) => {
    const { value, error } = ratio(part, whole)(all);
    return { value: Math.sqrt(value), error: error / (2 * Math.sqrt(value)) };
  };
}
