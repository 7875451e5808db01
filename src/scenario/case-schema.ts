import * as v from "valibot";
import { EARLIEST, LATEST, type WrittenInstant, parseInstant } from "../time/instant.ts";
import { caseEvent, readOffset, values } from "./case-event.ts";
import { caseWish } from "./case-wish.ts";
import { fields, isMap, named } from "./fields.ts";
import { type Reading, flag, name, reading, shown, text, zone } from "./value.ts";

/** `2026-03-28T18:00 local`, on the wall of the case's profile, or an instant with its zone. */
function readAt(input: unknown): Reading<WrittenInstant> {
  const match = typeof input === "string" ? /^\s*(\S+?)(\s+local)?\s*$/.exec(input) : null;
  const found = match?.[1] === undefined ? undefined : parseInstant(match[1]);
  if (found === undefined || (found.kind === "instant" && match?.[2] !== undefined))
    return {
      code: "WRONG_TYPE",
      message: `${shown(input)} is no instant: write 2026-03-28T18:00 local, or 2026-03-28T18:00Z`,
    };
  const moment = found.kind === "instant" ? found.at : found.wall;
  if (moment < EARLIEST || moment > LATEST)
    return { code: "OUT_OF_RANGE", message: `${shown(input)} is not between 1990 and 2080` };
  if (found.kind === "instant" || match?.[2] !== undefined) return { value: found };
  return {
    code: "INSTANT_WITHOUT_ZONE",
    message: `${shown(input)} names no zone: write ${shown(input).slice(1, -1)} local, or Z`,
  };
}

/** When a case begins: an instant, or milliseconds after the case's own, never more than 0. */
export type CaseStart = WrittenInstant | { readonly kind: "offset"; readonly offset: number };

/** `-13d`, so long before the case's instant, or an instant as `at` has it. */
function readFrom(input: unknown): Reading<CaseStart> {
  const isOffset = input === 0 || (typeof input === "string" && /^\s*[-+]/.test(input));
  if (!isOffset) return readAt(input);
  const offset = readOffset(input);
  if (!("value" in offset)) return offset;
  if (offset.value <= 0) return { value: { kind: "offset", offset: offset.value } };
  const message = `${shown(input)} is after the case's instant: write -13d`;
  return { code: "OUT_OF_RANGE", message };
}

/** A person at an instant; or, with `todo`, only the thought of one. */
export const caseSchema = v.lazy((input) => (isMap(input) && "todo" in input ? todo : person));

const profile = fields({
  zone: v.optional(zone),
  device: v.optional(text),
  attributes: v.optional(values),
  holdout: v.optional(flag),
});

const events = v.array(caseEvent, (issue) => `${shown(issue.input)} is no list of events`);

const person = fields({
  name,
  profile: v.optional(profile),
  from: v.optional(reading(readFrom)),
  events: v.optional(events),
  at: reading(readAt),
  expectations: named(caseWish),
});

const todo = fields({
  name,
  todo: name,
  profile: v.optional(profile),
  from: v.optional(reading(readFrom)),
  events: v.optional(events),
  at: v.optional(reading(readAt)),
  expectations: v.optional(named(caseWish)),
});

/** What a case says. */
export type CaseFile = v.InferOutput<typeof person> | v.InferOutput<typeof todo>;
