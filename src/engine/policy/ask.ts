import type { ConsentIs, Condition, Count, DayRange, LocalTime } from "../../rule/ast.ts";
import type { Duration } from "../../time/duration.ts";
import type { Anchor } from "../leaves/window-start.ts";
import type { Live } from "../live.ts";

/** Compiles a condition that policy asks now and then. It wakes nobody; once all events of an instant are in, `update`
 *  brings its truth up to date as of that instant. `anchor` is the send that `since send` looks back to. */
export type Ask = (condition: Condition, anchor?: Anchor) => Live;

const NOWHERE = { start: 0, end: 0 };

/** Nobody may write to the profile. */
export const CONSENT_WITHDRAWN: ConsentIs = {
  kind: "consent",
  span: NOWHERE,
  state: "withdrawn",
};

/** Nothing has stated consent, so that it counts as given. */
export const CONSENT_UNKNOWN: ConsentIs = { ...CONSENT_WITHDRAWN, state: "unknown" };

/** The profile's own wall reads these hours. */
export function withinHours({ from, to }: Pick<DayRange, "from" | "to">): LocalTime {
  return { kind: "local_time", span: NOWHERE, from, to };
}

/** Nothing came from the session log for so long. */
export function staleFor(length: Duration): Count {
  return {
    kind: "count",
    span: NOWHERE,
    metric: { word: "events", quoted: false, events: [], prefix: "", feed: "session-log" },
    comparator: "=",
    number: 0,
    window: { kind: "last", length },
  };
}
