import type { Segment } from "../../rule/ast.ts";
import type { Outcome } from "../../scenario/case-wish.ts";
import type { Instant } from "../../time/instant.ts";
import type { Goal } from "./goal.ts";
import { type Asking, type Probe, differ, probe } from "./person.ts";
import { type Demand, mergeAll } from "./sketch.ts";
import { solve } from "./solve.ts";
import { type Bound, type Side, type Stage, sceneOf } from "./stage.ts";
import { told } from "./told.ts";

/** A bound of a rule with the people beside it, or why there are none. */
export interface Group {
  /** The condition or clause, and which bound of it. */
  readonly name: string;
  readonly bound: string;
  readonly probes: readonly Probe[];
  /** What a reader must know: nobody could be made up, or the bound does not show. */
  readonly note?: string | undefined;
}

/** What is probed, and what must be so around the bound. */
export interface Task {
  readonly stage: Stage;
  readonly segment: Segment;
  readonly goals: readonly Goal[];
  readonly asking: Asking;
}

/** How many people are tried before it is believed that a bound does not show. */
const MOST_PEOPLE = 16;

/** People beside a bound who differ in that alone: the first for whom the answers differ. */
export function groupOf(name: string, bound: Bound, task: Task): Group {
  const { text, sides, orElse = [], note } = bound;
  if (note !== undefined) return { name, bound: text, probes: [], note };
  return firstThatShows({ name, bound: text }, peopleBeside());

  function* peopleBeside(): Generator<readonly Probe[]> {
    const all = [sides, ...orElse];
    // For whom all else is as it must be on every side; then, for whom it is so on one of them.
    for (const each of all) yield* peopleOn(each, [demandsOf(each)], task);
    for (const each of all)
      yield* peopleOn(
        each,
        demandsOf(each).map((one) => [one]),
        task,
      );
  }
}

function demandsOf(sides: readonly Side[]): readonly Demand[] {
  return sides.map(({ demand }) => demand);
}

function* peopleOn(
  sides: readonly Side[],
  pinned: readonly (readonly Demand[])[],
  task: Task,
): Generator<readonly Probe[]> {
  for (const each of pinned) {
    let tried = 0;
    for (const demands of solve(task.stage, task.goals, each)) {
      yield probesWith(demands, sides, task);
      tried += 1;
      if (tried >= MOST_PEOPLE) break;
    }
  }
}

function probesWith(
  demands: readonly Demand[],
  sides: readonly Side[],
  { stage, segment, asking }: Task,
): readonly Probe[] {
  return sides.flatMap(({ label, demand, from, later = 0 }) => {
    const sketch = mergeAll([demand, ...demands]);
    if (sketch === undefined) return []; // this side contradicts what else is asked
    const life = told(sceneOf(stage, sketch));
    const at = (life.at + later) as Instant;
    const began = from === undefined ? undefined : ((at - from) as Instant);
    return [probe(label, { ...life, at, from: began }, { stage, segment, asking })];
  });
}

/** The first of several tries whose answers differ, by a decision if one is named. If none does, the first try, with a
 *  note; if there is none, the note alone. */
export function firstThatShows(
  { showing, ...of }: Pick<Group, "name" | "bound"> & { readonly showing?: Outcome },
  tries: Iterable<readonly Probe[]>,
): Group {
  let plain: readonly Probe[] | undefined;
  const isShown = (probes: readonly Probe[]): boolean =>
    showing === undefined || probes.some(({ wish }) => wish.decision === showing);
  for (const probes of tries) {
    if (differ(probes) && isShown(probes)) return { ...of, probes };
    if (probes.length > 0) plain ??= probes;
  }
  if (plain === undefined) return { ...of, probes: [], note: NOBODY };
  return { ...of, probes: plain, note: ALIKE };
}

const NOBODY = "nobody could be made up for whom all else is as it must be";
const ALIKE = "the answers are all alike: the bound does not show here";
