import * as v from "valibot";
import { type Duration, UNITS } from "../time/duration.ts";
import { fields, isMap, listOf } from "./fields.ts";
import {
  type Reading,
  duration,
  flag,
  readStretch,
  readTimeOfDay,
  readWhole,
  reading,
  shown,
} from "./value.ts";

/** At most so many sends per stretch. */
export interface SendCap {
  readonly sends: number;
  readonly per: Duration;
}

/** Local hours `[from, to)` in which nothing is sent; `hold` keeps it for when they end. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  readonly hold: boolean;
}

/** What decides about the sends of all rules, and never about membership. */
export interface Policy {
  readonly coolOff?: Duration | undefined;
  readonly caps?: readonly SendCap[] | undefined;
  readonly quietHours?: QuietHours | undefined;
}

/** Reads `3 per 7d`. */
function readCap(input: unknown): Reading<SendCap> {
  const match = typeof input === "string" ? /^\s*(\d+)\s+per\s+(\S.*)$/.exec(input) : null;
  if (match === null)
    return { code: "WRONG_TYPE", message: `${shown(input)} is no cap: write 3 per 7d` };
  const sends = readWhole(Number(match[1]), 1);
  if (!("value" in sends)) return sends;
  const per = readStretch(match[2]);
  return "value" in per ? { value: { sends: sends.value, per: per.value } } : per;
}

/** Reads `22:00..08:00`, perhaps with `hold` after it. */
function readQuietHours(input: unknown): Reading<QuietHours> {
  const match =
    typeof input === "string" ? /^\s*(\S+?)\s*\.\.\s*(\S+)(\s+hold)?\s*$/.exec(input) : null;
  if (match === null)
    return {
      code: "WRONG_TYPE",
      message: `${shown(input)} is no stretch of the day: write 22:00..08:00, or 22:00..08:00 hold`,
    };
  const from = readTimeOfDay(match[1]);
  const to = match[2] === "24:00" ? { value: UNITS.d } : readTimeOfDay(match[2]);
  if (!("value" in from)) return from;
  if (!("value" in to)) return to;
  const hours = { from: from.value, to: to.value, hold: match[3] !== undefined };
  if (hours.from !== hours.to) return { value: hours };
  return { code: "OUT_OF_RANGE", message: `${shown(input)} holds never: it ends as it begins` };
}

const cap = reading(readCap);
const caps = listOf(cap, "caps");
const oneOrMoreCaps = v.lazy((input) =>
  Array.isArray(input)
    ? caps
    : v.pipe(
        cap,
        v.transform((one) => [one]),
      ),
);
const quietHours = v.lazy((input) => (isMap(input) ? longHours : reading(readQuietHours)));
const longHours = v.pipe(
  fields({ hours: reading(readQuietHours), hold: v.optional(flag) }),
  v.transform(({ hours, hold }): QuietHours => ({ ...hours, hold: hold ?? hours.hold })),
);

/** What a scenario says about sends. */
export const policySchema = v.pipe(
  fields(
    {
      cool_off: v.optional(duration),
      cap: v.optional(oneOrMoreCaps),
      caps: v.optional(caps),
      quiet_hours: v.optional(quietHours),
    },
    [],
    {
      holdout: "it is a clause of each rule: holdout 10%",
      priority: "it is a clause of each rule: priority 10",
    },
  ),
  v.transform((of): Policy => {
    const all = [...(of.cap ?? []), ...(of.caps ?? [])];
    return {
      coolOff: of.cool_off,
      ...(all.length > 0 ? { caps: all } : {}),
      quietHours: of.quiet_hours,
    };
  }),
);
