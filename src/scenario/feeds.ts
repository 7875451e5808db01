import { between } from "../feed/latency.ts";
import { feedPresets } from "../feed/presets.ts";
import type { FeedSettings, FeedTable } from "../feed/settings.ts";
import { type Feed, FEEDS } from "../model/event.ts";
import type { Instant } from "../time/instant.ts";
import { faultsOf, repeatsOf } from "./feed-faults.ts";
import type { ScenarioFile } from "./schema.ts";

/** The table of feeds that is used unless the scenario says otherwise. */
const USUAL = "article";

/** The feeds of a scenario: a preset, with what the file says of each instead. */
export function feedsOf({ feeds, clock }: ScenarioFile): FeedTable {
  if (typeof feeds === "string") return presetOf(feeds);
  const own = (feed: Feed): FeedSettings => {
    const said = feeds?.[feed];
    if (said === undefined) return presetOf(USUAL)[feed];
    return typeof said === "string"
      ? presetOf(said)[feed]
      : settingsOf(said, presetOf(USUAL)[feed], clock.start);
  };
  const [session, crm, email, history] = FEEDS.map(own);
  if (!session || !crm || !email || !history) throw new Error("unreachable: there are four feeds");
  return { "session-log": session, crm, email, history };
}

type Said = Exclude<Exclude<NonNullable<ScenarioFile["feeds"]>, string>["crm"], string | undefined>;

/** What is not said stays as usual where the mode stays, and is nothing where it does not. */
function settingsOf(said: Said, usual: FeedSettings, start: Instant): FeedSettings {
  const isUsual = said.mode === usual.mode;
  const faults = faultsOf(said, usual.faults, start);
  const rest = {
    latency: said.latency ?? (isUsual ? usual.latency : between(0, 0)),
    duplicates: repeatsOf(said) ?? usual.duplicates,
    ...(faults && { faults }),
  };
  switch (said.mode) {
    case "webhook":
      return { mode: "webhook", ...rest };
    case "incremental":
      return { mode: "incremental", every: said.every ?? 900_000, ...rest };
    case "batch":
      return {
        mode: "batch",
        at: said.at ?? 7_200_000,
        zone: said.zone ?? "America/New_York",
        ...rest,
      };
  }
}

function presetOf(name: string): FeedTable {
  const found = feedPresets[name];
  if (found === undefined) throw new Error(`unreachable: no preset ${name}`);
  return found;
}
