import type { Feed } from "../model/event.ts";
import type { Sync } from "../model/log.ts";
import { UNITS } from "../time/duration.ts";
import type { FeedSettings, FeedTable } from "./settings.ts";

/** The feeds with one of them synced in another way; its latency and its faults stay. Nightly is 02:00, of `zone` if the
 *  feed has no night of its own. */
export function syncedBy(
  feeds: FeedTable,
  feed: Feed,
  { sync, zone }: { readonly sync: Sync; readonly zone: string },
): FeedTable {
  return { ...feeds, [feed]: settingsOf(feeds[feed], sync, zone) };
}

const EVERY = { "15min": 15 * UNITS.min, "1h": UNITS.h, "8h": 8 * UNITS.h } as const;

function settingsOf(settings: FeedSettings, sync: Sync, zone: string): FeedSettings {
  const { latency, duplicates, faults } = settings;
  const same = { latency, duplicates, faults };
  switch (sync) {
    case "webhook":
      return { mode: "webhook", ...same };
    case "nightly":
      return settings.mode === "batch"
        ? settings
        : { mode: "batch", at: 2 * UNITS.h, zone, ...same };
    case "15min":
    case "1h":
    case "8h":
      return { mode: "incremental", every: EVERY[sync], ...same };
  }
}
