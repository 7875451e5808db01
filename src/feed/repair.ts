import { type Feed, FEEDS } from "../model/event.ts";
import { between } from "./latency.ts";
import type { FeedSettings, FeedTable } from "./settings.ts";

/** The faults that can be repaired one at a time, to find out which one is to blame. */
export const FAULTS = [
  "latency",
  "batch",
  "outage",
  "loss",
  "order",
  "duplicates",
  "offline",
  "clock",
  "zone",
  "identity",
  "machines",
  "strangers",
] as const;

/** A fault of feeds. */
export type Fault = (typeof FAULTS)[number];

/** One fault repaired in one feed, or in all of them where none is named. */
export interface Repair {
  readonly fault: Fault;
  readonly feed?: Feed | undefined;
}

/** The feeds with one fault repaired, and all others as they are. */
export function repaired(feeds: FeedTable, fault: Fault): FeedTable {
  return repairedBy(feeds, { fault });
}

/** The feeds after a repair, and everything else as it is. */
export function repairedBy(feeds: FeedTable, { fault, feed: only }: Repair): FeedTable {
  const repair = (feed: Feed): FeedSettings =>
    only === undefined || only === feed ? repairedFeed(feeds[feed], fault) : feeds[feed];
  const [session, crm, email, history] = FEEDS.map(repair);
  if (!session || !crm || !email || !history) throw new Error("unreachable: there are four feeds");
  return { "session-log": session, crm, email, history };
}

/** All repairs that could change what arrives: each fault that the feeds have, and where several have it also in each of
 *  them alone. */
export function repairsOf(feeds: FeedTable): readonly Repair[] {
  return FAULTS.flatMap((fault): readonly Repair[] => {
    const faulty = FEEDS.filter((feed) => isFaulty(feeds[feed], fault) && carries(feed, fault));
    const alone = faulty.map((feed) => ({ fault, feed }));
    return faulty.length > 1 ? [{ fault }, ...alone] : alone;
  });
}

/** Machines answer mail; somebody else at the device visits the site. */
function carries(feed: Feed, fault: Fault): boolean {
  if (fault === "machines") return feed === "email";
  return fault !== "strangers" || feed === "session-log";
}

function isFaulty(feed: FeedSettings, fault: Fault): boolean {
  const { faults = {}, latency, duplicates } = feed;
  const { changedCopies = 0, renewedCopies = 0, reordered = 0, loss = 0 } = faults;
  switch (fault) {
    case "latency":
      return latency.dist !== "uniform" || latency.max > 0;
    case "batch":
      return feed.mode !== "webhook";
    case "outage":
      return (faults.outages ?? []).length > 0;
    case "loss":
      return loss > 0;
    case "order":
      return reordered > 0;
    case "duplicates":
      return duplicates + changedCopies + renewedCopies > 0;
    case "offline":
    case "clock":
    case "zone":
    case "identity":
      return faults[fault] !== undefined;
    case "machines":
    case "strangers":
      return faults[fault] !== "left_out";
  }
}

function repairedFeed(feed: FeedSettings, fault: Fault): FeedSettings {
  const { faults } = feed;
  switch (fault) {
    case "latency":
      return { ...feed, latency: between(0, 0) };
    case "batch":
      return asWebhook(feed);
    case "outage":
      return { ...feed, faults: { ...faults, outages: [] } };
    case "loss":
      return { ...feed, faults: { ...faults, loss: 0 } };
    case "order":
      return { ...feed, faults: { ...faults, reordered: 0 } };
    case "duplicates":
      return { ...feed, duplicates: 0, faults: { ...faults, changedCopies: 0, renewedCopies: 0 } };
    case "offline":
      return { ...feed, faults: { ...faults, offline: undefined } };
    case "clock":
      return { ...feed, faults: { ...faults, clock: undefined } };
    case "zone":
      return { ...feed, faults: { ...faults, zone: undefined } };
    case "identity":
      return { ...feed, faults: { ...faults, identity: undefined } };
    case "machines":
      return { ...feed, faults: { ...faults, machines: "left_out" } };
    case "strangers":
      return { ...feed, faults: { ...faults, strangers: "left_out" } };
  }
}

function asWebhook({ latency, duplicates, faults }: FeedSettings): FeedSettings {
  return { mode: "webhook", latency, duplicates, faults: { ...faults, missedNights: 0 } };
}
