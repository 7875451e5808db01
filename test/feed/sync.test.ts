import { expect, test } from "vitest";
import { articleFeeds, degradedFeeds } from "../../src/feed/presets.ts";
import { syncedBy } from "../../src/feed/sync.ts";

const zone = "Europe/Berlin";

test("a sync changes how one feed delivers, and neither how long that takes nor the others", () => {
  const feeds = syncedBy(articleFeeds, "email", { sync: "8h", zone });
  expect(feeds.email).toMatchObject({
    mode: "incremental",
    every: 8 * 3_600_000,
    latency: articleFeeds.email.latency,
  });
  expect(feeds["session-log"]).toBe(articleFeeds["session-log"]);
});

test("by night is at two on the wall of the scenario, but a feed keeps a night of its own", () => {
  const email = syncedBy(articleFeeds, "email", { sync: "nightly", zone }).email;
  expect(email).toMatchObject({ mode: "batch", at: 2 * 3_600_000, zone });
  const history = syncedBy(degradedFeeds, "history", { sync: "nightly", zone }).history;
  expect(history).toBe(degradedFeeds.history);
});

test("what was a batch can come by webhook, its faults with it", () => {
  const { history } = syncedBy(degradedFeeds, "history", { sync: "webhook", zone });
  expect(history.mode).toBe("webhook");
  expect(history.faults).toEqual(degradedFeeds.history.faults);
});
