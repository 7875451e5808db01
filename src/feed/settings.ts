import type { Feed } from "../model/event.ts";
import { FEEDS } from "../model/event.ts";
import type { Faults } from "./fault.ts";
import type { Latency } from "./latency.ts";

/** How a feed delivers: each event by itself, all that is ready at every multiple of `every` (of UTC), or once a night at
 *  `at` milliseconds after midnight on the wall of `zone`. */
export type FeedMode =
  | { readonly mode: "webhook" }
  | { readonly mode: "incremental"; readonly every: number }
  | { readonly mode: "batch"; readonly at: number; readonly zone: string };

/** One feed. `duplicates` is the share of events that are delivered once more under the same id, unchanged: a retry. */
export type FeedSettings = FeedMode & {
  readonly latency: Latency;
  readonly duplicates: number;
  /** What else goes wrong; nothing does that is not named. */
  readonly faults?: Faults | undefined;
};

/** All feeds. */
export type FeedTable = Readonly<Record<Feed, FeedSettings>>;

/** Whether a feed may deliver an event under an id that was seen before. */
export function mayRepeat(feeds: FeedTable): boolean {
  return FEEDS.some((feed) => {
    const { duplicates, faults } = feeds[feed];
    return duplicates > 0 || (faults?.changedCopies ?? 0) > 0;
  });
}
