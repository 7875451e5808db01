import type { Comparator } from "../../../model/predicate.ts";

/** A place between numbers: just before `at`, or just after it. */
interface Cut {
  readonly at: number;
  readonly after: boolean;
}

/** A set of numbers: disjoint stretches in ascending order, each from one cut to the next. */
export type Numbers = readonly Cut[];

const BOTTOM: Cut = { at: -Infinity, after: false };
const TOP: Cut = { at: Infinity, after: true };

/** No number, and every number. */
export const NO_NUMBERS: Numbers = [];
export const ALL_NUMBERS: Numbers = [BOTTOM, TOP];

/** The numbers from `low` on, and those up to `high`, the bound included. */
export function from(low: number): Numbers {
  return [before(low), TOP];
}
export function upTo(high: number): Numbers {
  return [BOTTOM, after(high)];
}

/** The numbers above `low`, and those below `high`, without the bound itself. */
export function above(low: number): Numbers {
  return [after(low), TOP];
}
export function below(high: number): Numbers {
  return [BOTTOM, before(high)];
}

/** These numbers alone. */
export function only(...numbers: readonly number[]): Numbers {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
  return sorted.flatMap((number) => [before(number), after(number)]);
}

/** The numbers that compare so with one. */
export function numbersOf(comparator: Comparator, number: number): Numbers {
  switch (comparator) {
    case "=":
      return only(number);
    case "!=":
      return others(only(number));
    case "<":
      return below(number);
    case "<=":
      return upTo(number);
    case ">":
      return above(number);
    case ">=":
      return from(number);
  }
}

/** The numbers from `low` up to but without `high`; none if `high` is not above it. */
export function range(low: number, high: number): Numbers {
  return low < high ? [before(low), before(high)] : NO_NUMBERS;
}

/** The numbers that are in both sets. */
export function both(a: Numbers, b: Numbers): Numbers {
  const cuts: Cut[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const start = later(a[i]!, b[j]!);
    const [endOfA, endOfB] = [a[i + 1]!, b[j + 1]!];
    const isFirst = compare(endOfA, endOfB) <= 0;
    const end = isFirst ? endOfA : endOfB;
    if (compare(start, end) < 0) cuts.push(start, end);
    if (isFirst) i += 2;
    else j += 2;
  }
  return cuts;
}

/** The numbers that are in one of the sets or in both. */
export function unionOf(a: Numbers, b: Numbers): Numbers {
  return others(both(others(a), others(b)));
}

/** The numbers that are not in the set. */
export function others(set: Numbers): Numbers {
  const cuts = compare(set[0] ?? TOP, BOTTOM) === 0 ? set.slice(1) : [BOTTOM, ...set];
  return compare(cuts.at(-1)!, TOP) === 0 ? cuts.slice(0, -1) : [...cuts, TOP];
}

/** The same whole numbers, each stretch from a whole number up to a whole number. */
export function whole(set: Numbers): Numbers {
  const cuts: Cut[] = [];
  for (let index = 0; index < set.length; index += 2) {
    const [start, end] = [set[index]!, set[index + 1]!];
    const low = start.after ? Math.floor(start.at) + 1 : Math.ceil(start.at);
    const high = end.after ? Math.floor(end.at) : Math.ceil(end.at) - 1;
    if (low <= high) cuts.push(before(low), after(high));
  }
  return cuts;
}

/** The numbers that are at least as great as the least of the set; those at most as great as its greatest. */
export function fromLeastOf(set: Numbers): Numbers {
  return set.length === 0 ? NO_NUMBERS : [set[0]!, TOP];
}
export function upToGreatestOf(set: Numbers): Numbers {
  return set.length === 0 ? NO_NUMBERS : [BOTTOM, set.at(-1)!];
}

/** Whether two sets hold the same numbers. */
export function same(a: Numbers, b: Numbers): boolean {
  return a.length === b.length && a.every((cut, index) => compare(cut, b[index]!) === 0);
}

function before(at: number): Cut {
  return { at, after: false };
}

function after(at: number): Cut {
  return { at, after: true };
}

function compare(a: Cut, b: Cut): number {
  return a.at === b.at ? Number(a.after) - Number(b.after) : a.at - b.at;
}

function later(a: Cut, b: Cut): Cut {
  return compare(a, b) < 0 ? b : a;
}
