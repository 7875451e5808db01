import type { FeedSettings, FeedsSettings, Latency } from "./latency.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const uniform = (min: number, max: number): Latency => ({ kind: "uniform", min, max });
const webhook = (latency: Latency): FeedSettings => ({
  mode: { kind: "webhook" },
  latency,
  duplicates: 0,
});
const every = (length: number): FeedSettings => ({
  mode: { kind: "incremental", every: length },
  latency: { kind: "none" },
  duplicates: 0,
});
const nightly = (latency: Latency): FeedSettings => ({
  mode: { kind: "batch", at: 2 * HOUR, zone: "America/New_York" }, // the account's zone
  latency,
  duplicates: 0,
});

/** The article's table: session log and email under a second, CRM in 2 to 5 seconds, history in a nightly batch. */
export const articleFeeds: FeedsSettings = {
  "session-log": webhook(uniform(50, 950)),
  crm: webhook(uniform(2 * SECOND, 5 * SECOND)),
  email: webhook(uniform(50, 950)),
  history: nightly({ kind: "none" }),
};

/** What feeds do in the field; the shares are assumed. */
export const fieldFeeds: FeedsSettings = {
  "session-log": webhook({
    kind: "mixture",
    parts: [
      { weight: 0.93, latency: { kind: "lognormal", median: 0.8 * SECOND, sigma: 1 } },
      { weight: 0.06, latency: uniform(5 * SECOND, 60 * SECOND) },
      { weight: 0.01, latency: { kind: "lognormal", median: 2 * HOUR, sigma: 1.5 } },
    ],
  }),
  // One in ten waits for the next sync of every 15 minutes: on average as long as a uniform wait of up to 15 minutes.
  crm: webhook({
    kind: "mixture",
    parts: [
      { weight: 0.9, latency: uniform(2 * SECOND, 5 * SECOND) },
      { weight: 0.1, latency: uniform(0, 15 * MINUTE) },
    ],
  }),
  email: webhook({ kind: "lognormal", median: 2 * SECOND, sigma: 1 }),
  history: nightly(uniform(0, 45 * MINUTE)),
};

/** Feeds that are behind; assumed. */
export const degradedFeeds: FeedsSettings = {
  "session-log": every(15 * MINUTE),
  crm: nightly({ kind: "none" }),
  email: every(60 * MINUTE),
  history: nightly({ kind: "none" }),
};

/** Every event arrives when it happens: the feeds of perfect data. */
export const perfectFeeds: FeedsSettings = {
  "session-log": webhook({ kind: "none" }),
  crm: webhook({ kind: "none" }),
  email: webhook({ kind: "none" }),
  history: webhook({ kind: "none" }),
};
