import * as v from "valibot";
import { type Latency, between } from "../feed/latency.ts";
import { feedPresets } from "../feed/presets.ts";
import { fields, isMap, listOf } from "./fields.ts";
import {
  type Reading,
  readDuration,
  readNumber,
  reading,
  share,
  shown,
  stretch,
  word,
} from "./value.ts";

/** The names of the tables of feeds that scenarios may use. */
export const FEED_PRESETS: readonly string[] = Object.keys(feedPresets);

/** `50ms..950ms` or `2s`. */
function readLatency(input: unknown): Reading<Latency> {
  if (typeof input !== "string")
    return { code: "WRONG_TYPE", message: `${shown(input)} is no latency: write 50ms..950ms` };
  const [low, high = low] = input.split("..");
  const [min, max] = [readDuration(low?.trim()), readDuration(high?.trim())];
  if (!("value" in min)) return min;
  if (!("value" in max)) return max;
  if (min.value <= max.value) return { value: between(min.value, max.value) };
  return { code: "OUT_OF_RANGE", message: `${low?.trim()} is longer than ${high?.trim()}` };
}

const range = reading(readLatency);

const sigma = reading((input): Reading<number> => {
  const found = readNumber(input);
  if (!("value" in found) || (found.value >= 0 && found.value <= 5)) return found;
  return { code: "OUT_OF_RANGE", message: `${found.value} is no sigma: write 0 to 5` };
});

const lognormal = v.pipe(
  fields({ dist: word(["lognormal"]), median: stretch, sigma }),
  v.transform(({ median, sigma: width }): Latency => ({ dist: "lognormal", median, sigma: width })),
);

const simple = v.lazy((input) => (isMap(input) ? lognormal : range));

const mixture = v.pipe(
  listOf(fields({ weight: share, latency: simple }), "latencies"),
  v.transform((of): Latency => ({ dist: "mixture", of })),
);

/** `50ms..950ms`, `{ dist: lognormal, median: 2s, sigma: 1 }`, or a list of such latencies with their weights. */
export const latencySchema = v.lazy((input) => (Array.isArray(input) ? mixture : simple));
