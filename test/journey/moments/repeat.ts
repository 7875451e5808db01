import type { PeopleSettings } from "../../../src/journey/settings.ts";
import { instant } from "../../../src/time/instant.ts";
import { forEachLife } from "../living.ts";
import { type Customer, fitBgNbd } from "./bgnbd.ts";
import type { Part } from "./report.ts";
import type { Moment } from "./sheet.ts";

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const WEEKS = 78;
/** Who is watched: people whose first order falls into the first quarter, as in CDNOW. */
const COHORT = 12 * WEEK;

/** What a population of buyers looks like. */
export interface Buyers {
  readonly customers: readonly Customer[];
  /** The share of buyers who order once, and of orders that the most frequent fifth of buyers makes. */
  readonly once: number;
  readonly topFifth: number;
}

/** Buyers by the days on which each orders. */
export function buyersOf(days: readonly (readonly number[])[], end: number): Buyers {
  const buyers = days.filter((own) => own.length > 0);
  const customers = buyers.map((own) => ({
    repeats: own.length - 1,
    recency: (own.at(-1)! - own[0]!) / 7,
    watched: (end - own[0]!) / 7,
  }));
  const counts = buyers.map((own) => own.length).toSorted((a, b) => b - a);
  const total = counts.reduce((sum, each) => sum + each, 0);
  const top = counts.slice(0, Math.round(counts.length / 5)).reduce((sum, each) => sum + each, 0);
  return {
    customers,
    once: counts.filter((each) => each === 1).length / counts.length,
    topFifth: top / total,
  };
}

/** The buyers of a population that lives for 78 weeks without mail, and first orders in the first 12. */
export function liveLong(people: number, settings: PeopleSettings): Buyers {
  const from = Date.UTC(2026, 0, 5);
  const span = { seed: "7", from: instant(from), to: instant(from + WEEKS * WEEK) };
  const days: (readonly number[])[] = [];
  forEachLife(people, { settings: { ...settings, mailings: {} }, span }, ({ events }) => {
    const own = events.filter(({ name }) => name === "Order Completed");
    const all = [...new Set(own.map(({ at }) => Math.floor((at - from) / DAY)))];
    if (all[0] !== undefined && all[0] * DAY < COHORT) days.push(all);
  });
  return buyersOf(days, (WEEKS * WEEK) / DAY);
}

/** The moments of repeat purchase: the shape of CDNOW, by the same two figures and by a refit. */
export function repeatRows(buyers: Buyers): Part["rows"] {
  const { customers, once, topFifth } = buyers;
  const error = Math.sqrt((once * (1 - once)) / customers.length);
  const { r, alpha, a, b } = fitBgNbd(customers);
  const row = (
    name: string,
    [value, spread]: readonly [number, number],
    [target, slack]: readonly [Moment["target"], number],
  ): Part["rows"][number] => {
    const found = { value, error: spread };
    const source = "CDNOW; Fader, Hardie and Lee, 2005";
    return { moment: { name, source, target, slack, measure: () => found }, found };
  };
  return [
    row("buyers who buy once in 78 weeks", [once, error], [[0.45, 0.6], 0]),
    row("orders of the most frequent fifth of buyers", [topFifth, error], [[0.5, 0.65], 0]),
    row("refit of BG/NBD: r", [r, 0], [0.243, 0.15]),
    row("refit of BG/NBD: alpha, weeks", [alpha, 0], [4.414, 2.5]),
    row("refit of BG/NBD: chance to be lost after an order", [a / (a + b), 0], [0.246, 0.08]),
  ];
}
