import { UNITS } from "../time/duration.ts";
import type { ClockSkew } from "./fault.ts";
import { between } from "./latency.ts";
import type { FeedSettings, FeedTable } from "./settings.ts";

const instantly = between(50, 950);
const nightly: FeedSettings = {
  mode: "batch",
  at: 2 * UNITS.h,
  zone: "America/New_York",
  latency: between(0, 0),
  duplicates: 0,
};

const atOnce: FeedSettings = {
  mode: "webhook",
  latency: between(0, 0),
  duplicates: 0,
  faults: { machines: "left_out", strangers: "left_out" },
};

/** Every event of the person's own arrives as it happens: what a rule does when no feed is to blame. */
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

/** Clocks of devices: Amplitude and Airship tell of events from before a device was sold; the shares are assumed. */
const someWrong: ClockSkew = {
  sigma: 2 * UNITS.s,
  wholeHours: 0.02,
  gross: 0.01,
  correction: "segment",
};

/** Copies with another payload and with another id, and batches that come in reverse: assumed (Snowplow on duplicates). */
const untidy = { changedCopies: 0.001, renewedCopies: 0.001, reordered: 0.01 };

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
    faults: {
      ...untidy,
      clock: someWrong,
      identity: "waits",
      zone: {
        never: 0.5,
        late: between(UNITS.h, 3 * UNITS.d),
        fallback: 0,
        missing: 0,
        account: "America/New_York",
      },
    },
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
    faults: untidy,
  },
  history: { ...nightly, latency: between(0, 45 * UNITS.min) },
};

/** The same of an app: one event in twenty arrives a day late or more (Amplitude, 2014), because its visit was made offline;
 *  how much more is assumed. */
export const appFeeds: FeedTable = {
  ...fieldFeeds,
  "session-log": {
    ...fieldFeeds["session-log"],
    faults: {
      ...fieldFeeds["session-log"].faults,
      offline: { share: 0.05, latency: between(UNITS.d, 3 * UNITS.d) },
    },
  },
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
  history: { ...nightly, faults: { missedNights: 1 / 7 } },
};

/** The presets by the names that scenarios use. */
export const feedPresets: Readonly<Record<string, FeedTable>> = {
  perfect: perfectFeeds,
  article: articleFeeds,
  field: fieldFeeds,
  app: appFeeds,
  degraded: degradedFeeds,
};
