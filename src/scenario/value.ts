import * as v from "valibot";
import { type Duration, parseDuration } from "../time/duration.ts";
import { type Instant, EARLIEST, LATEST, parseInstant } from "../time/instant.ts";
import { findZone, zoneNames } from "../time/zone.ts";
import { didYouMean } from "../text/suggest.ts";
import type { ScenarioErrorCode } from "./error.ts";

/** What is wrong with a value: the code, what to write instead, and perhaps a hint for beside the caret. */
export interface Fault {
  readonly code: ScenarioErrorCode;
  readonly message: string;
  readonly note?: string | undefined;
}

/** What a reader of a value gives: the value, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | Fault;

/** A schema that reads a value with `read`. The code of a fault travels as the issue's `expected`, the note as its
 *  `received`: the places that valibot has for them. */
export function reading<T>(read: (input: unknown) => Reading<T>) {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const found = read(dataset.value);
      if ("value" in found) return found.value;
      addIssue({ message: found.message, expected: found.code, received: found.note ?? "" });
      return NEVER;
    }),
  );
}

/** Longer texts are cut in messages, in UTF-16 units. */
const LONGEST_SHOWN = 80;

/** A value as the author wrote it, for messages. */
export function shown(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object" && input !== null) return "a map";
  if (typeof input === "number" || typeof input === "boolean") return String(input);
  if (typeof input !== "string") return "nothing";
  return input.length > LONGEST_SHOWN ? `"${input.slice(0, LONGEST_SHOWN)}…"` : `"${input}"`;
}

function wrong(what: string, input: unknown): Fault {
  return { code: "WRONG_TYPE", message: `${shown(input)} is no ${what}` };
}

/** A name or another text that is not empty. */
export const text = reading((input): Reading<string> => {
  return typeof input === "string" && input.trim() !== "" ? { value: input } : wrong("text", input);
});

/** What would break a line of a report, or command the terminal that shows it. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u;

/** A name that reports show: one line of printable text. */
export const name = reading((input): Reading<string> => {
  if (typeof input !== "string" || input.trim() === "") return wrong("text", input);
  if (!UNPRINTABLE.test(input)) return { value: input };
  return { code: "WRONG_TYPE", message: "a name is one line, without control characters" };
});

/** Yes or no. */
export const flag = reading((input): Reading<boolean> => {
  if (typeof input === "boolean") return { value: input };
  return { code: "WRONG_TYPE", message: `${shown(input)} is neither true nor false` };
});

/** `48h`, `200ms`, `13d`. */
export const duration = reading(readDuration);

/** Reads a duration. */
export function readDuration(input: unknown): Reading<Duration> {
  if (typeof input === "number")
    return {
      code: "MISSING_UNIT",
      message: `${input} has no unit: write ${input}h, ${input}min or ${input}s`,
    };
  if (typeof input !== "string") return wrong("duration such as 48h", input);
  const found = parseDuration(input);
  if (typeof found === "number") return { value: found };
  const unit = /[^\d\s.]+\s*$/.exec(input)?.[0].trim() ?? "";
  const number = /^[\d.]*/.exec(input.trim())?.[0] ?? "";
  switch (found) {
    case "unknown_unit":
      return {
        code: "UNKNOWN_UNIT",
        message:
          unit === "m"
            ? `unknown unit "m": write ${number}h or ${number}min`
            : `unknown unit "${unit}": write ms, s, min, h, d or w`,
      };
    case "fraction":
      return { code: "WRONG_TYPE", message: `${shown(input)} is no whole number of milliseconds` };
    case "too_long":
      return { code: "OUT_OF_RANGE", message: `${shown(input)} is longer than 100 years` };
    case "not_a_duration":
      return wrong("duration: write 200ms, 2s, 10min, 48h or 13d", input);
  }
}

/** A duration that is not 0. */
export const stretch = reading(readStretch);

/** Reads a duration that is not 0. */
export function readStretch(input: unknown): Reading<Duration> {
  const found = readDuration(input);
  if (!("value" in found) || found.value > 0) return found;
  return { code: "OUT_OF_RANGE", message: `${shown(input)} is no time at all` };
}

/** `90%` or `0.9`: from 0 to 1. */
export const share = reading(readShare);

