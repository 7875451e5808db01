import type { Suppression } from "../../model/log.ts";
import type { Segment } from "../../rule/ast.ts";
import { after, isWithin } from "../../time/window.ts";
import { isTrue } from "../holds.ts";
import { consentOf } from "../known.ts";
import { sinceThe } from "./membership.ts";
import { changesOf, memberSince } from "../moment.ts";
import {
  type Candidate,
  type FireCap,
  type Situation,
  type Verdict,
  isFire,
  isQuiet,
} from "./situation.ts";

/** What becomes of the candidates of an instant (language.md, laws 9 and 10): the first reason that keeps one back; of
 *  those that send and are left, the highest fires and the others yield to it. */
export function judge(candidates: readonly Candidate[], situation: Situation): readonly Verdict[] {
  const { segments, moment } = situation;
  const judged = candidates.map((each) => ({ each, reason: suppressionOf(each, situation) }));
  const competing = judged
    .filter(
      ({ each, reason }) => reason === undefined && segments[each.segment]!.then !== undefined,
    )
    .map(({ each }) => each);
  const winner = competing.toSorted((a, b) => compareRanks(a, b, situation))[0];
  return judged.map(({ each, reason }): Verdict => {
    if (reason !== undefined) return { ...each, at: moment.at, outcome: reason };
    const yields = competing.includes(each) && each !== winner;
    if (yields) return { ...each, at: moment.at, outcome: "priority", by: winner?.segment };
    const isGhost = isHeldOut(segments[each.segment]!, situation);
    return { ...each, at: moment.at, outcome: isGhost ? "holdout" : "fired" };
  });
}

/** What keeps a candidate back on its own account, if anything does. */
function suppressionOf(candidate: Candidate, situation: Situation): Suppression | undefined {
  const segment = situation.segments[candidate.segment]!;
  const isFollowUp = candidate.followUp !== undefined;
  if (!isFollowUp && isReEntryBarred(segment, situation)) return "re_entry";
  if (isUnless(candidate, situation)) return "unless";
  if (consentOf(situation.moment.known) === "withdrawn") return "consent";
  if (!isFollowUp && isCoolingOff(candidate, situation)) return "cool_off";
  if (isCapped(candidate, situation)) return "cap";
  return isQuiet(segment, situation) ? "quiet_hours" : undefined;
}

/** Whether the membership at hand began in spite of `re-enter`. */
function isReEntryBarred({ reEnter, name }: Segment, { moment }: Situation): boolean {
  const since = memberSince(name, moment);
  const left = changesOf(name, moment).findLast(({ entered }) => !entered);
  if (reEnter === undefined || since === undefined || left === undefined) return false;
  return reEnter === "never" || since < after(left.at, reEnter);
}

function isUnless({ segment, followUp }: Candidate, { segments, moment }: Situation): boolean {
  if (followUp === undefined) return false;
  const unless = segments[segment]!.followUps?.[followUp.number]?.unless;
  return unless !== undefined && isTrue(unless, sinceThe(followUp.sentAt, moment));
}

/** Cool-off runs from the rule's own last fire; what follows a send neither waits for it nor restarts it. */
function isCoolingOff({ segment }: Candidate, situation: Situation): boolean {
  const { segments, policy, verdicts, moment } = situation;
  const coolOff = segments[segment]!.coolOff ?? policy.coolOff;
  const fire = verdicts.findLast(
    (each) => each.segment === segment && each.followUp === undefined && isFire(each),
  );
  return coolOff !== undefined && fire !== undefined && moment.at < fire.at + coolOff;
}

/** Whether as many as allowed were sent already: of this rule, or of all that send. */
function isCapped({ segment }: Candidate, situation: Situation): boolean {
  const { segments, policy, verdicts, moment } = situation;
  const { caps = [], then } = segments[segment]!;
  const fires = verdicts.filter(isFire);
  const own = fires.filter((each) => each.segment === segment);
  const sending = fires.filter((each) => segments[each.segment]!.then !== undefined);
  const isFull = (sent: readonly Verdict[], { sends, per }: FireCap): boolean =>
    sent.filter(({ at }) => moment.at - per < at).length >= sends;
  if (caps.some((cap) => isFull(own, cap))) return true;
  return then !== undefined && (policy.caps ?? []).some((cap) => isFull(sending, cap));
}

function isHeldOut({ name, holdout }: Segment, { policy, moment }: Situation): boolean {
  if (holdout === undefined || policy.holdoutDraw === undefined) return false;
  return policy.holdoutDraw(moment.known.history.profile.id, name) < holdout;
}

/** Stale ones go last, then the higher priority goes first, then the order of the rules, a rule's own send before what
 *  follows one, the earlier send, the earlier follow-up. */
function compareRanks(a: Candidate, b: Candidate, situation: Situation): number {
  const ranks = [rankOf(a, situation), rankOf(b, situation)] as const;
  const differing = ranks[0].findIndex((each, index) => each !== ranks[1][index]);
  return differing === -1 ? 0 : ranks[0][differing]! - ranks[1][differing]!;
}

function rankOf({ segment: index, followUp }: Candidate, situation: Situation): readonly number[] {
  const segment = situation.segments[index]!;
  return [
    isStale(segment, situation) ? 1 : 0,
    -priorityOf(segment, situation),
    index,
    followUp === undefined ? 0 : 1,
    followUp?.sentAt ?? 0,
    followUp?.number ?? 0,
  ];
}

function isStale({ staleAfter }: Segment, { moment }: Situation): boolean {
  if (staleAfter === undefined) return false;
  return !moment.known.events.some(
    (event) => event.feed === "session-log" && isWithin(event.at, staleAfter, moment.at),
  );
}

function priorityOf({ priority = 0, relax }: Segment, { moment }: Situation): number {
  const more = relax !== undefined && isTrue(relax.when, moment) ? relax.priority : undefined;
  return priority + (more ?? 0);
}
