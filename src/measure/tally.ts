/** Whole numbers in a row that are added up; exact to 2^53 in any order. */
export type Tally = Float64Array<ArrayBuffer>;

/** How often each value came. */
export type Counts = Map<number, number>;

/** A row of `length` zeros. */
export function tally(length: number): Tally {
  return new Float64Array(length);
}

/** Adds one row to another, place by place. */
export function addTally(into: Tally, from: Tally): void {
  for (let index = 0; index < into.length; index++) into[index]! += from[index]!;
}

/** Counts `value` once more, or `times` more. */
export function count<K>(counts: Map<K, number>, value: K, times: number = 1): void {
  counts.set(value, (counts.get(value) ?? 0) + times);
}

/** Adds the counts of one to another. */
export function addCounts<K>(into: Map<K, number>, from: ReadonlyMap<K, number>): void {
  for (const [value, times] of from) count(into, value, times);
}

/** The values that came and how often, the least first. */
export function ascending(counts: Counts): readonly (readonly [value: number, times: number])[] {
  return [...counts].toSorted(([a], [b]) => a - b);
}
