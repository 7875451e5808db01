import type { Feed } from "../model/event.ts";
import type { Blame, RepairedFault, StalenessKind } from "../model/log.ts";
import { type Rate, rateOf } from "../stats/proportion.ts";
import type { Subject } from "./subject.ts";
import { addCounts, count } from "./tally.ts";

/** Errors by kind, under the key `kind`; those that took several faults together, under `kind/interaction`; those that one repair
 *  prevents, under `kind/fault/feed`, the feed empty where the repair is of all feeds. */
export type BlameTotals = Map<string, number>;

/** So many errors of each kind. */
export type ByKind<T> = Readonly<Record<StalenessKind, T>>;

/** How many errors of each kind one repair alone prevents, of all of that kind. */
export interface BlamedRepair extends RepairedFault {
  readonly prevented: ByKind<Rate>;
}

/** What the staleness errors are to blame on. An error may be prevented by several repairs, so shares need not add up. */
export interface BlameMeasure {
  readonly status: "estimated";
  readonly errors: ByKind<number>;
  /** Errors that no repair prevents alone. */
  readonly interaction: ByKind<Rate>;
  /** The repairs that prevent anything, the one that prevents most first. */
  readonly repairs: readonly BlamedRepair[];
}

/** No error. */
export function emptyBlame(): BlameTotals {
  return new Map();
}

/** Adds one profile. */
export function foldBlame(totals: BlameTotals, { log, segment }: Subject): void {
  for (const blame of log.truth?.blames ?? [])
    if (blame.segment === segment) for (const key of keysOf(blame)) count(totals, key);
}

function keysOf({ kind, repairs }: Blame): readonly string[] {
  if (repairs.length === 0) return [kind, `${kind}/interaction`];
  return [kind, ...repairs.map((repair) => `${kind}/${nameOf(repair)}`)];
}

/** Adds the totals of other profiles. */
export function mergeBlame(into: BlameTotals, from: BlameTotals): void {
  addCounts(into, from);
}

/** Reads the shares off. */
export function blameOf(totals: BlameTotals): BlameMeasure {
  const number = (key: string): number => totals.get(key) ?? 0;
  const rates = (what: string): ByKind<Rate> =>
    byKind((kind) => rateOf(number(`${kind}/${what}`), number(kind), NAMES[kind]));
  const repairs = [...totals.keys()].flatMap((key) => {
    const [, fault, feed] = key.split("/");
    return fault === undefined || feed === undefined ? [] : [`${fault}/${feed}`];
  });
  const all = [...new Set(repairs)].map((repair): BlamedRepair => {
    const [fault = "", feed = ""] = repair.split("/");
    return { fault, feed: feed === "" ? undefined : (feed as Feed), prevented: rates(repair) };
  });
  return {
    status: "estimated",
    errors: byKind(number),
    interaction: rates("interaction"),
    repairs: all.toSorted((a, b) => weightOf(b) - weightOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
}

const NAMES: ByKind<string> = {
  staleness_false_positive: "staleness false positives",
  lucky_positive: "lucky positives",
  stale_send: "sends that are staleness false positives",
  lucky_send: "lucky sends",
  staleness_false_negative: "staleness false negatives",
  averted: "entries averted by a fault",
};

function byKind<T>(make: (kind: StalenessKind) => T): ByKind<T> {
  return {
    staleness_false_positive: make("staleness_false_positive"),
    lucky_positive: make("lucky_positive"),
    stale_send: make("stale_send"),
    lucky_send: make("lucky_send"),
    staleness_false_negative: make("staleness_false_negative"),
    averted: make("averted"),
  };
}

/** What harms is weighed: wrongly in, and wrongly out. */
function weightOf({ prevented }: BlamedRepair): number {
  const number = (rate: Rate): number => (rate.status === "estimated" ? rate.count : 0);
  return number(prevented.staleness_false_positive) + number(prevented.staleness_false_negative);
}

function nameOf({ fault, feed }: RepairedFault): string {
  return `${fault}/${feed ?? ""}`;
}
