import type { Bounds, Rate } from "../measure/verdict.ts";
import type { Unit } from "../scenario/judge.ts";
import { UNITS, duration, formatDuration } from "../time/duration.ts";
import { type Instant, formatInstant } from "../time/instant.ts";

/** `1 690`: thousands stand apart. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, " ");
}

/** `1.2 %`, with as many digits as it takes to tell it from what it is held against. */
export function formatPercent(share: number, against: readonly number[] = []): string {
  const digits = digitsFor(
    share * 100,
    against.map((each) => each * 100),
    1,
  );
  return `${trimmed((share * 100).toFixed(digits))} %`;
}

/** `0.81`, with two digits. */
export function formatRate(rate: number): string {
  return rate.toFixed(2);
}

/** Writes rates with the digits that it takes to tell each of them from the bounds they are held against, and the bounds
 *  exactly: all with the same number of digits, two at least. */
export function rateWriter(
  rates: readonly number[],
  bounds: readonly number[],
): (rate: number) => string {
  const exact = bounds.map((bound) => (String(bound).split(".")[1] ?? "").length);
  const apart = rates.map((rate) => digitsFor(rate, bounds, 2));
  const digits = Math.min(6, Math.max(2, ...exact, ...apart));
  return (rate) => rate.toFixed(digits);
}

function digitsFor(value: number, against: readonly number[], least: number): number {
  const others = against.filter((other) => other !== value);
  for (let digits = least; digits < 6; digits++) {
    const written = value.toFixed(digits);
    if (others.every((other) => other.toFixed(digits) !== written)) return digits;
  }
  return 6;
}

function trimmed(digits: string): string {
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

/** `0.9s`, `250ms`, `1min30s`: a latency as people say it. Below a minute it is exact. */
export function formatLatency(ms: number): string {
  if (ms < UNITS.s) return `${ms}ms`;
  if (ms < UNITS.min) return `${ms / UNITS.s}s`;
  return formatDuration(duration(Math.round(ms / UNITS.s) * UNITS.s));
}

/** A number of a unit, as it stands beside its bounds. */
export function formatNumber(value: number, unit: Unit, { min, max }: Bounds = {}): string {
  if (unit === "count") return formatCount(value);
  if (unit === "ms") return formatLatency(value);
  return formatPercent(
    value,
    [min, max].filter((bound) => bound !== undefined),
  );
}

/** `at least 2 %`, `at most 10s`, `within 0.5 % to 4 %`. */
export function formatBounds({ min, max }: Bounds, format: (value: number) => string): string {
  if (min !== undefined && max !== undefined) return `within ${format(min)} to ${format(max)}`;
  if (min !== undefined) return `at least ${format(min)}`;
  return max === undefined ? "anything" : `at most ${format(max)}`;
}

/** `0.81 [0.76, 0.85]`, or `–` where there is no rate. */
export function formatEstimate(rate: Rate): string {
  if (rate.status === "not_estimable") return "–";
  return `${formatRate(rate.rate)} [${formatRate(rate.low)}, ${formatRate(rate.high)}]`;
}

/** `2026-03-28 18:00 UTC`; with seconds only where there are any. */
export function formatMoment(at: Instant): string {
  const [day = "", time = ""] = formatInstant(at).slice(0, -1).split("T");
  return `${day} ${time.replace(/(:00)?\.000$/, "")} UTC`;
}
