const BARS = "▁▂▃▄▅▆▇█";

/** A line of bars, one for each value, from the least to the greatest; with `width`, the greatest of each of so many
 *  stretches. Values that are no finite numbers are drawn as a space. */
export function spark(values: readonly number[], width: number = values.length): string {
  const shown = width < values.length ? squeeze(values, width) : values;
  const finite = shown.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return shown.map((value) => (Number.isFinite(value) ? bar(value, low, high) : " ")).join("");
}

function bar(value: number, low: number, high: number): string {
  if (high === low) return BARS[0]!;
  return BARS[Math.round(((value - low) / (high - low)) * (BARS.length - 1))]!;
}

function squeeze(values: readonly number[], width: number): readonly number[] {
  const edge = (index: number): number => Math.floor((index * values.length) / width);
  return Array.from({ length: Math.max(0, Math.floor(width)) }, (_, index) =>
    values.slice(edge(index), edge(index + 1)).reduce((a, b) => Math.max(a, b)),
  );
}
