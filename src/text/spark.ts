const BARS = "▁▂▃▄▅▆▇█";

/** A line of bars, one for each value, from the least to the greatest; with `width`, the greatest of each of so many
 *  stretches. Values that are no finite numbers are drawn as a space. */
export function spark(values: readonly number[], width: number = values.length): string {
  const shown = width < values.length ? squeeze(values, width) : values;
  const finite = shown.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  return shown.map((value) => (Number.isFinite(value) ? bar(value, low, high) : " ")).join("");
}

function bar(value: number, low: number, high: number): string {
  if (high === low) return BARS[0]!;
  // Halves, where the whole difference would be too large a number.
  const share = Number.isFinite(high - low)
    ? (value - low) / (high - low)
    : (value / 2 - low / 2) / (high / 2 - low / 2);
  return BARS[Math.round(share * (BARS.length - 1))]!;
}

function squeeze(values: readonly number[], width: number): readonly number[] {
  const edge = (index: number): number => Math.floor((index * values.length) / width);
  return Array.from({ length: Math.max(0, Math.floor(width)) }, (_, index) =>
    values.slice(edge(index), edge(index + 1)).reduce((a, b) => Math.max(a, b)),
  );
}
