import * as v from "valibot";
import type { Bounds } from "../measure/verdict.ts";
import { NOTHING_ASKED, READ, bounds, readBounds } from "./bounds.ts";
import { type Entries, fields, isMap, listOf } from "./fields.ts";
import {
  type Fault,
  type Reading,
  duration,
  readWhole,
  reading,
  share,
  shown,
  whole,
  word,
} from "./value.ts";

/** The number of a measure that is asked about. */
export type Quantity =
  | "value"
  | "most"
  | "at_peak"
  | "mean"
  | "day"
  | "run"
  | "p50"
  | "p95"
  | "max";

/** One bound on one number. */
export interface Ask {
  readonly quantity: Quantity;
  readonly bounds: Bounds;
}

/** By what a rate is told apart. */
export type Slicing = "zone" | "device";

/** What an expectation asks for. */
export interface Asked {
  readonly asks: readonly Ask[];
  /** Every slice must keep to the bounds, not their mean. */
  readonly by: readonly Slicing[];
  readonly confidence: number;
  readonly severity: "error" | "warning";
  readonly onInconclusive: "error" | "warning";
}

const SLICINGS: readonly Slicing[] = ["zone", "device"];
const WEIGHTS = ["error", "warning"] as const;

/** The keys that every expectation may have. */
export const COMMON = {
  severity: v.optional(word(WEIGHTS)),
  on_inconclusive: v.optional(word(WEIGHTS)),
};

interface Common {
  readonly severity?: "error" | "warning" | undefined;
  readonly on_inconclusive?: "error" | "warning" | undefined;
}

/** What is asked, by the bounds that are there. */
export function asked(
  asks: readonly (Ask | undefined)[],
  { severity = "error", on_inconclusive = "error" }: Common = {},
): Asked {
  return {
    asks: asks.filter((ask) => ask !== undefined),
    by: [],
    confidence: 0.95,
    severity,
    onInconclusive: on_inconclusive,
  };
}

/** Bounds on a number, if there are any. */
export function ask(quantity: Quantity, of: Bounds | undefined): Ask | undefined {
  if (of === undefined || (of.min === undefined && of.max === undefined)) return undefined;
  return { quantity, bounds: { min: of.min, max: of.max } };
}

function isSomething({ asks }: Asked): boolean {
  return asks.length > 0;
}

/** Refuses what asks for nothing, and what nothing can meet. */
export const something = v.rawCheck<Asked>(({ dataset, addIssue }) => {
  if (!dataset.typed) return;
  const fault = isSomething(dataset.value) ? crossed(dataset.value) : NOTHING_ASKED;
  if (fault !== undefined) addIssue({ message: fault.message, expected: fault.code, received: "" });
});

function crossed({ asks }: Asked): Fault | undefined {
  const isCrossed = asks.some(({ bounds: { min = -Infinity, max = Infinity } }) => min > max);
  return isCrossed
    ? { code: "OUT_OF_RANGE", message: "nothing can keep to both: min is more than max" }
    : undefined;
}

type AskedSchema = v.GenericSchema<unknown, Asked>;

/** A map is read by `long`, anything else by `short`. */
export function shortOr(short: AskedSchema, long: AskedSchema): AskedSchema {
  return v.pipe(
    v.lazy((input) => (isMap(input) ? long : short)),
    something,
  );
}

/** `min` and `max`, or one of them, of a share or a count. */
export function limits<const S extends v.GenericSchema>(bound: S) {
  return { min: v.optional(bound), max: v.optional(bound) };
}

/** `{ at_peak: 0.5%..4%, mean: { min: 1% } }`, or `0.5%..4%` for the peak. */
export const size = shortOr(
  v.pipe(
    bounds(READ.share),
    v.transform((of) => asked([ask("at_peak", of)])),
  ),
  v.pipe(
    fields({ at_peak: v.optional(inOneWord()), mean: v.optional(inOneWord()), ...COMMON }),
    v.transform((of) => asked([ask("at_peak", of.at_peak), ask("mean", of.mean)], of)),
  ),
);

function inOneWord(): v.GenericSchema<unknown, Bounds> {
  const long = fields(limits(share));
  return v.lazy((input) => (isMap(input) ? long : bounds(READ.share)));
}

