import { type Counts, ascending } from "../tally.ts";

/** Whole numbers that came so and so often: their mean, quantiles by nearest rank, and how often each came. */
export interface Distribution {
  readonly of: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly counts: readonly { readonly value: number; readonly times: number }[];
}

/** Reads counts off; of nothing all numbers are 0. */
export function distributionOf(counts: Counts): Distribution {
  const all = ascending(counts).filter(([, times]) => times > 0);
  const of = all.reduce((sum, [, times]) => sum + times, 0);
  const sum = all.reduce((total, [value, times]) => total + value * times, 0);
  const quantile = (share: number): number => {
    const rank = Math.max(1, Math.ceil(share * of - 1e-9));
    let seen = 0;
    return all.find(([, times]) => (seen += times) >= rank)?.[0] ?? 0;
  };
  return {
    of,
    mean: of === 0 ? 0 : sum / of,
    p50: quantile(0.5),
    p95: quantile(0.95),
    max: all.at(-1)?.[0] ?? 0,
    counts: all.map(([value, times]) => ({ value, times })),
  };
}
