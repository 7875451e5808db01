import { FEEDS } from "../model/event.ts";
import type { Scenario } from "../scenario/read.ts";
import { UNITS, duration, formatDuration } from "../time/duration.ts";
import { formatLatency, formatPercent } from "./format.ts";

type FeedSettings = Scenario["feeds"]["crm"];
type Latency = FeedSettings["latency"];

/** One row for each feed: its name, how it delivers, how long that takes, how often it does so twice, and what else goes
 *  wrong. */
export function feedRows({ feeds }: Scenario): readonly (readonly string[])[] {
  return FEEDS.map((feed) => {
    const settings = feeds[feed];
    const repeated = settings.duplicates > 0 ? formatPercent(settings.duplicates) : "none";
    return [feed, modeOf(settings), latencyOf(settings.latency), repeated, faultsOf(settings)];
  });
}

function modeOf(settings: FeedSettings): string {
  switch (settings.mode) {
    case "webhook":
      return "each event by itself";
    case "incremental":
      return `every ${formatDuration(duration(settings.every))}`;
    case "batch":
      return `nightly at ${timeOf(settings.at)} ${settings.zone}`;
  }
}

function faultsOf({ faults = {} }: FeedSettings): string {
  const { outages = [], loss = 0, reordered = 0, changedCopies = 0, renewedCopies = 0 } = faults;
  const named = [
    ...outages.map(({ policy }) => `outage, ${policy}`),
    ...(loss > 0 ? [`${formatPercent(loss)} lost`] : []),
    ...(reordered > 0 ? [`${formatPercent(reordered)} in reverse`] : []),
    ...(changedCopies > 0 ? [`${formatPercent(changedCopies)} changed copies`] : []),
    ...(renewedCopies > 0 ? [`${formatPercent(renewedCopies)} copies under another id`] : []),
    ...(faults.offline ? [`${formatPercent(faults.offline.share)} of visits offline`] : []),
    ...(faults.clock ? [`clocks: ${CORRECTIONS[faults.clock.correction]}`] : []),
    ...(faults.zone ? ["zones known late or not"] : []),
    ...(faults.identity ? ["nameless devices wait"] : []),
    ...(faults.machines ? ["machines left out"] : []),
    ...(faults.strangers ? ["others at the device left out"] : []),
    ...(faults.missedNights ? [`${formatPercent(faults.missedNights)} of nights missed`] : []),
  ];
  return named.length === 0 ? "nothing" : named.join(", ");
}

const CORRECTIONS = {
  segment: "skew corrected",
  first_attempt: "skew corrected by the first attempt",
  none: "skew left in",
} as const;

function timeOf(ms: number): string {
  const hour = Math.floor(ms / UNITS.h);
  const minute = Math.floor((ms % UNITS.h) / UNITS.min);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function latencyOf(latency: Latency): string {
  switch (latency.dist) {
    case "uniform":
      if (latency.max === 0) return "none";
      if (latency.min === latency.max) return formatLatency(latency.min);
      return `${formatLatency(latency.min)} to ${formatLatency(latency.max)}`;
    case "lognormal":
      return `about ${formatLatency(latency.median)} (log-normal, σ ${latency.sigma})`;
    case "mixture":
      return latency.of
        .map(({ weight, latency: part }) => `${formatPercent(weight)} ${latencyOf(part)}`)
        .join(", ");
  }
}
