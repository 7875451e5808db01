import type { Condition, Segment } from "../../rule/ast.ts";
import { membershipCondition } from "../../rule/membership.ts";
import type { Instant } from "../../time/instant.ts";
import { isTrue } from "../holds.ts";
import type { Moment } from "../moment.ts";

/** How a profile stands to a segment: since when it is a member, if it is; and whether `until` has ended a membership that
 *  cannot begin again before the segment's condition has been false. */
export interface Membership {
  readonly since: Instant | undefined;
  readonly ended: boolean;
}

/** Before a run begins nobody is a member of anything. */
export const STRANGER: Membership = { since: undefined, ended: false };

/** How the profile stands at a moment, after how it stood at the last. */
export function nextMembership(segment: Segment, last: Membership, moment: Moment): Membership {
  if (!isTrue(membershipCondition(segment), moment)) return STRANGER;
  if (last.ended) return last;
  if (last.since === undefined)
    return ends(segment.until, moment.at, moment) ? last : { since: moment.at, ended: false };
  return ends(segment.until, last.since, moment) ? { since: undefined, ended: true } : last;
}

function ends(until: Condition | undefined, entry: Instant, moment: Moment): boolean {
  return until !== undefined && isTrue(until, sinceThe(entry, moment));
}

/** The moment as it is read by a condition that looks back to an entry or a send. */
export function sinceThe(anchor: Instant, moment: Moment): Moment {
  return { ...moment, past: { ...moment.past, anchor } };
}
