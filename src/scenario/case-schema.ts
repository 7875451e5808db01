import * as v from "valibot";
import type { Value } from "../model/event.ts";
import { type Duration, duration as durationOf } from "../time/duration.ts";
import { EARLIEST, LATEST, type WrittenInstant, parseInstant } from "../time/instant.ts";
import { fields, isMap, named } from "./fields.ts";
import { type Reading, name, readDuration, reading, shown, text, word, zone } from "./value.ts";

/** An event of a case: `ago` before the case's instant. */
export interface CaseEvent {
  readonly ago: Duration;
  readonly name: string;
  readonly properties: Readonly<Record<string, Value>>;
  readonly device?: string | undefined;
}

/** What a case wants of a segment, and the word in its rule that must be the reason. */
export interface CaseWish {
  readonly is: "in" | "out";
  readonly because?: string | undefined;
}

/** `-47h59min Cart Viewed`. */
function readEvent(input: unknown): Reading<CaseEvent> {
  const match = typeof input === "string" ? /^\s*-(\S+)\s+(\S.*?)\s*$/.exec(input) : null;
  if (match === null)
    return {
      code: "WRONG_TYPE",
      message: `${shown(input)} is no event: write -47h59min Cart Viewed`,
    };
  const ago = readDuration(match[1] === "0" ? "0s" : match[1]);
  return "value" in ago ? { value: { ago: ago.value, name: match[2]!, properties: {} } } : ago;
}

/** `-5min` or `-0s`. */
const ago = reading((input): Reading<Duration> => {
  if (typeof input === "string" && /^\s*-/.test(input)) return readDuration(input.trim().slice(1));
  if (input === 0) return { value: durationOf(0) };
  return { code: "WRONG_TYPE", message: `${shown(input)} is no time before: write -5min` };
});

const properties = reading((input): Reading<Readonly<Record<string, Value>>> => {
  const isPlain = isMap(input) && Object.values(input).every(isValue);
  if (!isPlain)
    return {
      code: "WRONG_TYPE",
      message: isMap(input)
        ? "these values must be texts, finite numbers, yes or no, lists or maps"
        : `${shown(input)} is no map of values`,
    };
  return { value: Object.fromEntries(Object.entries(input).filter(hasValue)) };
});

function hasValue(entry: [string, unknown]): entry is [string, Value] {
  return isValue(entry[1]);
}

function isValue(input: unknown): input is Value {
  if (input === null || ["string", "boolean"].includes(typeof input)) return true;
  if (typeof input === "number") return Number.isFinite(input);
  if (Array.isArray(input)) return input.every(isValue);
  return isMap(input) && Object.values(input).every(isValue);
}

const event = v.lazy((input) =>
  isMap(input)
    ? v.pipe(
        fields({
          at: ago,
          event: text,
          properties: v.optional(properties),
          device: v.optional(text),
        }),
        v.transform((of): CaseEvent => ({
          ago: of.at,
          name: of.event,
          properties: of.properties ?? {},
          device: of.device,
        })),
      )
    : reading(readEvent),
);

/** `2026-03-28T18:00 local`, on the wall of the case's profile, or an instant with its zone. */
const at = reading((input): Reading<WrittenInstant> => {
  const match = typeof input === "string" ? /^\s*(\S+?)(\s+local)?\s*$/.exec(input) : null;
  const found = match?.[1] === undefined ? undefined : parseInstant(match[1]);
  if (found === undefined || (found.kind === "instant" && match?.[2] !== undefined))
    return {
      code: "WRONG_TYPE",
      message: `${shown(input)} is no instant: write 2026-03-28T18:00 local, or 2026-03-28T18:00Z`,
    };
  const reading = found.kind === "instant" ? found.at : found.wall;
  if (reading < EARLIEST || reading > LATEST)
    return { code: "OUT_OF_RANGE", message: `${shown(input)} is not between 1990 and 2080` };
  if (found.kind === "instant" || match?.[2] !== undefined) return { value: found };
  return {
    code: "INSTANT_WITHOUT_ZONE",
    message: `${shown(input)} names no zone: write ${shown(input).slice(1, -1)} local, or Z`,
  };
});

const inOrOut = word(["in", "out"]);
const wish = v.lazy((input) =>
  isMap(input)
    ? v.pipe(
        fields({ is: inOrOut, because: v.optional(text) }),
        v.transform((of): CaseWish => ({ is: of.is, because: of.because })),
      )
    : v.pipe(
        inOrOut,
        v.transform((is): CaseWish => ({ is })),
      ),
);

/** A person at an instant; or, with `todo`, only the thought of one. */
export const caseSchema = v.lazy((input) => (isMap(input) && "todo" in input ? todo : person));

const profile = fields({
  zone: v.optional(zone),
  device: v.optional(text),
  attributes: v.optional(properties),
});

const person = fields({
  name,
  profile: v.optional(profile),
  events: v.optional(v.array(event, (issue) => `${shown(issue.input)} is no list of events`)),
  at,
  expectations: named(wish),
});

const todo = fields({
  name,
  todo: name,
  profile: v.optional(profile),
  events: v.optional(v.array(event)),
  at: v.optional(at),
  expectations: v.optional(named(wish)),
});

/** What a case says. */
export type CaseFile = v.InferOutput<typeof person> | v.InferOutput<typeof todo>;
