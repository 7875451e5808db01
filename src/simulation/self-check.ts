import type { ProfileLog, Transition } from "../model/log.ts";
import type { History } from "../model/profile.ts";
import { holds } from "../reference/holds.ts";
import { type Run, readRun } from "../reference/run.ts";
import { turningInstants } from "../reference/turning.ts";
import type { Segment } from "../rule/ast.ts";
import { membershipCondition } from "../rule/membership.ts";
import { UNITS } from "../time/duration.ts";
import { type Instant, formatInstant } from "../time/instant.ts";
import { policyOf } from "./holdout.ts";
import type { Plan } from "./plan.ts";
import { record } from "./record.ts";
import type { World } from "./world.ts";

/** One profile in so many is judged again by the reference in every run. */
const CHECKED_EVERY = 100;

/** Whether the profile with that index is judged again. */
export function isChecked(index: number): boolean {
  return index % CHECKED_EVERY === 0;
}

/** Lets one profile live and has the reference judge again what the engines said of it: who was in, what was sent and why
 *  what else was not, on the feed as it arrived; and who would have been in on perfect data. The reference reads at every
 *  transition and decision, a millisecond before it, and every six hours. A disagreement is our bug: throws. */
export function liveChecked(world: World, plan: Plan, index: number): ProfileLog {
  const { log, arrived, perfect } = record(world, plan, index);
  const { transitions, decisions, sends, truth } = log;
  compare(plan, arrived, { transitions, decisions, sends });
  compare(plan, perfect, { transitions: truth?.perfect ?? [] });
  return log;
}

/** What is held against the reference; of perfect data nothing but who was in. */
type Told = Pick<Run, "transitions"> & Partial<Pick<Run, "decisions" | "sends">>;

function compare(plan: Plan, history: History, told: Told): void {
  const { segments, from, measure, seed } = plan;
  const stretch = { from, to: (measure.end - 1) as Instant };
  const instants = instantsToJudge(plan, history, told);
  const run = readRun({ segments, history, stretch, policy: policyOf(plan), instants });
  const said = linesOf(plan, told);
  const asDefined = linesOf(plan, "decisions" in told ? run : { transitions: run.transitions });
  const length = Math.max(said.length, asDefined.length);
  for (let index = 0; index < length; index++) {
    if (said[index] === asDefined[index]) continue;
    const both = `"${said[index] ?? "nothing"}" is "${asDefined[index] ?? "nothing"}"`;
    throw new Error(
      `unreachable: the engine and the reference disagree on ${history.profile.id}, seed ${seed}: ${both}`,
    );
  }
}

/** Everything that was told, each in a line. */
function linesOf(
  { segments }: Plan,
  { transitions, decisions = [], sends = [] }: Told,
): readonly string[] {
  const head = ({ at, segment }: Pick<Transition, "at" | "segment">): string =>
    `${formatInstant(at)} ${segments[segment]?.name}`;
  return [
    ...transitions.map((each) => `${head(each)} ${each.kind}`),
    ...decisions.map((each) => {
      const { cause, outcome, by, followUp } = each;
      return [head(each), cause, followUp, outcome, by].join(" ");
    }),
    ...sends.map((each) => {
      const { subject, payload, ghost, followUp } = each;
      return [head(each), followUp, subject, JSON.stringify(payload), ghost].join(" ");
    }),
  ];
}

/** Where something turned, a millisecond before it, and now and then. */
function instantsToJudge(plan: Plan, history: History, told: Told): readonly Instant[] {
  const { transitions, decisions = [] } = told;
  const { from, measure } = plan;
  const instants = [...transitions, ...decisions].flatMap(({ at }) => [at - 1, at]);
  for (let at: number = measure.start; at < measure.end; at += 6 * UNITS.h) instants.push(at);
  const past = pastOf(plan, transitions);
  for (const segment of plan.segments)
    if (segment.until !== undefined) instants.push(...unseenTurns(segment, history, past));
  return instants.filter((at) => at >= from) as Instant[];
}

/** What ended begins anew only after its condition was false. Where it held right before a new beginning, it was false at
 *  some instant that nothing tells of: anywhere since the end. */
function unseenTurns(segment: Segment, history: History, past: Run["past"]): readonly Instant[] {
  const condition = membershipCondition(segment);
  const changes = past.changes.get(segment.name) ?? [];
  return changes.flatMap(({ at, entered }, index) => {
    const left = changes[index - 1];
    if (!entered || left === undefined) return [];
    if (!holds(condition, history, (at - 1) as Instant, past)) return [];
    return turningInstants(condition, history, { from: left.at, to: at }, past);
  });
}

function pastOf({ segments }: Plan, transitions: readonly Transition[]): Run["past"] {
  const changesOf = (index: number) =>
    transitions
      .filter(({ segment }) => segment === index)
      .map(({ at, kind }) => ({ at, entered: kind === "entered" }));
  return { changes: new Map(segments.map(({ name }, index) => [name, changesOf(index)])) };
}
