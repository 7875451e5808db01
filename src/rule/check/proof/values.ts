import type { ValueTest } from "../../../model/predicate.ts";
import {
  ALL_NUMBERS,
  NO_NUMBERS,
  type Numbers,
  both,
  numbersOf,
  only,
  others,
  same,
} from "./numbers.ts";
import { ALL_TEXTS, NO_TEXTS, type Texts, bothTexts, hasNoText, spelledBy } from "./texts.ts";

/** A set of what a condition may find: nothing at all, true and false, numbers, texts, and lists by what they contain. */
export interface Values {
  readonly missing: boolean;
  readonly booleans: readonly boolean[];
  readonly numbers: Numbers;
  readonly texts: Texts;
  readonly lists: Lists;
}

/** The lists and objects that contain all of `parts` and none of `noParts`; `none` if there shall be no list. */
export interface Lists {
  readonly none: boolean;
  readonly parts: readonly (string | number)[];
  readonly noParts: readonly (string | number)[];
}

const ALL_LISTS: Lists = { none: false, parts: [], noParts: [] };
const NO_LISTS: Lists = { ...ALL_LISTS, none: true };

/** No value, and every value, a missing one included. */
export const NO_VALUES: Values = {
  missing: false,
  booleans: [],
  numbers: NO_NUMBERS,
  texts: NO_TEXTS,
  lists: NO_LISTS,
};
export const ALL_VALUES: Values = {
  missing: true,
  booleans: [false, true],
  numbers: ALL_NUMBERS,
  texts: ALL_TEXTS,
  lists: ALL_LISTS,
};
export const MISSING: Values = { ...NO_VALUES, missing: true };
export const PRESENT: Values = { ...ALL_VALUES, missing: false };

/** Numbers alone, and numbers or a missing value. */
export function numeric(numbers: Numbers): Values {
  return { ...NO_VALUES, numbers };
}
export function numericOrMissing(numbers: Numbers): Values {
  return { ...MISSING, numbers };
}

/** Texts alone. */
export function texts(...named: readonly string[]): Values {
  return { ...NO_VALUES, texts: { ...ALL_TEXTS, only: named } };
}

/** The values that are in both sets. */
export function bothValues(a: Values, b: Values): Values {
  return {
    missing: a.missing && b.missing,
    booleans: a.booleans.filter((each) => b.booleans.includes(each)),
    numbers: both(a.numbers, b.numbers),
    texts: bothTexts(a.texts, b.texts),
    lists: bothLists(a.lists, b.lists),
  };
}

function bothLists(a: Lists, b: Lists): Lists {
  return {
    none: a.none || b.none,
    parts: [...a.parts, ...b.parts],
    noParts: [...a.noParts, ...b.noParts],
  };
}

/** Whether surely no value is in the set. */
export function isEmpty(set: Values): boolean {
  return !set.missing && hasNothing(set);
}

function hasNothing({ booleans, numbers, texts: some, lists }: Values): boolean {
  const hasNoList = lists.none || lists.parts.some((each) => lists.noParts.includes(each));
  return booleans.length === 0 && numbers.length === 0 && hasNoText(some) && hasNoList;
}

/** Whether the set is the same where it was narrowed to `narrowed`. */
export function isUnchanged(set: Values, narrowed: Values): boolean {
  return set.missing === narrowed.missing && same(set.numbers, narrowed.numbers);
}

/** The values that pass a test, and those that fail it. A comparison with a missing value or one of another type fails,
 *  `!=` included (language.md, law 8). */
export function valuesOf(test: ValueTest): { readonly pass: Values; readonly fail: Values } {
  switch (test.kind) {
    case "missing":
      return { pass: MISSING, fail: PRESENT };
    case "present":
      return { pass: PRESENT, fail: MISSING };
    case "one_of":
      return { pass: anyOf(test.values), fail: noneOf(test.values) };
    case "contains":
      return containing(test.value);
    case "compare": {
      const { comparator, value } = test;
      if (comparator === "=") return { pass: anyOf([value]), fail: noneOf([value]) };
      if (comparator === "!=") {
        const pass = bothValues(noneOf([value]), typeOf(value));
        return { pass, fail: { ...anyOf([value]), ...exceptTypeOf(value) } };
      }
      return ordered(comparator, value);
    }
  }
}

type Scalar = string | number | boolean;

function anyOf(values: readonly Scalar[]): Values {
  const { texts: named, numbers, booleans } = sorted(values);
  return {
    ...NO_VALUES,
    booleans,
    numbers: only(...numbers),
    texts: { ...ALL_TEXTS, only: named },
  };
}

function noneOf(values: readonly Scalar[]): Values {
  const { texts: named, numbers, booleans } = sorted(values);
  return {
    ...ALL_VALUES,
    booleans: [false, true].filter((each) => !booleans.includes(each)),
    numbers: others(only(...numbers)),
    texts: { ...ALL_TEXTS, not: named },
  };
}

function sorted(values: readonly Scalar[]) {
  return {
    texts: values.filter((each) => typeof each === "string"),
    numbers: values.filter((each) => typeof each === "number"),
    booleans: values.filter((each) => typeof each === "boolean"),
  };
}

/** All values of the type of one. */
function typeOf(value: Scalar): Values {
  if (typeof value === "string") return { ...NO_VALUES, texts: ALL_TEXTS };
  if (typeof value === "number") return numeric(ALL_NUMBERS);
  return { ...NO_VALUES, booleans: [false, true] };
}

/** Everything but the values of the type of one, as the parts of a set. */
function exceptTypeOf(value: Scalar): Partial<Values> {
  const { booleans, numbers, texts: every, missing, lists } = ALL_VALUES;
  if (typeof value === "string") return { missing, booleans, numbers, lists };
  if (typeof value === "number") return { missing, booleans, texts: every, lists };
  return { missing, numbers, texts: every, lists };
}

function ordered(comparator: "<" | "<=" | ">" | ">=", value: Scalar) {
  if (typeof value === "number") {
    const numbers = numbersOf(comparator, value);
    return { pass: numeric(numbers), fail: { ...ALL_VALUES, numbers: others(numbers) } };
  }
  const at = typeof value === "string" ? spelledBy(value) : undefined;
  if (at === undefined) return { pass: NO_VALUES, fail: ALL_VALUES };
  const instants = numbersOf(comparator, at);
  const passing: Texts = { ...ALL_TEXTS, instants, unspelt: false };
  const failing: Texts = { ...ALL_TEXTS, instants: others(instants) };
  return { pass: { ...NO_VALUES, texts: passing }, fail: { ...ALL_VALUES, texts: failing } };
}

function containing(part: string | number) {
  const some: Lists = { ...ALL_LISTS, parts: [part] };
  const no: Lists = { ...ALL_LISTS, noParts: [part] };
  if (typeof part === "number")
    return { pass: { ...NO_VALUES, lists: some }, fail: { ...ALL_VALUES, lists: no } };
  return {
    pass: { ...NO_VALUES, lists: some, texts: { ...ALL_TEXTS, parts: [part] } },
    fail: { ...ALL_VALUES, lists: no, texts: { ...ALL_TEXTS, noParts: [part] } },
  };
}
