import { expect, test } from "vitest";
import { articleFeeds, feedPresets } from "../../src/feed/presets.ts";
import { found, SCENARIO, scenarioWith } from "./sources.ts";

const feedsOf = (text: string) => scenarioWith(`feeds: ${text}\n`).feeds;

test("without a word the article's table holds", () => {
  expect(scenarioWith("").feeds).toEqual(articleFeeds);
});

test("a preset is named for all feeds or for one", () => {
  expect(feedsOf("degraded")).toEqual(feedPresets["degraded"]);
  expect(feedsOf("{ email: field }").email).toEqual(feedPresets["field"]!.email);
});

test("a feed's own words hold, and what it does not say stays where its mode stays", () => {
  const feeds = feedsOf(
    `{ session-log: { mode: webhook, duplicates: 0.5% }, crm: { mode: incremental, every: 15min }, email: { mode: batch, at: 02:30, zone: europe/berlin, latency: 1min..5min } }`,
  );
  expect(feeds["session-log"]).toEqual({ ...articleFeeds["session-log"], duplicates: 0.005 });
  expect(feeds.crm).toMatchObject({ mode: "incremental", every: 900_000, latency: { max: 0 } });
  expect(feeds.email).toMatchObject({
    mode: "batch",
    at: 9_000_000,
    zone: "Europe/Berlin",
    latency: { dist: "uniform", min: 60_000, max: 300_000 },
  });
  expect(feeds.history).toEqual(articleFeeds.history);
});

test("latencies run from the shorter to the longer", () => {
  expect(found(`${SCENARIO}feeds: { crm: { mode: webhook, latency: 5s..2s } }\n`)).toEqual([
    "OUT_OF_RANGE 9: 5s..2s",
  ]);
});

test("every fault has its word, and what is not said of it is assumed", () => {
  const session = `{ mode: webhook, latency: [{ weight: 90%, latency: 1s..2s }, { weight: 10%, latency: { dist: lognormal, median: 2h, sigma: 1.5 } }],
    duplicates: { same: 1%, changed: 2%, renewed: 3% }, reordered: 1%, loss: 4%, late_offline: { share: 5%, latency: 1h..9h },
    clock_skew: { correction: first_attempt }, known_zone: { never: 20% }, identity: waits, strangers: false,
    outage: [{ from: +1h, to: +3h }, { from: +9h, to: +10h, policy: lost, coverage: 50% }] }`;
  const { "session-log": feed } = feedsOf(`{ session-log: ${session} }`);
  expect(feed.duplicates).toBe(0.01);
  expect(feed.latency).toMatchObject({ dist: "mixture", of: [{ weight: 0.9 }, { weight: 0.1 }] });
  const start = Date.UTC(2026, 2, 28);
  expect(feed.faults).toMatchObject({
    changedCopies: 0.02,
    renewedCopies: 0.03,
    reordered: 0.01,
    loss: 0.04,
    offline: { share: 0.05, latency: { dist: "uniform", min: 3_600_000, max: 32_400_000 } },
    clock: { correction: "first_attempt", wholeHours: 0.02, gross: 0.01, sigma: 2000 },
    zone: { never: 0.2, fallback: 0 },
    identity: "waits",
    strangers: "left_out",
    outages: [
      { from: start + 3_600_000, to: start + 10_800_000, policy: "replayed", coverage: 1 },
      { policy: "lost", coverage: 0.5 },
    ],
  });
  expect(feedsOf("{ email: { mode: webhook, machine_events: false } }").email.faults).toEqual({
    machines: "left_out",
  });
});

test("an outage needs offsets, and words that exist", () => {
  const of = (text: string): readonly string[] => found(`${SCENARIO}feeds: { crm: ${text} }\n`);
  expect(of("{ mode: webhook, outage: { from: 1h, to: +2h } }")).toEqual(["WRONG_TYPE 9: 1h"]);
  expect(of("{ mode: webhook, outage: { from: +1h, to: +2h, policy: gone } }")).toEqual([
    "UNKNOWN_WORD 9: gone",
  ]);
  expect(of("{ mode: webhook, identity: mayb }")).toEqual(["UNKNOWN_WORD 9: mayb"]);
});
