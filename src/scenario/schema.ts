import * as v from "valibot";
import { flapping, latency, number, rate, reach, recall, sampled, size } from "./asked.ts";
import { caseSchema } from "./case-schema.ts";
import { INTENTS } from "../journey/intents.ts";
import { DEVICES } from "../journey/device.ts";
import { fields, listOf, named, namedBut } from "./fields.ts";
import { FAULT_FIELDS } from "./feed-faults.ts";
import { FEED_PRESETS, latencySchema } from "./latency.ts";
import { missionsSchema } from "./missions.ts";
import { PRESET_NAMES, numbersSchema } from "./numbers.ts";
import { type CuttingName, overSegmentation } from "./over-segmentation.ts";
import { policySchema } from "./policy.ts";
import {
  type Reading,
  duration,
  flag,
  instant,
  name,
  readNumber,
  readWhole,
  reading,
  seed,
  share,
  shown,
  stretch,
  text,
  timeOfDay,
  whole,
  word,
  zone,
} from "./value.ts";
import { wishSchema, worthSchema } from "./worth.ts";

const MODES = ["webhook", "incremental", "batch"] as const;

/** What a feed may be said to do: how it delivers, how long that takes, and what goes wrong. */
const feed = v.lazy((input) =>
  typeof input === "string"
    ? preset
    : fields({
        mode: word(MODES),
        latency: v.optional(latencySchema),
        every: v.optional(stretch),
        at: v.optional(timeOfDay),
        zone: v.optional(zone),
        ...FAULT_FIELDS,
      }),
);
const preset = word(FEED_PRESETS);

/** How often a week something is mailed: a whole number, at most once a day. */
const perWeek = reading((input): Reading<number> => {
  const found = readWhole(input);
  if (!("value" in found) || found.value <= 7) return found;
  return { code: "OUT_OF_RANGE", message: `${found.value} is more than once a day: write 0 to 7` };
});

function sharesOf<const K extends string>(names: readonly K[]) {
  const optional = v.optional(share);
  const entries: Partial<Record<K, typeof optional>> = {};
  for (const name of names) entries[name] = optional;
  return fields(entries as Record<K, typeof optional>);
}

/** As many weights as there are hours or days; one of them at least is above 0. */
function weights(length: number) {
  return reading((input): Reading<readonly number[]> => {
    const found = (Array.isArray(input) ? input : []).map(readNumber);
    const values = found.flatMap((each) => ("value" in each && each.value >= 0 ? each.value : []));
    if (values.length === length && values.some((each) => each > 0)) return { value: values };
    return { code: "WRONG_TYPE", message: `${shown(input)} is no list of ${length} weights` };
  });
}

const real = reading(readNumber);
const propensity = fields({
  slope: v.optional(real),
  bias: v.optional(real),
  noise: v.optional(real),
  coverage: v.optional(share),
  at: v.optional(timeOfDay),
  zone: v.optional(zone),
});

const profiles = fields(
  {
    number: whole(1),
    preset: v.optional(word(PRESET_NAMES)),
    zones: v.optional(named(share)),
    destinations: v.optional(named(share)),
    default_zone: v.optional(zone),
    devices: v.optional(sharesOf(DEVICES)),
    mail_clients: v.optional(fields({ apple_mail: share, other: v.optional(share) })),
    missions: v.optional(missionsSchema),
    mailings: v.optional(
      named(fields({ per_week: perWeek, at: v.optional(timeOfDay) }, ["segment", "subject"])),
    ),
    consent: v.optional(share),
    hours: v.optional(weights(24)),
    weekdays: v.optional(weights(7)),
    categories: v.optional(listOf(text, "categories")),
    propensity: v.optional(propensity),
    numbers: v.optional(numbersSchema),
  },
  ["travel", "churn", "identity", "scanners", "calibrated_from"],
);

/** As many profiles as there are people, and no more. */
const LONGEST_LIST = 10_000_000_000;

/** The length of the user's own list. */
const listSize = reading((input): Reading<number> => {
  const found = readNumber(input);
  if (!("value" in found))
    return { ...found, message: `${shown(input)} is no number of profiles: write 850000` };
  const isWhole = Number.isInteger(found.value);
  if (isWhole && found.value >= 1 && found.value <= LONGEST_LIST) return found;
  const message = `${shown(input)} is no whole number of profiles from 1 to ${LONGEST_LIST}`;
  return { code: "OUT_OF_RANGE", message };
});

const measures = fields(
  {
    size: v.optional(size),
    reach: v.optional(reach),
    entries: v.optional(number),
    fires: v.optional(number),
    sends: v.optional(number),
    precision: v.optional(sampled),
    intent_false_positives: v.optional(sampled),
    staleness_false_positives: v.optional(sampled),
    staleness_false_negatives: v.optional(rate),
    race_false_positives: v.optional(rate),
    freshness_error: v.optional(rate),
    recall: v.optional(recall),
    send_recall: v.optional(recall),
    entry_latency: v.optional(latency),
    exit_latency: v.optional(latency),
    flapping: v.optional(flapping),
    wasted_sends: v.optional(rate),
  },
  ["uplift", "overlap", "complaints", "difference"],
);

/** A scenario file. Keys that later versions will know are named, so that they are refused with that message. */
export const scenarioSchema = fields(
  {
    version: word([1]),
    scenario: name,
    rules: listOf(text, "rules"),
    vocabulary: v.optional(text),
    seed: v.optional(seed),
    clock: fields({ start: instant, run: stretch, warm_up: v.optional(duration) }),
    profiles,
    list_size: v.optional(listSize),
    feeds: v.optional(
      v.lazy((input) =>
        typeof input === "string"
          ? preset
          : fields({
              "session-log": v.optional(feed),
              crm: v.optional(feed),
              email: v.optional(feed),
              history: v.optional(feed),
            }),
      ),
    ),
    policy: v.optional(policySchema),
    intent: v.optional(named(word(INTENTS))),
    twin: v.optional(flag),
    worth: v.optional(worthSchema),
    wish: v.optional(wishSchema),
    cases: v.optional(listOf(caseSchema, "cases")),
    expectations: v.optional(
      namedBut({ over_segmentation: v.optional(overSegmentation) }, measures),
    ),
  },
  [
    "experiment",
    "coverage",
    "tags",
    "sweep",
    "compare",
    "semantics",
    "replications",
    "description",
  ],
);

/** What a scenario file says, read but not yet understood. */
export type ScenarioFile = v.InferOutput<typeof scenarioSchema>;

/** The measures that expectations may be about, in the order in which they are reported. */
export const MEASURE_NAMES = [
  "size",
  "reach",
  "entries",
  "fires",
  "sends",
  "precision",
  "intent_false_positives",
  "staleness_false_positives",
  "staleness_false_negatives",
  "race_false_positives",
  "freshness_error",
  "recall",
  "send_recall",
  "entry_latency",
  "exit_latency",
  "flapping",
  "wasted_sends",
] as const;

/** A measure of one segment, or of all together, that an expectation is about. */
export type MeasureName = SegmentMeasureName | CuttingName;

/** A measure of one segment. */
export type SegmentMeasureName = (typeof MEASURE_NAMES)[number];

/** What stands beside the segments under `expectations`, and is about all of them. */
export const OF_ALL = "over_segmentation";
