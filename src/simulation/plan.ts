/** The closed loop: people, feeds, engine and policy on one simulated clock, one profile at a time. */
import type { PolicyOptions } from "../engine/policy.ts";
import type { FeedSettings } from "../feed/latency.ts";
import type { PeopleSettings } from "../journey/settings.ts";
import { GRACE, type MeasureSetup, RECALL_WINDOW } from "../measure/setup.ts";
import type { Feed } from "../model/event.ts";
import type { Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";

/** Everything that a run depends on; plain data, so that workers can be told. */
export interface Plan {
  readonly seed: string;
  /** People live from here on; what happens before `start` is not measured. */
  readonly warmUpFrom: Instant;
  /** The measured stretch `[start, end)`. */
  readonly start: Instant;
  readonly end: Instant;
  readonly profiles: number;
  readonly people: PeopleSettings;
  readonly feeds: Readonly<Record<Feed, FeedSettings>>;
  readonly segments: readonly Segment[];
  /** The intent by which each segment is judged, index for index. */
  readonly intents: readonly string[];
  readonly policy: PolicyOptions;
  /** The IANA name of the zone of profiles whose zone nothing has named. */
  readonly defaultZone: string;
  /** Whether everyone also lives the life without the rules' sends. */
  readonly twin: boolean;
  /** The zones and devices that get a slice of their own in every measure. */
  readonly zones: readonly string[];
  readonly devices: readonly string[];
}

/** What is to be measured of a run. */
export function measureSetupOf(plan: Plan): MeasureSetup {
  const { start, end, intents, zones, devices } = plan;
  const segments = plan.segments.map(({ name }) => name);
  return {
    start,
    end,
    segments,
    intents,
    grace: GRACE,
    recallWindow: RECALL_WINDOW,
    zones,
    devices,
  };
}
