import type { FreshnessMeasure, SyncedFreshness } from "../measure/freshness.ts";
import { FEEDS, type Feed } from "../model/event.ts";
import { SYNCS } from "../model/log.ts";
import { formatCount, formatPercent } from "./format.ts";
import { table } from "./table.ts";

type Error = SyncedFreshness["error"];

const NAMES = {
  webhook: "webhook",
  "15min": "every 15min",
  "1h": "hourly",
  "8h": "every 8h",
  nightly: "nightly",
} as const;

/** How wrong memberships are in time, as the feeds are and under other syncs of each of them. */
export function freshnessSection({ asItIs, sampled, syncs }: FreshnessMeasure): string {
  const title = "### How fresh the data must be";
  if (asItIs.status === "not_estimable") return `${title}\n\nNot estimable: ${asItIs.reason}.`;
  const errorsOf = (feed: Feed): readonly Error[] =>
    SYNCS.flatMap((sync) =>
      syncs.flatMap((each) => (each.feed === feed && each.sync === sync ? [each.error] : [])),
    );
  const same = FEEDS.filter((feed) => isSame(errorsOf(feed)));
  const rows = FEEDS.filter((feed) => !same.includes(feed)).map((feed) => [
    feed,
    ...errorsOf(feed).map(formatError),
  ]);
  return [
    title,
    `Time in which the engine's membership and that on perfect data differ, as a share of the member time on perfect data: ${formatError(asItIs)} as the feeds are, over all profiles. Below, one feed is synced in another way and the others as they are; ${formatCount(sampled)} profiles were observed again, the same ones in every cell. Intervals are 95 %, over profiles.`,
    ...(rows.length === 0 ? [] : [table(["synced", ...SYNCS.map((sync) => NAMES[sync])], rows)]),
    ...(same.length === 0 ? [] : [`The same under every sync: ${same.join(", ")}.`]),
  ].join("\n\n");
}

function isSame(errors: readonly Error[]): boolean {
  return new Set(errors.map(formatError)).size < 2;
}

/** `16 % [13 %, 19 %]`, or `–`. */
function formatError(error: Error): string {
  if (error.status === "not_estimable") return "–";
  const [ratio = "", low = "", high = ""] = [error.ratio, error.low, error.high].map((share) =>
    formatPercent(share),
  );
  return `${ratio} [${low}, ${high}]`;
}

/** `16 % of member time wrong`; `undefined` where nothing was wrong, or nothing is known. */
export function wrongTimeSentence({ asItIs }: FreshnessMeasure): string | undefined {
  if (asItIs.status === "not_estimable" || asItIs.ratio === 0) return undefined;
  return `${formatPercent(asItIs.ratio)} of member time wrong`;
}
