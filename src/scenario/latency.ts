import { type Latency, between, feedPresets } from "../feed/latency.ts";
import { type Reading, readDuration, shown } from "./value.ts";

/** The names of the tables of feeds that scenarios may use. */
export const FEED_PRESETS: readonly string[] = Object.keys(feedPresets);

/** `50ms..950ms` or `2s`. */
export function readLatency(input: unknown): Reading<Latency> {
  if (typeof input !== "string")
    return { code: "WRONG_TYPE", message: `${shown(input)} is no latency: write 50ms..950ms` };
  const [low, high = low] = input.split("..");
  const [min, max] = [readDuration(low?.trim()), readDuration(high?.trim())];
  if (!("value" in min)) return min;
  if (!("value" in max)) return max;
  if (min.value <= max.value) return { value: between(min.value, max.value) };
  return { code: "OUT_OF_RANGE", message: `${low?.trim()} is longer than ${high?.trim()}` };
}
