/** How events reach the engine: the feeds that carry them, and readers of recorded ones. */
import type { Feed } from "../model/event.ts";
import { choose, cumulate, logNormalMs } from "../random/distribution.ts";
import { type StreamKey, uniform } from "../random/stream.ts";
import { UNITS } from "../time/duration.ts";

/** How long a delivery takes, in milliseconds. */
export type Latency =
  | { readonly dist: "uniform"; readonly min: number; readonly max: number }
  | { readonly dist: "lognormal"; readonly median: number; readonly sigma: number }
  | {
      readonly dist: "mixture";
      readonly of: readonly { readonly weight: number; readonly latency: Latency }[];
    };

/** How a feed delivers: each event by itself, all that is ready at every multiple of `every` (of UTC), or once a night at
 *  `at` milliseconds after midnight on the wall of `zone`. */
export type FeedMode =
  | { readonly mode: "webhook" }
  | { readonly mode: "incremental"; readonly every: number }
  | { readonly mode: "batch"; readonly at: number; readonly zone: string };

/** One feed. `duplicates` is the share of events that are delivered once more under the same id. */
export type FeedSettings = FeedMode & { readonly latency: Latency; readonly duplicates: number };

/** All feeds. */
export type FeedTable = Readonly<Record<Feed, FeedSettings>>;

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

const instantly = between(50, 950);
const nightly: FeedSettings = {
  mode: "batch",
  at: 2 * UNITS.h,
  zone: "America/New_York",
  latency: between(0, 0),
  duplicates: 0,
};

const atOnce: FeedSettings = { mode: "webhook", latency: between(0, 0), duplicates: 0 };

/** Every event arrives as it happens: what a rule does when no feed is to blame. */
export const perfectFeeds: FeedTable = {
  "session-log": atOnce,
  crm: atOnce,
  email: atOnce,
  history: atOnce,
};

/** The article's table: session logs and email history in less than a second, CRM in two to five, history by night. */
export const articleFeeds: FeedTable = {
  "session-log": { mode: "webhook", latency: instantly, duplicates: 0 },
  crm: { mode: "webhook", latency: between(2 * UNITS.s, 5 * UNITS.s), duplicates: 0 },
  email: { mode: "webhook", latency: instantly, duplicates: 0 },
  history: nightly,
};

/** What one meets in the field (simulation.md, section 8.1; shares assumed): most events soon, some much later. */
export const fieldFeeds: FeedTable = {
  "session-log": {
    mode: "webhook",
    latency: {
      dist: "mixture",
      of: [
        { weight: 0.93, latency: { dist: "lognormal", median: 800, sigma: 1 } },
        { weight: 0.06, latency: between(5 * UNITS.s, 60 * UNITS.s) },
        { weight: 0.01, latency: { dist: "lognormal", median: 2 * UNITS.h, sigma: 1.5 } },
      ],
    },
    duplicates: 0.005,
  },
  crm: {
    mode: "webhook",
    latency: {
      dist: "mixture",
      of: [
        { weight: 0.9, latency: between(2 * UNITS.s, 5 * UNITS.s) },
        { weight: 0.1, latency: between(0, 15 * UNITS.min) },
      ],
    },
    duplicates: 0.005,
  },
  email: {
    mode: "webhook",
    latency: { dist: "lognormal", median: 2 * UNITS.s, sigma: 1 },
    duplicates: 0.005,
  },
  history: { ...nightly, latency: between(0, 45 * UNITS.min) },
};

/** A stack that polls (simulation.md, section 8.1; assumed): sessions every 15 minutes, email hourly, CRM by night. */
export const degradedFeeds: FeedTable = {
  "session-log": {
    mode: "incremental",
    every: 15 * UNITS.min,
    latency: instantly,
    duplicates: 0.005,
  },
  crm: nightly,
  email: { mode: "incremental", every: UNITS.h, latency: instantly, duplicates: 0.005 },
  history: nightly,
};

/** The presets by the names that scenarios use. */
export const feedPresets: Readonly<Record<string, FeedTable>> = {
  perfect: perfectFeeds,
  article: articleFeeds,
  field: fieldFeeds,
  degraded: degradedFeeds,
};
