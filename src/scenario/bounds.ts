import type { Bounds } from "../measure/verdict.ts";
import type { Duration } from "../time/duration.ts";
import {
  type Fault,
  type Reading,
  readDuration,
  readShare,
  readWhole,
  reading,
  shown,
} from "./value.ts";

/** A number that a bound may be: a share, a count, or milliseconds. */
export type ReadBound = (input: unknown) => Reading<number>;

/** What a bound of a share, a count or a length of time is read by. */
export const READ = {
  share: readShare,
  count: readWhole,
  ms: (input: unknown): Reading<Duration> => readDuration(input),
} as const satisfies Readonly<Record<string, (input: unknown) => Reading<number>>>;

/** `0.5%..4%`, `>= 90%`, `<= 2s`: bounds in one word. Text alone; `max` alone where a bare value is meant as one. */
export function readBounds(input: unknown, read: ReadBound): Reading<Bounds> {
  if (typeof input !== "string")
    return {
      code: "EMPTY_BOUNDS",
      message: `${shown(input)} is no bound: write >= 90%, <= 4% or 0.5%..4%`,
    };
  const range = input.split("..");
  if (range.length === 2) return rangeOf(range, read);
  const sign = /^\s*(>=|<=|≥|≤)\s*(.+)$/.exec(input);
  if (sign === null)
    return {
      code: "EMPTY_BOUNDS",
      message: `${shown(input)} is no bound: write >= 90%, <= 4% or 0.5%..4%`,
    };
  const found = read(asWritten(sign[2]!));
  if (!("value" in found)) return found;
  return {
    value: sign[1] === ">=" || sign[1] === "≥" ? { min: found.value } : { max: found.value },
  };
}

function rangeOf([low = "", high = ""]: readonly string[], read: ReadBound): Reading<Bounds> {
  // `0.5..4 %`: a unit after the second number is meant for both.
  const unit = /^\s*[\d.]+\s*$/.test(low) ? (/[^\d.\s].*$/.exec(high)?.[0] ?? "") : "";
  const min = read(asWritten(low.trim() + unit));
  const max = read(asWritten(high));
  if (!("value" in min)) return min;
  if (!("value" in max)) return max;
  if (min.value <= max.value) return { value: { min: min.value, max: max.value } };
  return { code: "OUT_OF_RANGE", message: `${low.trim()} is more than ${high.trim()}` };
}

/** Digits in a text are a number; anything else stays what it is. */
function asWritten(text: string): string | number {
  return /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : text.trim();
}

/** A schema for bounds in one word. */
export function bounds(read: ReadBound) {
  return reading((input) => readBounds(input, read));
}

/** The fault of an expectation that asks for nothing. */
export const NOTHING_ASKED: Fault = {
  code: "EMPTY_BOUNDS",
  message: "this expectation asks for nothing: give min, max or a range such as 0.5%..4%",
};
