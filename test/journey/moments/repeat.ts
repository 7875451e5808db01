import { type BgNbd, type Customer, chanceAlive, expectedOrders, fitBgNbd } from "./bgnbd.ts";
import type { Estimate } from "./tally.ts";
import { jackknife } from "./tally.ts";

/** The days, from 0 on, on which one person orders. */
export type Days = readonly number[];

/** How long people are watched, and until when a first order makes one a customer: as in CDNOW. */
export const WEEKS = 78;
const COHORT = 12 * 7;
const HALF = (WEEKS / 2) * 7;

/** Those whose first order falls into the first quarter. */
export function buyersOf(all: readonly Days[]): readonly Days[] {
  return all.filter((days) => days[0] !== undefined && days[0] < COHORT);
}

/** Buyers as BG/NBD sees them on the day `end`. */
export function customersOf(buyers: readonly Days[], end = WEEKS * 7): readonly Customer[] {
  return buyers.map((days) => {
    const seen = days.filter((day) => day < end);
    return {
      repeats: seen.length - 1,
      recency: (seen.at(-1)! - seen[0]!) / 7,
      watched: (end - seen[0]!) / 7,
    };
  });
}

/** The share of buyers who order once. */
export function onceOf(all: readonly Days[]): number {
  const buyers = buyersOf(all);
  return buyers.filter((days) => days.length === 1).length / buyers.length;
}

/** The share of orders that the most frequent fifth of buyers makes. */
export function topFifthOf(all: readonly Days[]): number {
  const counts = buyersOf(all)
    .map((days) => days.length)
    .toSorted((a, b) => b - a);
  const sum = (some: readonly number[]): number => some.reduce((total, each) => total + each, 0);
  return sum(counts.slice(0, Math.round(counts.length / 5))) / sum(counts);
}

const fits = new WeakMap<readonly Days[], (figure: (model: BgNbd) => number) => Estimate>();

/** A figure of the refitted model, with its error by leaving out blocks of people. */
export function refitted(figure: (model: BgNbd) => number): (all: readonly Days[]) => Estimate {
  return (all) => {
    const fit = fits.get(all) ?? fitOf(all);
    fits.set(all, fit);
    return fit(figure);
  };
}

function fitOf(all: readonly Days[]): (figure: (model: BgNbd) => number) => Estimate {
  const whole = fitBgNbd(customersOf(buyersOf(all)));
  const models: BgNbd[] = [];
  jackknife<Days>((some) => {
    models.push(some === all ? whole : fitBgNbd(customersOf(buyersOf(some)), whole));
    return 0;
  })(all);
  return (figure) => {
    let next = 0;
    return jackknife<Days>(() => figure(models[next++]!))(all);
  };
}

/** The orders of the second half of the weeks, of those that a fit to the first foresees, for customers whom it holds
 *  alive with a chance in `[from, to)`. */
export function foreseen(from: number, to: number): (all: readonly Days[]) => Estimate {
  return (all) => {
    const buyers = buyersOf(all);
    const customers = customersOf(buyers, HALF);
    const model = fitBgNbd(customers);
    let [found, expected, squares] = [0, 0, 0];
    for (const [index, customer] of customers.entries()) {
      const alive = chanceAlive(model, customer);
      if (alive < from || alive >= to) continue;
      const orders = buyers[index]!.filter((day) => day >= HALF).length;
      const own = expectedOrders(model, customer, WEEKS / 2);
      found += orders;
      expected += own;
      squares += (orders - own) ** 2;
    }
    return { value: found / expected, error: Math.sqrt(squares) / expected };
  };
}
