import type { History } from "../../model/profile.ts";
import { holds } from "../../reference/holds.ts";
import { isLeaf } from "../../rule/check/walk.ts";
import type { Instant } from "../../time/instant.ts";
import { DAY_MS, modulo } from "../../time/zone.ts";
import { type Goal, boundTo, isTimeless, rankOf, waysBelow } from "./goal.ts";
import { waysTo } from "./leaf.ts";
import { BLANK, type Demand, type Sketch, merge } from "./sketch.ts";
import { type Scene, type Stage, sceneOf } from "./stage.ts";
import { questionOfTold } from "./person.ts";
import { told } from "./told.ts";

/** How many half-made people are looked at before the search is given up. */
const MOST_STEPS = 4000;

/** A person half made, as often as something different is pinned: what was demanded so far, and which goals that
 *  reaches. */
interface Part {
  readonly sketches: readonly Sketch[];
  readonly demands: readonly Demand[];
  readonly goals: readonly Goal[];
  readonly reached: readonly Goal[];
}

/** People of whom all goals are true, whichever of the pinned demands is made on them: each as the demands that make them.
 *  Goals are taken one after the other; a way that undoes an earlier goal, or contradicts what is pinned, is not gone. */
export function* solve(
  stage: Stage,
  goals: readonly Goal[],
  pinned: readonly Demand[],
): Generator<readonly Demand[]> {
  const sketches = mergeEach([BLANK], pinned);
  if (sketches === undefined) return;
  const steps = { left: MOST_STEPS };
  yield* search(stage, { sketches, demands: [], goals, reached: [] }, steps);
}

/** Every sketch with every demand, or `undefined` if two contradict each other. */
function mergeEach(
  sketches: readonly Sketch[],
  demands: readonly Demand[],
): readonly Sketch[] | undefined {
  const all = sketches.flatMap((sketch) => demands.map((demand) => merge(sketch, demand)));
  const sound = all.filter((each) => each !== undefined);
  return sound.length === all.length ? sound : undefined;
}

function* search(stage: Stage, part: Part, steps: { left: number }): Generator<readonly Demand[]> {
  if (steps.left <= 0) return;
  const next = first(part.goals);
  if (next === undefined) {
    yield part.demands;
    return;
  }
  const goals = part.goals.filter((each) => each !== next);
  const below = waysBelow(next, stage.segments);
  if (below !== undefined) {
    for (const more of below) yield* search(stage, { ...part, goals: [...more, ...goals] }, steps);
    return;
  }
  const reached = [...part.reached, next];
  for (const demand of demandsFor(next, stage, part.sketches[0]!)) {
    const sketches = mergeEach(part.sketches, [demand]);
    if (sketches === undefined) continue;
    steps.left -= 1;
    if (steps.left <= 0) return;
    if (!sketches.every((sketch) => reached.every((each) => isReached(each, stage, sketch))))
      continue;
    yield* search(stage, { sketches, demands: [...part.demands, demand], goals, reached }, steps);
  }
}

function first(goals: readonly Goal[]): Goal | undefined {
  return goals.toSorted((a, b) => rankOf(a) - rankOf(b))[0];
}

/** Nothing first: it may be so already. */
function demandsFor(next: Goal, stage: Stage, sketch: Sketch): readonly Demand[] {
  const { condition, wanted, bound } = next;
  if (!isLeaf(condition)) return [{}];
  const ways = waysTo(condition, wanted, sceneOf(stage, sketch, bound));
  return [{}, ...ways.map((way) => earlier(way, next))];
}

/** The same so much earlier: events are older, and what the wall must have shown then it shows later now. */
function earlier(demand: Demand, { since, isPast }: Goal): Demand {
  if (since === 0) return demand;
  const { events, time, day } = demand;
  const wall = (time ?? 0) + (isPast === true ? since : 0);
  return {
    ...demand,
    ...(events === undefined
      ? {}
      : { events: events.map((each) => ({ ...each, ago: each.ago + since })) }),
    ...(time === undefined ? {} : { time: modulo(wall, DAY_MS) }),
    ...(day === undefined ? {} : { day: day + Math.floor(wall / DAY_MS) }),
  };
}

function isReached(goal: Goal, stage: Stage, sketch: Sketch): boolean {
  const { wanted, bound, since, isPast } = goal;
  const condition = boundTo(goal.condition, bound);
  if (!isTimeless(condition)) return true; // looked at with the whole
  const scene = sceneOf(stage, sketch, bound);
  const history = historyOf(scene);
  const isSo = (at: number): boolean => holds(condition, history, at as Instant) === wanted;
  if (isPast !== true && !isSo(scene.at)) return false;
  return since === 0 || isSo(scene.at - since);
}

/** What is known of the person at hand. */
export function historyOf(scene: Scene): History {
  return questionOfTold(told(scene), scene.stage).history;
}
