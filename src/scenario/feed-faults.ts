import * as v from "valibot";
import type { Faults, Outage } from "../feed/fault.ts";
import type { Instant } from "../time/instant.ts";
import { fields, isMap, listOf } from "./fields.ts";
import { latencySchema } from "./latency.ts";
import {
  type Reading,
  duration,
  flag,
  readDuration,
  reading,
  share,
  shown,
  word,
  zone,
} from "./value.ts";

/** `+27h`: so long after the start of the measured stretch. */
const offset = reading((input): Reading<number> => {
  const sign = typeof input === "string" ? /^\s*\+(.+)$/.exec(input) : null;
  if (sign !== null) return readDuration(sign[1]);
  const message = `${shown(input)} is no offset from the start: write +27h`;
  return { code: "WRONG_TYPE", message };
});

const outage = fields({
  from: offset,
  to: offset,
  policy: v.optional(word(["lost", "replayed", "shuffled"])),
  drain: v.optional(duration),
  coverage: v.optional(share),
});

const copies = fields({
  same: v.optional(share),
  changed: v.optional(share),
  renewed: v.optional(share),
});

/** The keys of a feed that say what goes wrong in it. */
export const FAULT_FIELDS = {
  duplicates: v.optional(v.lazy((input) => (isMap(input) ? copies : share))),
  reordered: v.optional(share),
  loss: v.optional(share),
  outage: v.optional(
    v.lazy((input) => (Array.isArray(input) ? listOf(outage, "outages") : outage)),
  ),
  clock_skew: v.optional(
    fields({
      sigma: v.optional(duration),
      whole_hours: v.optional(share),
      gross: v.optional(share),
      correction: v.optional(word(["segment", "first_attempt", "none"])),
    }),
  ),
  late_offline: v.optional(fields({ share, latency: latencySchema })),
  known_zone: v.optional(
    fields({
      never: v.optional(share),
      late: v.optional(latencySchema),
      fallback: v.optional(share),
      missing: v.optional(share),
      account: v.optional(zone),
    }),
  ),
  identity: v.optional(word(["waits", "known"])),
  machine_events: v.optional(flag),
  strangers: v.optional(flag),
  missed_nights: v.optional(share),
};

const said = fields(FAULT_FIELDS);
type Said = v.InferOutput<typeof said>;

/** The share of unchanged copies that a feed says; `undefined` if it says nothing. */
export function repeatsOf({ duplicates }: Said): number | undefined {
  return typeof duplicates === "object" ? (duplicates.same ?? 0) : duplicates;
}

/** What goes wrong in a feed: what it says, and else what is usual. Offsets are from `start`. */
export function faultsOf(
  feed: Said,
  usual: Faults | undefined,
  start: Instant,
): Faults | undefined {
  const { duplicates, outage: outages, known_zone, clock_skew } = feed;
  const copied = typeof duplicates === "object" ? duplicates : undefined;
  const faults: Faults = {
    ...usual,
    ...(copied && { changedCopies: copied.changed ?? 0, renewedCopies: copied.renewed ?? 0 }),
    ...(feed.reordered !== undefined && { reordered: feed.reordered }),
    ...(feed.loss !== undefined && { loss: feed.loss }),
    ...(outages && { outages: [outages].flat().map((each) => outageOf(each, start)) }),
    ...(clock_skew && { clock: clockOf(clock_skew) }),
    ...(feed.late_offline && { offline: feed.late_offline }),
    ...(known_zone && { zone: zoneOf(known_zone) }),
    ...(feed.identity && { identity: feed.identity === "waits" ? "waits" : undefined }),
    ...(feed.machine_events === false && { machines: "left_out" }),
    ...(feed.strangers === false && { strangers: "left_out" }),
    ...(feed.missed_nights !== undefined && { missedNights: feed.missed_nights }),
  };
  return Object.keys(faults).length === 0 ? undefined : faults;
}

function outageOf(each: v.InferOutput<typeof outage>, start: Instant): Outage {
  return {
    from: (start + each.from) as Instant,
    to: (start + each.to) as Instant,
    policy: each.policy ?? "replayed",
    drain: each.drain ?? 0,
    coverage: each.coverage ?? 1,
  };
}

/** Assumed where nothing is said (simulation.md, section 8.2). */
function clockOf(skew: NonNullable<Said["clock_skew"]>): NonNullable<Faults["clock"]> {
  return {
    sigma: skew.sigma ?? 2000,
    wholeHours: skew.whole_hours ?? 0.02,
    gross: skew.gross ?? 0.01,
    correction: skew.correction ?? "segment",
  };
}

function zoneOf(known: NonNullable<Said["known_zone"]>): NonNullable<Faults["zone"]> {
  return {
    never: known.never ?? 0.5,
    late: known.late ?? { dist: "uniform", min: 3_600_000, max: 259_200_000 },
    fallback: known.fallback ?? 0,
    missing: known.missing ?? 0,
    account: known.account ?? "America/New_York",
  };
}
