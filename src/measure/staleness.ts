import type { ProfileLog, StalenessError } from "../model/log.ts";
import type { Instant } from "../time/instant.ts";
import { outcomeAt } from "./accuracy.ts";
import { isCaught, missesOf } from "./missed.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import { type Stay, type Subject, covers, subjectOf } from "./subject.ts";

/** Every decision of the stretch at which the engine and perfect data differ, segment by segment. */
export function stalenessErrorsOf(log: ProfileLog, setup: MeasureSetup): readonly StalenessError[] {
  if (log.truth === undefined) return [];
  const changes = [...log.transitions, ...log.truth.perfect];
  const segments = new Set(changes.map(({ segment }) => segment));
  return [...segments].toSorted((a, b) => a - b).flatMap((each) => errorsOf(log, setup, each));
}

function errorsOf(
  log: ProfileLog,
  setup: MeasureSetup,
  segment: number,
): readonly StalenessError[] {
  const subject = subjectOf(log, setup, segment);
  const { truth } = subject;
  if (truth === undefined) return [];
  const entries = subject.stays.map(({ from }) => from).filter((at) => isMeasured(setup, at));
  const missed = missesOf(subject, setup).map((at): StalenessError => {
    const kind = covers(truth.wanted, at) ? "staleness_false_negative" : "averted";
    return { at, segment, kind };
  });
  return [
    ...wronglyIn(subject, entries, ["staleness_false_positive", "lucky_positive"]),
    ...wronglyIn(subject, sendsOf(subject, setup), ["stale_send", "lucky_send"]),
    ...missed,
  ];
}

function sendsOf({ log, segment }: Subject, setup: MeasureSetup): readonly Instant[] {
  return log.sends
    .filter((send) => send.segment === segment && !send.ghost && isMeasured(setup, send.at))
    .map(({ at }) => at);
}

type Kinds = readonly [unwanted: StalenessError["kind"], wanted: StalenessError["kind"]];

function wronglyIn(
  { truth, segment }: Subject,
  instants: readonly Instant[],
  [unwanted, wanted]: Kinds,
): readonly StalenessError[] {
  return instants.flatMap((at): readonly StalenessError[] => {
    const outcome = truth && outcomeAt(truth, at);
    if (outcome === "staleness_false_positive") return [{ at, segment, kind: unwanted }];
    return outcome === "lucky_positive" ? [{ at, segment, kind: wanted }] : [];
  });
}

/** Whether an engine that gave these memberships would not have made the error. */
export function isPrevented(
  { at, kind }: StalenessError,
  stays: readonly Stay[],
  setup: MeasureSetup,
): boolean {
  const isMiss = kind === "staleness_false_negative" || kind === "averted";
  return isMiss ? isCaught(stays, at, setup) : !covers(stays, at);
}
