import { parseInstant } from "../../../time/instant.ts";
import { ALL_NUMBERS, type Numbers, both, only } from "./numbers.ts";

/** A set of texts: those that pass every one of its tests. */
export interface Texts {
  /** If it is there, no other text is meant. */
  readonly only?: readonly string[];
  readonly not: readonly string[];
  /** What a text must contain, and must not. */
  readonly parts: readonly string[];
  readonly noParts: readonly string[];
  /** The instants that a text may spell, and whether it may spell none. */
  readonly instants: Numbers;
  readonly unspelt: boolean;
}

/** Every text, and none. */
export const ALL_TEXTS: Texts = {
  not: [],
  parts: [],
  noParts: [],
  instants: ALL_NUMBERS,
  unspelt: true,
};
export const NO_TEXTS: Texts = { ...ALL_TEXTS, only: [] };

/** The instant that a text spells, without a zone as if in UTC, or `undefined`. */
export function spelledBy(text: string): number | undefined {
  const written = parseInstant(text);
  return written?.kind === "wall" ? written.wall : written?.at;
}

/** The texts that are in both sets. */
export function bothTexts(a: Texts, b: Texts): Texts {
  if (a === ALL_TEXTS) return b;
  if (b === ALL_TEXTS) return a;
  const joined: Texts = {
    not: [...a.not, ...b.not],
    parts: [...a.parts, ...b.parts],
    noParts: [...a.noParts, ...b.noParts],
    instants: both(a.instants, b.instants),
    unspelt: a.unspelt && b.unspelt,
  };
  const named = a.only === undefined ? b.only : a.only.filter((each) => isAmong(each, b));
  if (named === undefined) return joined;
  const left = named.filter((each) => isAmong(each, joined));
  return { ...ALL_TEXTS, only: left };
}

/** Whether surely no text is in the set. */
export function hasNoText({ only: named, parts, noParts, instants, unspelt }: Texts): boolean {
  if (named !== undefined) return named.length === 0;
  if (instants.length === 0 && !unspelt) return true;
  return noParts.some((part) => part === "" || parts.some((each) => each.includes(part)));
}

function isAmong(text: string, set: Texts): boolean {
  const at = spelledBy(text);
  return (
    set.only?.includes(text) !== false &&
    !set.not.includes(text) &&
    set.parts.every((part) => text.includes(part)) &&
    !set.noParts.some((part) => text.includes(part)) &&
    (at === undefined ? set.unspelt : both(set.instants, only(at)).length > 0)
  );
}
