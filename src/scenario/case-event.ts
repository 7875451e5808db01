import * as v from "valibot";
import { FEEDS, type Feed, type Place, type Value, type Values } from "../model/event.ts";
import { fields, isMap } from "./fields.ts";
import {
  type Fault,
  type Reading,
  readDuration,
  reading,
  shown,
  text,
  word,
  zone,
} from "./value.ts";

/** An event of a case. Moments are milliseconds after the case's instant, negative before it. */
export interface CaseEvent {
  readonly offset: number;
  readonly name: string;
  readonly properties: Values;
  /** When it is learned of; without it, at once. */
  readonly arrives?: number | undefined;
  readonly id?: string | undefined;
  readonly device?: string | undefined;
  readonly place?: Place | undefined;
  readonly zone?: string | undefined;
  /** Another feed than the vocabulary says. */
  readonly feed?: Feed | undefined;
}

/** Named values, as events and profiles carry them. */
export const values = reading((input): Reading<Values> => {
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

/** Reads `-5min`, `-0s` or `+5min`: so long before the case's instant, or after it. */
export function readOffset(input: unknown): Reading<number> {
  if (input === 0) return { value: 0 };
  const written = typeof input === "string" ? /^\s*([-+])\s*(.*)$/s.exec(input) : null;
  if (written === null) {
    const message = `${shown(input)} is no time before the case's instant: write -5min`;
    return { code: "WRONG_TYPE", message };
  }
  const length = readDuration(written[2] === "0" ? "0s" : written[2]);
  if (!("value" in length)) return length;
  return { value: written[1] === "-" ? 0 - length.value : length.value };
}

/** `-47h59min Cart Viewed`. */
function readShort(input: unknown): Reading<CaseEvent> {
  const match = typeof input === "string" ? /^\s*(-\S+)\s+(\S.*?)\s*$/.exec(input) : null;
  const [, when, name = ""] = match ?? [];
  const message = `${shown(input)} is no event: write -47h59min Cart Viewed`;
  if (when === undefined) return { code: "WRONG_TYPE", message };
  const offset = readOffset(when);
  return "value" in offset ? { value: { offset: offset.value, name, properties: {} } } : offset;
}

/** An event's or a record's own name for itself. */
const id = reading((input): Reading<string> => {
  const isId = typeof input === "number" || (typeof input === "string" && input.trim() !== "");
  if (isId) return { value: String(input) };
  return { code: "WRONG_TYPE", message: `${shown(input)} is no id` };
});

const place = fields({
  country: v.optional(text),
  region: v.optional(text),
  city: v.optional(text),
  area: v.optional(text),
});

/** What is known only after the case's instant cannot count; who shows that has to say so. */
const withinSight = v.rawCheck<CaseEvent>(({ dataset, addIssue }) => {
  if (!dataset.typed || dataset.value.offset <= 0 || dataset.value.arrives !== undefined) return;
  const { code, message }: Fault = {
    code: "OUT_OF_RANGE",
    message: "this lies after the case's instant: say with arrives when it becomes known",
  };
  addIssue({ message, expected: code, received: "" });
});

const long = v.pipe(
  fields({
    at: reading(readOffset),
    event: text,
    arrives: v.optional(reading(readOffset)),
    id: v.optional(id),
    properties: v.optional(values),
    device: v.optional(text),
    place: v.optional(place),
    zone: v.optional(zone),
    feed: v.optional(word(FEEDS)),
  }),
  v.transform(({ at, event, properties = {}, place: where, ...rest }): CaseEvent => ({
    ...rest,
    offset: at,
    name: event,
    properties,
    place: where === undefined ? undefined : placeOf(where),
  })),
  withinSight,
);

function placeOf(where: v.InferOutput<typeof place>): Place {
  return Object.fromEntries(Object.entries(where).filter(([, name]) => name !== undefined));
}

/** An event in one word, or as a map. */
export const caseEvent = v.lazy((input) => (isMap(input) ? long : reading(readShort)));
