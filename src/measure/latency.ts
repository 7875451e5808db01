import { type NotEstimable, notEstimable } from "../stats/proportion.ts";
import type { Duration } from "../time/duration.ts";
import { type Instant, NEVER } from "../time/instant.ts";
import { after } from "../time/window.ts";
import {
  type Histogram,
  addHistogram,
  emptyHistogram,
  quantile,
  take,
  totalOf,
} from "./histogram.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import type { Stay, Subject } from "./subject.ts";

/** How long after perfect data the engine entered and left. */
export interface LatencyTotals {
  readonly entry: Histogram;
  readonly exit: Histogram;
}

/** Quantiles of a latency: at least so many per cent are no longer. */
export interface LatencyMeasure {
  readonly status: "estimated";
  readonly of: number;
  readonly p50: Duration;
  readonly p95: Duration;
  readonly max: Duration;
}

/** A latency, or why there is none. */
export type Latency = LatencyMeasure | NotEstimable;

/** No latencies. */
export function emptyLatency(): LatencyTotals {
  return { entry: emptyHistogram(), exit: emptyHistogram() };
}

/** Adds one profile. */
export function foldLatency(totals: LatencyTotals, setup: MeasureSetup, subject: Subject): void {
  const perfect = subject.truth?.stays ?? [];
  for (const [index, stay] of perfect.entries()) {
    if (isMeasured(setup, stay.from)) foldEntry(totals.entry, setup, subject.stays, stay);
    if (isMeasured(setup, stay.to))
      foldExit(totals.exit, subject.stays, {
        at: stay.to,
        next: perfect[index + 1]?.from ?? NEVER,
      });
  }
}

/** The entry that a perfect one caused is the first membership that reaches beyond it, as long as the perfect membership
 *  lasts or its grace; 0 if the engine had the profile in already. */
function foldEntry(
  histogram: Histogram,
  setup: MeasureSetup,
  stays: readonly Stay[],
  perfect: Stay,
): void {
  const caused = stays.find((stay) => stay.to > perfect.from);
  const last = Math.max(perfect.to, after(perfect.from, setup.grace));
  if (caused !== undefined && caused.from < last)
    take(histogram, Math.max(0, caused.from - perfect.from));
}

/** The exit that a perfect one caused ends the membership that lasted until then, before perfect data enters again. */
function foldExit(
  histogram: Histogram,
  stays: readonly Stay[],
  perfect: { readonly at: Instant; readonly next: Instant },
): void {
  const left = stays.find((stay) => stay.from < perfect.at && perfect.at <= stay.to);
  if (left !== undefined && left.to <= perfect.next && left.to !== NEVER)
    take(histogram, left.to - perfect.at);
}

/** Adds the totals of other profiles. */
export function mergeLatency(into: LatencyTotals, from: LatencyTotals): void {
  addHistogram(into.entry, from.entry);
  addHistogram(into.exit, from.exit);
}

/** Reads the quantiles off. */
export function latencyOf(histogram: Histogram, what: string): Latency {
  const p50 = quantile(histogram, 0.5);
  const p95 = quantile(histogram, 0.95);
  const max = quantile(histogram, 1);
  if (p50 === undefined || p95 === undefined || max === undefined)
    return notEstimable(`no ${what} that perfect data caused`);
  return { status: "estimated", of: totalOf(histogram), p50, p95, max };
}
