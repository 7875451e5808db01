import { describe, expect, test } from "vitest";
import { feedPresets, fieldFeeds, perfectFeeds } from "../../src/feed/presets.ts";
import { repairedBy, repairsOf } from "../../src/feed/repair.ts";
import type { FeedTable } from "../../src/feed/settings.ts";

test("perfect feeds have nothing to repair", () => {
  expect(repairsOf(perfectFeeds)).toEqual([]);
});

test("the article's feeds: each fault that they have, in all of them and in each alone", () => {
  expect(repairsOf(feedPresets["article"]!)).toEqual([
    { fault: "latency" },
    { fault: "latency", feed: "session-log" },
    { fault: "latency", feed: "crm" },
    { fault: "latency", feed: "email" },
    { fault: "batch", feed: "history" },
    { fault: "machines", feed: "email" },
    { fault: "strangers", feed: "session-log" },
  ]);
});

test("in the field clocks, zones and names are faulty too, and copies come in three feeds", () => {
  const repairs = repairsOf(fieldFeeds);
  for (const fault of ["clock", "zone", "identity"])
    expect(repairs).toContainEqual({ fault, feed: "session-log" });
  expect(repairs.filter(({ fault }) => fault === "duplicates")).toHaveLength(4);
});

describe.each(Object.entries(feedPresets))("of the feeds %s", (_, feeds: FeedTable) => {
  test("all repairs together leave nothing to repair", () => {
    expect(repairsOf(repairsOf(feeds).reduce(repairedBy, feeds))).toEqual([]);
  });

  test("a repair of one feed leaves the others as they are", () => {
    for (const repair of repairsOf(feeds)) {
      const after = repairedBy(feeds, repair);
      for (const [feed, settings] of Object.entries(feeds))
        if (repair.feed !== undefined && feed !== repair.feed)
          expect(Object.entries(after)).toContainEqual([feed, settings]);
    }
  });
});
