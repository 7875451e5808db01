/** A length of elapsed time in whole milliseconds: `48h` is 48 × 3600 s across every change of the clocks. */
export type Duration = number & { readonly brand: "Duration" };

/** The units of a duration and their length in milliseconds. `m` is refused, since it could be months. */
export const UNITS = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
} as const;

/** A unit of duration. */
export type Unit = keyof typeof UNITS;

/** The length of `ms` milliseconds. Throws if `ms` is negative or not whole: that is our bug. */
export function duration(ms: number): Duration {
  if (!Number.isSafeInteger(ms) || ms < 0) throw new Error(`unreachable: ${ms} is no duration`);
  return ms as Duration;
}

/** The length of `count` hours. */
export function hours(count: number): Duration {
  return duration(Math.round(count * UNITS.h));
}

/** The length of `count` days of 24 hours. */
export function days(count: number): Duration {
  return duration(Math.round(count * UNITS.d));
}

/** Why a text is no duration. */
export type DurationFault = "not_a_duration" | "unknown_unit" | "too_long" | "fraction";

/** Reads `200ms 2s 10min 48h 13d 2w` and sums such as `1h30min`; otherwise says why not. At most 100 years. */
export function parseDuration(text: string): Duration | DurationFault {
  if (!/^\s*\d/.test(text)) return "not_a_duration";
  let total = 0;
  for (const [, count, unit] of text.matchAll(/\s*([\d.]+)\s*([^\d\s.]*)/g)) {
    const length = UNITS[unit as Unit];
    if (length === undefined) return unit === "" ? "not_a_duration" : "unknown_unit";
    total += Number(count) * length;
  }
  if (Number.isNaN(total)) return "not_a_duration";
  if (!Number.isInteger(total)) return "fraction";
  return total > 36_525 * UNITS.d ? "too_long" : duration(total);
}

/** The canonical spelling: hours up to three days (`48h`, `72h`), whole days beyond (`7d`), sums where it must be. */
export function formatDuration(length: Duration): string {
  if (length === 0) return "0s";
  if (length > 72 * UNITS.h && length % UNITS.d === 0) return `${length / UNITS.d}d`;
  let rest: number = length;
  let text = "";
  for (const unit of ["h", "min", "s", "ms"] as const) {
    const count = Math.floor(rest / UNITS[unit]);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * UNITS[unit];
  }
  return text;
}
