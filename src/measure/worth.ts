import type { Deeds, ProfileLog, SendOutcome, Worlds } from "../model/log.ts";
import { type NotEstimable, type Rate, notEstimable, rateOf } from "../stats/proportion.ts";
import { type MeasureSetup, type Prices, isMeasured } from "./setup.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** The prices of a scenario that names none. */
export const USUAL_PRICES: Prices = {
  margin: 0.45, // assumed: gross margins of retail lie between 0.3 and 0.6
  send: 0.001, // assumed: senders' list prices are about 1 for a thousand messages
  unsubscribe: 1, // assumed: some months of what mail to one subscriber brings
  complaint: 5, // assumed: as much as five unsubscribes, because it weighs on all other mail
};

/** What may be wasted about a send that brings nothing: it annoyed or put off, it gave away a discount to somebody who would
 *  have bought anyway, nobody would have bought in either case, or what it brought cost more. */
export const WASTES = ["harm", "sureThing", "lostCause", "atALoss"] as const;

/** One of them. */
export type Waste = (typeof WASTES)[number];

const DELTAS = ["listCents", "discountCents", "unsubscribes", "complaints"] as const;
const SENDS = 0;
const FIRST_WASTE = 1;
const FIRST_DELTA = FIRST_WASTE + WASTES.length;
const LENGTH = FIRST_DELTA + DELTAS.length;

/** By segment: sends, those of each waste, and by how much they changed what people did. For the run: its sends, and what
 *  people did with them and without. */
export interface WorthTotals {
  readonly segments: readonly Tally[];
  readonly policy: Tally;
}

/** What the sends of a segment are worth: an assumed effect, as the effects of messages on people are inputs. */
export interface WorthMeasure {
  readonly status: "estimated";
  readonly sends: number;
  /** Sends whose worth is nothing or less, of all. */
  readonly wasted: Rate;
  readonly wastes: Readonly<Record<Waste, number>>;
  /** In the money of the shop, of all sends and of one on average. */
  readonly value: number;
  readonly perSend: number;
  /** Discounts that the sends gave away, less those that they spared. */
  readonly discounts: number;
}

/** What the run is worth with the rules' sends and without them: an assumed effect. */
export interface PolicyValue {
  readonly status: "estimated";
  readonly sends: number;
  readonly with: number;
  readonly without: number;
  readonly difference: number;
}

/** Nothing was sent. */
export function emptyWorth({ segments }: MeasureSetup): WorthTotals {
  return {
    segments: segments.map(() => tally(LENGTH)),
    policy: tally(1 + 2 * DELTAS.length),
  };
}

/** Adds one profile. */
export function foldWorth(totals: WorthTotals, setup: MeasureSetup, log: ProfileLog): void {
  const { worlds, outcomes = [] } = log.truth ?? {};
  for (const outcome of outcomes)
    if (isMeasured(setup, outcome.at)) addSend(totals.segments[outcome.segment]!, setup, outcome);
  if (worlds === undefined) return;
  totals.policy[0]! += log.sends.filter(({ at, ghost }) => !ghost && isMeasured(setup, at)).length;
  for (const [index, kind] of DELTAS.entries()) {
    totals.policy[1 + index]! += worlds.with[kind];
    totals.policy[1 + DELTAS.length + index]! += worlds.without[kind];
  }
}

function addSend(cells: Tally, setup: MeasureSetup, { worlds }: SendOutcome): void {
  if (worlds === undefined) return;
  cells[SENDS]! += 1;
  for (const [index, kind] of DELTAS.entries())
    cells[FIRST_DELTA + index]! += worlds.with[kind] - worlds.without[kind];
  const waste = wasteOf(worlds, setup.prices ?? USUAL_PRICES);
  if (waste !== undefined) cells[FIRST_WASTE + WASTES.indexOf(waste)]! += 1;
}

/** How a send was wasted, if its worth is nothing or less. */
export function wasteOf(worlds: Worlds, prices: Prices): Waste | undefined {
  const { with: sent, without } = worlds;
  if (valueOf(sent, prices) - prices.send > valueOf(without, prices)) return undefined;
  const isAnnoyed =
    sent.unsubscribes > without.unsubscribes || sent.complaints > without.complaints;
  if (isAnnoyed || sent.orders < without.orders) return "harm";
  if (sent.orders > without.orders) return "atALoss";
  return sent.orders > 0 ? "sureThing" : "lostCause";
}

/** What is left of what people did: the margin on list prices, less discounts and annoyance. In the money of the shop. */
function valueOf(deeds: Omit<Deeds, "orders">, prices: Prices): number {
  const { listCents, discountCents, unsubscribes, complaints } = deeds;
  const kept = (prices.margin * listCents - discountCents) / 100;
  return kept - prices.unsubscribe * unsubscribes - prices.complaint * complaints;
}

/** Adds the totals of other profiles. */
export function mergeWorth(into: WorthTotals, from: WorthTotals): void {
  for (const [segment, cells] of into.segments.entries()) addTally(cells, from.segments[segment]!);
  addTally(into.policy, from.policy);
}

/** Reads off what the sends of a segment are worth. */
export function worthOf(
  { segments }: WorthTotals,
  setup: MeasureSetup,
  segment: number,
): WorthMeasure | NotEstimable {
  const cells = segments[segment]!;
  const sends = cells[SENDS]!;
  if (sends === 0) return notEstimable("nothing was sent, or the twin world was not run");
  const prices = setup.prices ?? USUAL_PRICES;
  const counts = WASTES.map((waste, index) => [waste, cells[FIRST_WASTE + index]!] as const);
  const wasted = counts.reduce((sum, [, count]) => sum + count, 0);
  const change = deedsAt(cells, FIRST_DELTA);
  const value = valueOf(change, prices) - prices.send * sends;
  return {
    status: "estimated",
    sends,
    wasted: rateOf(wasted, sends, "sends"),
    wastes: Object.fromEntries(counts) as Record<Waste, number>,
    value,
    perSend: value / sends,
    discounts: change.discountCents / 100,
  };
}

/** Reads off what the run is worth in both worlds. */
export function policyValueOf({ policy }: WorthTotals, setup: MeasureSetup): PolicyValue {
  const prices = setup.prices ?? USUAL_PRICES;
  const sends = policy[0]!;
  const sent = valueOf(deedsAt(policy, 1), prices) - prices.send * sends;
  const without = valueOf(deedsAt(policy, 1 + DELTAS.length), prices);
  return { status: "estimated", sends, with: sent, without, difference: sent - without };
}

function deedsAt(cells: Tally, first: number): Omit<Deeds, "orders"> {
  const [listCents = 0, discountCents = 0, unsubscribes = 0, complaints = 0] =
    cells.subarray(first);
  return { listCents, discountCents, unsubscribes, complaints };
}
