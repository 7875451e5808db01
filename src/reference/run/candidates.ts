import type { Cause } from "../../model/log.ts";
import type { Segment } from "../../rule/ast.ts";
import { after } from "../../time/window.ts";
import { changesOf, memberSince } from "../moment.ts";
import {
  type Candidate,
  type Situation,
  type Verdict,
  isFire,
  isQuiet,
  isTimeFor,
  quietHoursOf,
} from "./situation.ts";

/** The candidates of an instant (language.md, law 9), in the order in which they are told: by segment, its own before what
 *  follows earlier sends. */
export function candidatesOf(situation: Situation): readonly Candidate[] {
  return situation.segments.flatMap((_, index) => [
    ...ownCandidate(index, situation),
    ...followUps(index, situation),
  ]);
}

function ownCandidate(index: number, situation: Situation): readonly Candidate[] {
  const cause = causeOf(index, situation);
  return cause === undefined ? [] : [{ segment: index, cause }];
}

/** Why the rule's own send may go out now: membership began, the gate opened on a member, or quiet hours ended for one who
 *  was held. */
function causeOf(index: number, situation: Situation): Cause | undefined {
  const { moment, last, segments } = situation;
  const segment = segments[index]!;
  const { gate, name } = segment;
  const since = memberSince(name, moment);
  if (since === undefined) return undefined;
  if (gate !== undefined && !isTimeFor(gate, moment)) return undefined;
  if (since === moment.at) return changesOf(name, moment).length === 1 ? "entered" : "re_entered";
  if (gate !== undefined && last !== undefined && !isTimeFor(gate, last)) return "gate_opened";
  const held = situation.verdicts.findLast((each) => each.segment === index && isOwn(each));
  if (held === undefined || held.at < since) return undefined;
  return isOver(held, segment, situation) ? "quiet_hours_ended" : undefined;
}

function isOwn(verdict: Verdict): boolean {
  return verdict.followUp === undefined;
}

/** Whether a candidate was held by quiet hours, and they are over. */
function isOver({ outcome }: Verdict, segment: Segment, situation: Situation): boolean {
  const isHeld =
    outcome === "quiet_hours" && quietHoursOf(segment, situation.policy)?.hold === true;
  return isHeld && !isQuiet(segment, situation);
}

/** What follows earlier sends of the rule: due now, or held until now. */
function followUps(index: number, situation: Situation): readonly Candidate[] {
  const { segments, verdicts, moment } = situation;
  const segment = segments[index]!;
  const own = verdicts.filter((each) => each.segment === index);
  return own
    .filter((each) => isOwn(each) && isFire(each))
    .flatMap(({ at: sentAt }) =>
      (segment.followUps ?? []).flatMap((followUp, number): readonly Candidate[] => {
        const last = own.findLast(
          (each) => each.followUp?.number === number && each.followUp.sentAt === sentAt,
        );
        const isDue = after(sentAt, followUp.after) === moment.at;
        const isHeldUntilNow = last !== undefined && isOver(last, segment, situation);
        if (!isDue && !isHeldUntilNow) return [];
        return [{ segment: index, cause: "followed_up", followUp: { number, sentAt } }];
      }),
    );
}