/** `{ per: day, min: 2% }`, the distinct members of a day or of the whole run as a share of the profiles. */
export const reach = shortOr(
  v.pipe(
    bounds(READ.share),
    v.transform((of) => asked([ask("day", of)])),
  ),
  v.pipe(
    fields({ per: v.optional(word(["day", "run"])), ...limits(share), ...COMMON }),
    v.transform((of) => asked([ask(of.per ?? "day", of)], of)),
  ),
);

/** `{ min: 100 }`: how many entries, fires or sends. */
export const number = shortOr(
  v.pipe(
    bounds(READ.count),
    v.transform((of) => asked([ask("value", of)])),
  ),
  v.pipe(
    fields({ ...limits(whole(0)), ...COMMON }),
    v.transform((of) => asked([ask("value", of)], of)),
  ),
);

/** `{ max: 2, per: member_day }`: entries of one profile on one local day. */
export const flapping = shortOr(
  v.pipe(
    reading(readMost),
    v.transform((max) => asked([ask("max", { max })])),
  ),
  v.pipe(
    fields({ per: v.optional(word(["member_day"])), max: v.optional(whole(1)), ...COMMON }),
    v.transform((of) => asked([ask("max", { max: of.max })], of)),
  ),
);

/** `{ p50: 500ms, p95: 2s, max: 10s }`, each the longest that is allowed. */
export const latency = v.pipe(
  fields({
    p50: v.optional(duration),
    p95: v.optional(duration),
    max: v.optional(duration),
    ...COMMON,
  }),
  v.transform((of) =>
    asked(
      [ask("p50", { max: of.p50 }), ask("p95", { max: of.p95 }), ask("max", { max: of.max })],
      of,
    ),
  ),
  something,
);

/** `<= 2`, and no other bound. */
function readMost(input: unknown): Reading<number> {
  const found = readBounds(input, (bound) => readWhole(bound, 1));
  if (!("value" in found)) return found;
  const { min, max } = found.value;
  if (max !== undefined && min === undefined) return { value: max };
  return { code: "EMPTY_BOUNDS", message: `${shown(input)} is no greatest number: write <= 2` };
}

const confidence = v.optional(
  reading((input): Reading<number> => {
    const found = READ.share(input);
    if (!("value" in found) || (found.value >= 0.5 && found.value < 1)) return found;
    return { code: "OUT_OF_RANGE", message: "a confidence is from 50% to below 100%" };
  }),
);

/** A rate with its interval: `{ min: 0.90, confidence: 95%, by: [zone, device] }` or `>= 0.90 by zone, device`. */
export const sampled = shortOr(
  reading(readSampled),
  rateFields({ by: v.optional(listOf(word(SLICINGS), "slices")) }),
);

/** Recall is over missions: `{ min: 0.80, per: mission }`. */
export const recall = shortOr(
  v.pipe(
    bounds(READ.share),
    v.transform((of) => asked([ask("value", of)])),
  ),
  rateFields({ per: v.optional(word(["mission"])) }),
);

/** A rate that is not told apart: `{ max: 2% }` or `<= 2%`. */
export const rate = shortOr(
  v.pipe(
    bounds(READ.share),
    v.transform((of) => asked([ask("value", of)])),
  ),
  rateFields({}),
);

function rateFields(own: Entries): AskedSchema {
  return v.pipe(
    fields({ ...limits(share), confidence, ...COMMON, ...own }),
    v.transform((of) => ({
      ...asked([ask("value", of)], of),
      by: slicingsOf(of["by"]),
      confidence: of.confidence ?? 0.95,
    })),
  );
}

function slicingsOf(by: unknown): readonly Slicing[] {
  return Array.isArray(by) ? SLICINGS.filter((slicing) => by.includes(slicing)) : [];
}

function readSampled(input: unknown): Reading<Asked> {
  const [bound = "", by] = typeof input === "string" ? input.split(/\sby\s/) : [];
  const found = readBounds(typeof input === "string" ? bound : input, READ.share);
  if (!("value" in found)) return found;
  const names = by?.split(/[\s,]+/).filter((name) => name !== "") ?? [];
  const strange = names.find((name) => !SLICINGS.some((each) => each === name));
  if (strange !== undefined)
    return { code: "UNKNOWN_WORD", message: `"${strange}" is none of ${SLICINGS.join(", ")}` };
  return { value: { ...asked([ask("value", found.value)]), by: slicingsOf(names) } };
}
