import type { Decision, Send, Transition } from "../model/log.ts";
import type { History } from "../model/profile.ts";
import type { Segment } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import { deviceOf, zoneOf } from "./known.ts";
import { type Change, NO_PAST, type Past } from "./moment.ts";
import { payloadOf } from "./run/payload.ts";
import { type Play, type Step, play } from "./run/play.ts";
import type { Policy, Verdict } from "./run/situation.ts";
import { withoutMore } from "./transitions.ts";
import type { Stretch } from "./turning.ts";

export type { Past } from "./moment.ts";
export type { Policy } from "./run/situation.ts";

/** All that a run of rules made of one profile, in the order of time. */
export interface Run {
  readonly transitions: readonly Transition[];
  readonly decisions: readonly Decision[];
  readonly sends: readonly Send[];
  /** The same changes of membership, as conditions read them. */
  readonly past: Past;
}

/** What the rules make of one profile in a stretch of time: who is in and when, what is sent, and why what else is not.
 *  This is the definition of a run: wherever anything could turn, all is read anew from the whole history. */
export function runReference(
  segments: readonly Segment[],
  history: History,
  stretch: Stretch,
  policy: Policy = {},
): Run {
  return readRun({ segments, history, stretch, policy });
}

/** A run that may be read at some instants alone: it is the same if nothing turns between them. */
export function readRun(given: Play): Run {
  const { segments } = given;
  const steps = [...play(given)];
  return {
    transitions: steps.flatMap(transitionsOf),
    decisions: steps.flatMap((step) => step.verdicts.map(decisionOf)),
    sends: steps.flatMap((step) => sendsOf(step, segments)),
    past: { changes: steps.at(-1)?.moment.past.changes ?? NO_PAST.changes },
  };
}

/** The next change of a segment's membership after `at`, in a run of the rules through the stretch in which nothing more
 *  arrives after `at`. */
export function nextTransition(
  segments: readonly Segment[],
  history: History,
  { stretch, segment, at }: NextQuestion,
): Change | undefined {
  const quiet = withoutMore(history, at);
  for (const { turns } of play({ segments, history: quiet, stretch, policy: {} })) {
    const turn = turns.find((each) => each.segment === segment && each.at > at);
    if (turn !== undefined) return { at: turn.at, entered: turn.entered };
  }
  return undefined;
}

/** Which change is looked for: of the segment with that index, after an instant within the stretch. */
export interface NextQuestion {
  readonly stretch: Stretch;
  readonly segment: number;
  readonly at: Instant;
}

function transitionsOf({ moment, turns }: Step): readonly Transition[] {
  const device = deviceOf(moment.known);
  const zone = zoneOf(moment.known);
  return turns.map(({ at, segment, entered }) => {
    return { at, segment, kind: entered ? "entered" : "left", device, zone };
  });
}

function decisionOf({ at, segment, cause, outcome, by, followUp }: Verdict): Decision {
  return {
    at,
    segment,
    cause,
    outcome,
    ...(by === undefined ? {} : { by }),
    ...(followUp === undefined ? {} : { followUp: followUp.number }),
  };
}

/** What went out at an instant, ghosts included. */
function sendsOf({ moment, verdicts }: Step, segments: readonly Segment[]): readonly Send[] {
  return verdicts.flatMap(({ at, segment, followUp, outcome }): readonly Send[] => {
    if (outcome !== "fired" && outcome !== "holdout") return [];
    const { then, followUps } = segments[segment]!;
    const send = followUp === undefined ? then : followUps?.[followUp.number]?.send;
    if (send === undefined) return [];
    const payload = payloadOf(send, moment.known);
    const which = followUp === undefined ? {} : { followUp: followUp.number };
    const { subject } = send;
    return [{ at, segment, subject, payload, ghost: outcome === "holdout", ...which }];
  });
}
