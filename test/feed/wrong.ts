import type { ClockSkew, Faults, Outage } from "../../src/feed/fault.ts";
import { between } from "../../src/feed/latency.ts";
import { articleFeeds } from "../../src/feed/presets.ts";
import { FAULTS, type Fault } from "../../src/feed/repair.ts";
import type { FeedTable } from "../../src/feed/settings.ts";
import { instant } from "../../src/time/instant.ts";
import { SPAN } from "../journey/living.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const web = articleFeeds["session-log"];
/** Four days in which little comes through. */
export const outage: Outage = {
  from: instant(SPAN.from + 19 * DAY),
  to: instant(SPAN.from + 23 * DAY),
  policy: "shuffled",
  drain: HOUR,
  coverage: 0.8,
};

/** Clocks of which a third is wrong. */
export const skewed: ClockSkew = { sigma: 2000, wholeHours: 0.2, gross: 0.1, correction: "none" };

/** Feeds in which one thing goes wrong. */
export const WRONG: Readonly<Record<Fault, FeedTable>> = {
  latency: articleFeeds,
  batch: { ...articleFeeds, crm: { ...articleFeeds.crm, mode: "batch", at: 0, zone: "UTC" } },
  outage: withFaults({ outages: [outage] }),
  loss: withFaults({ loss: 0.1 }),
  order: withFaults({ reordered: 0.3 }),
  duplicates: {
    ...articleFeeds,
    "session-log": { ...web, duplicates: 0.1, faults: { changedCopies: 0.1, renewedCopies: 0.1 } },
  },
  offline: withFaults({ offline: { share: 0.3, latency: between(HOUR, DAY) } }),
  clock: withFaults({ clock: skewed }),
  zone: withFaults({
    zone: { never: 0.5, late: between(HOUR, DAY), fallback: 0.1, missing: 0.1, account: "UTC" },
  }),
  identity: withFaults({ identity: "waits" }),
  machines: articleFeeds,
  strangers: articleFeeds,
};

/** The article's feeds with other faults in the session log. */
export function withFaults(faults: Faults): FeedTable {
  return { ...articleFeeds, "session-log": { ...web, faults } };
}

/** Feeds in which everything goes wrong at once. */
export const ALL_WRONG: FeedTable = {
  ...WRONG.batch,
  "session-log": {
    mode: "incremental",
    every: HOUR,
    latency: between(50, 950),
    duplicates: 0.1,
    faults: FAULTS.reduce<Faults>(
      (sum, fault) => ({ ...sum, ...WRONG[fault]["session-log"].faults }),
      {},
    ),
  },
};
