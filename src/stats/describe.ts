import { max, mean, min, quantile as quantileOf } from "simple-statistics";

/** What a list of numbers comes to. */
export interface Description {
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** The mean and the ends of `values`; of none, all are 0. */
export function describe(values: readonly number[]): Description {
  if (values.length === 0) return { mean: 0, min: 0, max: 0 };
  const numbers = [...values];
  return { mean: mean(numbers), min: min(numbers), max: max(numbers) };
}

/** The value below which `share` (0 to 1) of `values` lie; there is at least one. */
export function quantile(values: readonly number[], share: number): number {
  return quantileOf([...values], share);
}
