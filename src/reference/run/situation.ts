import type { Cause, Decision } from "../../model/log.ts";
import type { DayRange, QuietHours, Segment } from "../../rule/ast.ts";
import type { Instant } from "../../time/instant.ts";
import { getZone, timeOfDayAt } from "../../time/zone.ts";
import { zoneOf } from "../known.ts";
import { isInRange } from "../look.ts";
import type { Moment } from "../moment.ts";

/** What decides about the sends of all rules together, besides their own clauses; lengths are in milliseconds. */
export interface Policy {
  /** The pause for rules that state none. */
  readonly coolOff?: number | undefined;
  /** Hold for all rules that send taken together. */
  readonly caps?: readonly FireCap[] | undefined;
  /** For rules that state none. */
  readonly quietHours?: Pick<QuietHours, "from" | "to" | "hold"> | undefined;
  /** A number from 0 to below 1, always the same for a profile and a segment: below the segment's share of holdout its
   *  sends are ghosts. Without it nobody is held out. */
  readonly holdoutDraw?: ((profileId: string, segmentName: string) => number) | undefined;
}

/** So many fires in `(at - per, at]`, and no more. */
export interface FireCap {
  readonly sends: number;
  readonly per: number;
}

/** Why something may be sent: the rule's own send, or what follows one. */
export interface Candidate {
  /** The index of the segment. */
  readonly segment: number;
  readonly cause: Cause;
  /** Which follow-up it is, and the send that it follows; absent for the rule's own send. */
  readonly followUp?: { readonly number: number; readonly sentAt: Instant } | undefined;
}

/** What became of a candidate. */
export interface Verdict extends Candidate {
  readonly at: Instant;
  readonly outcome: Decision["outcome"];
  /** The segment whose candidate fired instead. */
  readonly by?: number | undefined;
}

/** One instant of a run, when the memberships of it have been decided. */
export interface Situation {
  readonly segments: readonly Segment[];
  readonly policy: Policy;
  readonly moment: Moment;
  /** The instant that was decided before, if there is one. */
  readonly last: Moment | undefined;
  /** All that was decided before, in order. */
  readonly verdicts: readonly Verdict[];
}

/** Whether a candidate was sent, as a ghost perhaps. */
export function isFire({ outcome }: Verdict): boolean {
  return outcome === "fired" || outcome === "holdout";
}

/** Whether the profile's wall shows a time within the range. */
export function isTimeFor(range: Pick<DayRange, "from" | "to">, { known, at }: Moment): boolean {
  return isInRange(range, timeOfDayAt(getZone(zoneOf(known)), at));
}

/** The quiet hours of a rule: its own, else those of all. */
export function quietHoursOf(segment: Segment, policy: Policy): Policy["quietHours"] {
  return segment.quietHours ?? policy.quietHours;
}

/** Whether nothing of the rule may be sent because of the hour. */
export function isQuiet(segment: Segment, { policy, moment }: Situation): boolean {
  const hours = quietHoursOf(segment, policy);
  return hours !== undefined && isTimeFor(hours, moment);
}
