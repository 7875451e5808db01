/** The closed loop: people, feeds, engine and policy on one simulated clock, one profile at a time. */
import type { PolicyOptions } from "../engine/policy/options.ts";
import type { FeedTable } from "../feed/settings.ts";
import type { PeopleSettings } from "../journey/settings.ts";
import type { MeasureSetup } from "../measure/setup.ts";
import type { Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";

/** Everything that a run depends on; plain data, so that workers can be told. */
export interface Plan {
  readonly seed: string;
  /** People live from here on; what happens before the measured stretch is warm-up. */
  readonly from: Instant;
  readonly profiles: number;
  readonly people: PeopleSettings;
  readonly feeds: FeedTable;
  readonly segments: readonly Segment[];
  readonly policy: PolicyOptions;
  /** The IANA name of the zone of profiles whose zone nothing has named. */
  readonly defaultZone: string;
  /** Whether everyone also lives the life without the rules' sends. */
  readonly twin: boolean;
  /** What is measured; the run ends where its stretch does. */
  readonly measure: MeasureSetup;
}
