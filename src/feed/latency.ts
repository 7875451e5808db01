/** How events reach the engine: the feeds that carry them, and readers of recorded ones. */
import { choose, cumulate, logNormalMs } from "../random/distribution.ts";
import { type StreamKey, uniform } from "../random/stream.ts";

/** How long a delivery takes, in milliseconds. */
export type Latency =
  | { readonly dist: "uniform"; readonly min: number; readonly max: number }
  | { readonly dist: "lognormal"; readonly median: number; readonly sigma: number }
  | {
      readonly dist: "mixture";
      readonly of: readonly { readonly weight: number; readonly latency: Latency }[];
    };

/** Two ordinals of draws for one delivery. */
const CHOICE = 1;
const LENGTH = 2;

/** Draws the length of a delivery, in whole milliseconds, at least 0: keyed by the id of the event and by which delivery of
 *  it this is. */
export type DrawLatency = (key: StreamKey, id: number, delivery: number) => number;

/** A latency, ready to draw from. */
export function compileLatency(latency: Latency): DrawLatency {
  switch (latency.dist) {
    case "uniform": {
      const { min, max } = latency;
      return (key, id, delivery) =>
        Math.floor(min + uniform(key, id, delivery, LENGTH) * (max - min + 1));
    }
    case "lognormal":
      return (key, id, delivery) => logNormalMs(latency, uniform(key, id, delivery, LENGTH));
    case "mixture": {
      const sums = cumulate(latency.of.map(({ weight }) => weight));
      const parts = latency.of.map((part) => compileLatency(part.latency));
      return (key, id, delivery) =>
        parts[choose(sums, uniform(key, id, delivery, CHOICE))]!(key, id, delivery);
    }
  }
}

/** A latency anywhere between two lengths, in milliseconds. */
export function between(min: number, max: number): Latency {
  return { dist: "uniform", min, max };
}
