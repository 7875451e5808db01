import { instant } from "../../time/instant.ts";
import type { Stretch } from "./recording.ts";
import type { Rows } from "./rows.ts";

/** The rows of every person, side by side: those of profile `p` are `order[starts[p]]` up to `order[starts[p + 1] - 1]`,
 *  in the order `(arrivedAt, file, line)`. */
export interface RowsByProfile {
  readonly profiles: readonly string[];
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
}

/** The earliest `at` and the latest `arrivedAt`; `undefined` if there is no row. */
export function spanOf(rows: Rows, { order }: RowsByProfile): Stretch | undefined {
  if (order.length === 0) return undefined;
  let [from, to] = [Infinity, -Infinity];
  for (const row of order) {
    from = Math.min(from, rows.happenedAt(row));
    to = Math.max(to, rows.arrivedAt(row));
  }
  return { from: instant(from), to: instant(to) };
}

/** How many profiles no row tells the zone of. */
export function countZonesAssumed(rows: Rows, { order, starts }: RowsByProfile): number {
  let count = 0;
  for (let profile = 0; profile + 1 < starts.length; profile++) {
    const own = order.subarray(starts[profile], starts[profile + 1]);
    if (!own.some((row) => rows.tellsZone(row))) count += 1;
  }
  return count;
}

/** Puts the rows of every person side by side: counts, places, then sorts what did not arrive in order. */
export function groupByProfile(rows: Rows): RowsByProfile {
  const ids = rows.identities.resolve();
  const alive: number[] = [];
  for (let row = 0; row < rows.length; row++) if (rows.isAlive(row)) alive.push(row);
  const { profiles, numberOfKey } = numberProfiles(ids, [
    ...new Set([...alive.map((row) => rows.keyOf(row)), ...rows.named]),
  ]);
  const starts = new Uint32Array(profiles.length + 1);
  const profileOf = (row: number): number => numberOfKey[rows.keyOf(row)]!;
  for (const row of alive) starts[profileOf(row) + 1]! += 1;
  for (let profile = 0; profile < profiles.length; profile++)
    starts[profile + 1]! += starts[profile]!;
  const order = new Uint32Array(alive.length);
  const next = starts.slice();
  for (const row of alive) order[next[profileOf(row)]!++] = row;
  for (let profile = 0; profile < profiles.length; profile++)
    sortByArrival(order.subarray(starts[profile], starts[profile + 1]), rows);
  return { profiles, order, starts };
}

function numberProfiles(
  ids: readonly string[],
  keys: readonly number[],
): { readonly profiles: readonly string[]; readonly numberOfKey: Int32Array } {
  const profiles = [...new Set(keys.map((key) => ids[key]!))].toSorted((a, b) => (a < b ? -1 : 1));
  const numbers = new Map(profiles.map((id, number) => [id, number]));
  return { profiles, numberOfKey: Int32Array.from(ids, (id) => numbers.get(id) ?? -1) };
}

function sortByArrival(order: Uint32Array, rows: Rows): void {
  const isInOrder = order.every(
    (row, index) => index === 0 || rows.arrivedAt(order[index - 1]!) <= rows.arrivedAt(row),
  );
  if (!isInOrder) order.sort((a, b) => rows.arrivedAt(a) - rows.arrivedAt(b) || a - b);
}
