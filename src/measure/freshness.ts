import { FEEDS, type Feed } from "../model/event.ts";
import { type ProfileLog, SYNCS, type Sync, type Transition } from "../model/log.ts";
import { type Ratio, type RatioSums, ratioOf } from "../stats/ratio.ts";
import type { MeasureSetup } from "./setup.ts";
import { type Stay, overlapMs, staysOf } from "./subject.ts";

/** Member time in the stretch of one segment, in milliseconds, summed over profiles: `part` is wrong, `whole` is that on
 *  perfect data. */
type Sums = { -readonly [Key in keyof Omit<RatioSums, "units">]: bigint };

/** How wrong memberships were in time: of all profiles as the feeds are, under `segment`, and of the sample under each sync of
 *  each feed, under `segment/feed/sync`. */
export interface FreshnessTotals {
  all: number;
  sampled: number;
  readonly sums: Map<string, Sums>;
}

/** The freshness error: the time in which the engine's membership and that on perfect data differ, whichever of them says
 *  in, divided by the time of membership on perfect data; both within the stretch and summed over profiles. 0 is never
 *  wrong; it can be more than 1. Intervals are over profiles. */
export interface FreshnessMeasure {
  readonly status: "estimated";
  readonly asItIs: Ratio;
  /** Profiles that were observed again under every sync. */
  readonly sampled: number;
  /** One feed synced in another way, all others as they are. */
  readonly syncs: readonly SyncedFreshness[];
}

/** The error under one sync of one feed. */
export interface SyncedFreshness {
  readonly feed: Feed;
  readonly sync: Sync;
  readonly error: Ratio;
}

/** Nobody was looked at. */
export function emptyFreshness(): FreshnessTotals {
  return { all: 0, sampled: 0, sums: new Map() };
}

/** Adds one profile; one without truth adds nothing. */
export function foldFreshness(
  totals: FreshnessTotals,
  setup: MeasureSetup,
  { truth, transitions }: ProfileLog,
): void {
  if (truth === undefined) return;
  totals.all += 1;
  if (truth.synced !== undefined) totals.sampled += 1;
  else if (transitions.length + truth.perfect.length === 0) return; // most profiles
  const perfect = staysBySegment(truth.perfect);
  const add = (path: string, stays: Stays): void => {
    for (const segment of new Set([...stays.keys(), ...perfect.keys()])) {
      const own = stays.get(segment) ?? [];
      const right = perfect.get(segment) ?? [];
      const times = { wrong: wrongMs(own, right, setup), right: timeOf(right, setup) };
      addTimes(totals.sums, `${segment}${path}`, times);
    }
  };
  add("", staysBySegment(transitions));
  for (const { feed, sync, transitions: again } of truth.synced ?? [])
    add(`/${feed}/${sync}`, staysBySegment(again));
}

type Stays = ReadonlyMap<number, readonly Stay[]>;

/** The stays in the segments that the profile was ever in; of very many it is in few. */
function staysBySegment(transitions: readonly Transition[]): Stays {
  const segments = new Set(transitions.map(({ segment }) => segment));
  return new Map([...segments].map((segment) => [segment, staysOf(transitions, segment)]));
}

function addTimes(
  sums: FreshnessTotals["sums"],
  key: string,
  { wrong, right }: { readonly wrong: number; readonly right: number },
): void {
  if (wrong === 0 && right === 0) return;
  const part = BigInt(wrong);
  const whole = BigInt(right);
  addSums(sums, key, {
    counted: 1n,
    part,
    whole,
    partSquares: part * part,
    wholeSquares: whole * whole,
    products: part * whole,
  });
}

function addSums(sums: FreshnessTotals["sums"], key: string, more: Sums): void {
  const known = sums.get(key);
  if (known === undefined) return void sums.set(key, { ...more });
  known.counted += more.counted;
  known.part += more.part;
  known.whole += more.whole;
  known.partSquares += more.partSquares;
  known.wholeSquares += more.wholeSquares;
  known.products += more.products;
  return undefined;
}

/** The symmetric difference of two sets of stays. */
function wrongMs(stays: readonly Stay[], perfect: readonly Stay[], setup: MeasureSetup): number {
  const both = stays.reduce(
    (sum, stay) => sum + perfect.reduce((part, other) => part + sharedMs(stay, other, setup), 0),
    0,
  );
  return timeOf(stays, setup) + timeOf(perfect, setup) - 2 * both;
}

function timeOf(stays: readonly Stay[], setup: MeasureSetup): number {
  return stays.reduce((sum, stay) => sum + sharedMs(stay, stay, setup), 0);
}

function sharedMs(a: Stay, b: Stay, { start, end }: MeasureSetup): number {
  return overlapMs(a, b, { from: start, to: end });
}

/** Adds the totals of other profiles. */
export function mergeFreshness(into: FreshnessTotals, from: FreshnessTotals): void {
  into.all += from.all;
  into.sampled += from.sampled;
  for (const [key, sums] of from.sums) addSums(into.sums, key, sums);
}

const NOTHING: Sums = {
  counted: 0n,
  part: 0n,
  whole: 0n,
  partSquares: 0n,
  wholeSquares: 0n,
  products: 0n,
};

/** Reads the errors of one segment off. */
export function freshnessOf(totals: FreshnessTotals, segment: number): FreshnessMeasure {
  const { sums, all, sampled } = totals;
  const errorOf = (key: string, units: number): Ratio =>
    ratioOf({ units, ...(sums.get(key) ?? NOTHING) }, "profiles that were members");
  return {
    status: "estimated",
    asItIs: errorOf(`${segment}`, all),
    sampled,
    syncs: FEEDS.flatMap((feed) =>
      SYNCS.map((sync) => ({ feed, sync, error: errorOf(`${segment}/${feed}/${sync}`, sampled) })),
    ),
  };
}
