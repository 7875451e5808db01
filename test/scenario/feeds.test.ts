import { expect, test } from "vitest";
import { articleFeeds, feedPresets } from "../../src/feed/latency.ts";
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
