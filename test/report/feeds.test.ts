import { expect, test } from "vitest";
import { feedRows } from "../../src/report/feeds.ts";
import { scenarioWith } from "../scenario/sources.ts";

test("a row for each feed, in the words of scenarios", () => {
  const feeds =
    "{ session-log: field, crm: { mode: incremental, every: 15min, latency: 2s }, email: { mode: webhook, duplicates: 0.5%, loss: 2%, outage: { from: +1h, to: +2h, policy: lost } } }";
  expect(feedRows(scenarioWith(`feeds: ${feeds}\n`))).toEqual([
    [
      "session-log",
      "each event by itself",
      "93 % about 800ms (log-normal, σ 1), 6 % 5s to 1min, 1 % about 2h (log-normal, σ 1.5)",
      "0.5 %",
      "1 % in reverse, 0.1 % changed copies, 0.1 % copies under another id, clocks: skew corrected, zones known late or not, nameless devices wait",
    ],
    ["crm", "every 15min", "2s", "none", "nothing"],
    ["email", "each event by itself", "50ms to 950ms", "0.5 %", "outage, lost, 2 % lost"],
    ["history", "nightly at 02:00 America/New_York", "none", "none", "nothing"],
  ]);
});
