import { expect, test } from "vitest";
import { feedRows } from "../../src/report/feeds.ts";
import { scenarioWith } from "../scenario/sources.ts";

test("a row for each feed, in the words of scenarios", () => {
  const feeds =
    "{ session-log: field, crm: { mode: incremental, every: 15min, latency: 2s }, email: { mode: webhook, duplicates: 0.5% } }";
  expect(feedRows(scenarioWith(`feeds: ${feeds}\n`))).toEqual([
    [
      "session-log",
      "each event by itself",
      "93 % about 800ms (log-normal, σ 1), 6 % 5s to 1min, 1 % about 2h (log-normal, σ 1.5)",
      "0.5 %",
    ],
    ["crm", "every 15min", "2s", "none"],
    ["email", "each event by itself", "50ms to 950ms", "0.5 %"],
    ["history", "nightly at 02:00 America/New_York", "none", "none"],
  ]);
});
