import type { ProfileLog, Transition } from "../model/log.ts";
import type { History } from "../model/profile.ts";
import { holds } from "../reference/holds.ts";
import { UNITS } from "../time/duration.ts";
import type { Instant } from "../time/instant.ts";
import type { Plan } from "./plan.ts";
import { record } from "./record.ts";
import type { World } from "./world.ts";

/** One profile in so many is judged again by the reference in every run. */
export const CHECKED_EVERY = 100;

/** Lets one profile live and has the reference judge again what the engines said of it, on the feed as it arrived and on
 *  perfect data: at every transition, a millisecond before it, and every six hours. A disagreement is our bug: throws. */
export function liveChecked(world: World, plan: Plan, index: number): ProfileLog {
  const { log, arrived, perfect } = record(world, plan, index);
  compare(plan, arrived, log.transitions);
  compare(plan, perfect, log.truth?.perfect ?? []);
  return log;
}

function compare(plan: Plan, history: History, transitions: readonly Transition[]): void {
  for (const [index, segment] of plan.segments.entries()) {
    const own = transitions.filter((each) => each.segment === index);
    for (const at of instantsToJudge(plan, own)) {
      const said = own.findLast((each) => each.at <= at)?.kind === "entered";
      if (said === holds(segment.when, history, at)) continue;
      const where = `${segment.name}, ${history.profile.id}, at ${new Date(at).toISOString()}`;
      throw new Error(
        `unreachable: the engine and the reference disagree on ${where}, seed ${plan.seed}`,
      );
    }
  }
}

function instantsToJudge(plan: Plan, transitions: readonly Transition[]): readonly Instant[] {
  const instants = transitions.flatMap(({ at }) => [at - 1, at]);
  for (let at: number = plan.measure.start; at < plan.measure.end; at += 6 * UNITS.h)
    instants.push(at);
  return instants.filter((at) => at >= plan.from && at < plan.measure.end) as Instant[];
}
