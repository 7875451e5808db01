import { mean, sampleCovariance, sampleVariance } from "simple-statistics";

/** A sample of numbers by its size, mean and variance (over n − 1). */
export interface Moments {
  readonly of: number;
  readonly mean: number;
  readonly variance: number;
}

/** The moments of `values`, which are finite; of fewer than two the variance is 0. */
export function momentsOf(values: readonly number[]): Moments {
  const numbers = values as number[]; // the library does not write to it
  return {
    of: values.length,
    mean: values.length === 0 ? 0 : mean(numbers),
    variance: values.length < 2 ? 0 : sampleVariance(numbers),
  };
}

/** The moments of numbers of which only the sum and the sum of squares are known; `of` at least 2. */
export function momentsOfSums(of: number, sum: number, squares: number): Moments {
  return { of, mean: sum / of, variance: Math.max(0, (squares - (sum * sum) / of) / (of - 1)) };
}

/** The covariance (over n − 1) of two lists of one length, at least 2. */
export function covarianceOf(first: readonly number[], second: readonly number[]): number {
  return sampleCovariance(first as number[], second as number[]);
}

/** The variance of the mean of a sample. */
export function errorVariance({ variance, of }: Moments): number {
  return variance / of;
}
