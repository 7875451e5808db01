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

/** The feeds with one fault repaired, and all others as they are. */
export function repaired(feeds: FeedTable, fault: Fault): FeedTable {
  const repair = (feed: Feed): FeedSettings => repairedFeed(feeds[feed], fault);
  const [session, crm, email, history] = FEEDS.map(repair);
  if (!session || !crm || !email || !history) throw new Error("unreachable: there are four feeds");
  return { "session-log": session, crm, email, history };
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
