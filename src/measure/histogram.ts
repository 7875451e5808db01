import { type Duration, duration } from "../time/duration.ts";
import { type Counts, addCounts, ascending, count } from "./tally.ts";

/** Lengths of time in bins that are the same for every run, so that histograms add up. INVARIANT: bins below 16 384 ms
 *  hold one millisecond each, and every doubling beyond has 8192 bins; a bin is at most 0.013 % of its length wide. */
export interface Histogram {
  readonly bins: Counts;
  /** The longest, exact. A histogram of nothing has 0. */
  longest: number;
}

const EXACT = 16_384;
const PER_DOUBLING = 8192;

/** A histogram of nothing. */
export function emptyHistogram(): Histogram {
  return { bins: new Map(), longest: 0 };
}

/** Takes one length, in whole milliseconds from 0. */
export function take(histogram: Histogram, ms: number): void {
  count(histogram.bins, binOf(ms));
  if (ms > histogram.longest) histogram.longest = ms;
}

/** Adds one histogram to another. */
export function addHistogram(into: Histogram, from: Histogram): void {
  addCounts(into.bins, from.bins);
  into.longest = Math.max(into.longest, from.longest);
}

/** How many lengths were taken. */
export function totalOf({ bins }: Histogram): number {
  let total = 0;
  for (const times of bins.values()) total += times;
  return total;
}

/** The least length that at least `share` of all lengths do not exceed (nearest rank), to the upper end of its bin. Of
 *  nothing, `undefined`. */
export function quantile(histogram: Histogram, share: number): Duration | undefined {
  const rank = Math.max(1, Math.ceil(share * totalOf(histogram) - 1e-9));
  let seen = 0;
  for (const [bin, times] of ascending(histogram.bins)) {
    seen += times;
    if (seen >= rank) return duration(Math.min(lastOf(bin), histogram.longest));
  }
  return undefined;
}

function binOf(ms: number): number {
  if (ms < EXACT) return ms;
  // Where Math.log2 lands on the wrong side of a power of two, both sides give the same bin.
  const exponent = Math.floor(Math.log2(ms / PER_DOUBLING));
  return exponent * PER_DOUBLING + Math.floor(ms / 2 ** exponent);
}

/** The greatest length in a bin. */
function lastOf(bin: number): number {
  if (bin < EXACT) return bin;
  const exponent = Math.floor(bin / PER_DOUBLING) - 1;
  return (bin - exponent * PER_DOUBLING + 1) * 2 ** exponent - 1;
}