/** Reads a share. */
export function readShare(input: unknown): Reading<number> {
  const percent = typeof input === "string" ? /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(input) : null;
  const value =
    percent?.[1] === undefined ? readNumber(input) : { value: Number(percent[1]) / 100 };
  if (!("value" in value))
    return { ...value, message: `${shown(input)} is no share: write 60% or 0.6` };
  if (value.value >= 0 && value.value <= 1) return value;
  return { code: "OUT_OF_RANGE", message: `${shown(input)} is no share: write 60% or 0.6` };
}

/** A whole number from `least` to 10 million. */
export function whole(least: number) {
  return reading((input) => readWhole(input, least));
}

/** Reads a whole number from `least` on. */
export function readWhole(input: unknown, least = 0): Reading<number> {
  const found = readNumber(input);
  if (!("value" in found)) return found;
  const value = found.value;
  if (Number.isInteger(value) && value >= least && value <= 10_000_000) return found;
  const message = `${shown(input)} is no whole number from ${least} to 10000000`;
  return { code: "OUT_OF_RANGE", message };
}

/** Reads a number: a number of YAML, or its digits in a text such as a bound. */
export function readNumber(input: unknown): Reading<number> {
  if (typeof input === "number" && Number.isFinite(input)) return { value: input };
  if (typeof input === "string" && /^\s*[+-]?\d[\d_,']*_[\d_,']*\s*$/.test(input)) {
    const digits = input.replaceAll(/[_,'\s]/g, "");
    const message = `${input} is text in YAML 1.2, not a number: write ${digits}`;
    return { code: "NUMBER_WITH_UNDERSCORES", message };
  }
  return wrong("number", input);
}

/** A number or a text from which all draws derive. */
export const seed = reading((input): Reading<number | string> => {
  if (typeof input === "string" && input !== "" && !UNPRINTABLE.test(input)) {
    const found = readNumber(input);
    return "code" in found && found.code === "NUMBER_WITH_UNDERSCORES" ? found : { value: input };
  }
  return Number.isSafeInteger(input) ? { value: Number(input) } : wrong("seed", input);
});

/** An instant with its zone: `2026-03-27T00:00Z`. */
export const instant = reading((input): Reading<Instant> => {
  const found = typeof input === "string" ? parseInstant(input) : undefined;
  if (found === undefined) return wrong("instant: write 2026-03-27T00:00Z", input);
  if (found.kind === "wall")
    return {
      code: "INSTANT_WITHOUT_ZONE",
      message: `${shown(input)} names no zone: write ${String(input)}Z or an offset`,
    };
  if (found.at >= EARLIEST && found.at <= LATEST) return { value: found.at };
  return { code: "OUT_OF_RANGE", message: `${shown(input)} is not between 1990 and 2080` };
});

/** The name of a time zone. */
export const zone = reading(readZoneName);

/** Reads the IANA name of a zone, in its own spelling. */
export function readZoneName(input: unknown): Reading<string> {
  if (typeof input !== "string") return wrong("time zone", input);
  const found = findZone(input);
  if (found !== undefined) return { value: found.name };
  const note = didYouMean(input, zoneNames());
  return { code: "UNKNOWN_ZONE", message: `unknown time zone "${input}"`, note };
}

/** `02:00` or `10:00 local`: milliseconds since midnight. */
export const timeOfDay = reading(readTimeOfDay);

/** Reads a time of day. */
export function readTimeOfDay(input: unknown): Reading<number> {
  const match =
    typeof input === "string" ? /^(\d{1,2}):(\d{2})(?:\s+local)?$/.exec(input.trim()) : null;
  const minutes = Number(match?.[1]) * 60 + Number(match?.[2]);
  if (match === null || minutes >= 1440 || Number(match[2]) > 59)
    return wrong("time of day: write 10:00", input);
  return { value: minutes * 60_000 };
}

/** One of some words. */
export function word<const W extends string | number>(words: readonly W[]) {
  return reading((input): Reading<W> => {
    const found = words.find((each) => each === input);
    if (found !== undefined) return { value: found };
    return {
      code: "UNKNOWN_WORD",
      message: `${shown(input)} is none of ${words.join(", ")}`,
      note: typeof input === "string" ? didYouMean(input, words.map(String)) : undefined,
    };
  });
}
