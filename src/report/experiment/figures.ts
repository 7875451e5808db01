import { type Estimate, type Figure, isNumber } from "../../experiment/figures.ts";
import type { Outcome, Sample } from "../../experiment/tables.ts";
import { formatCount } from "../format.ts";

/** A double holds no much smaller number: below this a p is not told from another. */
const LEAST_P = 1e-300;

/** `0.012`, `5.7e-112`, `<1e-300`, or why there is none. */
export function formatP(p: Figure): string {
  if (!isNumber(p)) return `not estimable (${p.reason})`;
  if (p < LEAST_P) return "<1e-300";
  return p < 0.0001 ? p.toExponential(1) : String(Number(p.toPrecision(3)));
}

/** A difference in points (`+7.66 pp [+6.99, +8.32]`) or, of means, in the outcome's own unit. */
export function formatDifference(found: Estimate, { kind }: Outcome): string {
  return kind === "rate" ? formatInterval(found, 100, "pp") : formatInterval(found, 1, "");
}

/** `+72.1 % [+64.1, +80.6]`. */
export function formatUplift(found: Estimate): string {
  return formatInterval(found, 100, "%");
}

function formatInterval(found: Estimate, factor: number, unit: string): string {
  if (found.status !== "estimated")
    return found.value === undefined
      ? `not estimable (${found.reason})`
      : `${signed(found.value * factor)}${unit === "" ? "" : ` ${unit}`} without an interval (${found.reason})`;
  const digits = digitsFor((found.high - found.low) * factor);
  const write = (value: number): string => {
    const size = Math.abs(value * factor);
    const digitsOf = size >= 10_000 ? formatCount(Math.round(size)) : size.toFixed(digits);
    return `${value < 0 ? "-" : "+"}${digitsOf}`;
  };
  const suffix = unit === "" ? "" : ` ${unit}`;
  return `${write(found.value)}${suffix} [${write(found.low)}, ${write(found.high)}]`;
}

/** As many decimals as give the width of an interval three digits. */
function digitsFor(width: number): number {
  if (!(width > 0)) return 2;
  return Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(width))));
}

/** `+7.66`, three significant digits. */
export function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${significant(Math.abs(value))}`;
}

/** Three significant digits; whole numbers in full. */
export function significant(value: number): string {
  if (value >= 1000) return formatCount(Math.round(value));
  return value === 0 ? "0" : String(Number(value.toPrecision(3)));
}

/** `18.3 % of 21 307`, or `1.42 over 21 307`. */
export function formatSample(sample: Sample): string {
  const of = formatCount(sample.of);
  if (sample.kind === "mean") return `${significant(sample.mean)} over ${of}`;
  return sample.of === 0 ? "nobody" : `${significant((100 * sample.count) / sample.of)} % of ${of}`;
}
