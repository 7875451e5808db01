import type { Segment } from "../../rule/ast.ts";
import { formatDuration } from "../../time/duration.ts";
import { followUpGroups, untilGroups } from "./follow-up.ts";
import { type Group, firstThatShows } from "./group.ts";
import { gateGroups, quietGroups } from "./hours.ts";
import { pauseGroups } from "./pauses.ts";
import { probe } from "./person.ts";
import { sendGoals } from "./sending.ts";
import { mergeAll } from "./sketch.ts";
import { solve } from "./solve.ts";
import { type Stage, sceneOf } from "./stage.ts";
import { told } from "./told.ts";

/** The probes of all that a rule says besides who is in. */
export function clauseGroups(segment: Segment, stage: Stage): readonly Group[] {
  return [
    ...untilGroups(segment, stage),
    ...gateGroups(segment, stage),
    ...quietGroups(segment, stage),
    ...pauseGroups(segment, stage),
    ...followUpGroups(segment, stage),
    ...holdoutGroups(segment, stage),
    ...unprobed(segment),
  ];
}

/** Somebody who falls to the holdout, and somebody who does not. */
function holdoutGroups(segment: Segment, stage: Stage): readonly Group[] {
  if (segment.holdout === undefined) return [];
  const of = { name: `holdout ${Math.round(segment.holdout * 10_000) / 100}%`, bound: "" };
  const [demands] = solve(stage, sendGoals(segment), [{}]);
  const sketch = demands === undefined ? undefined : mergeAll(demands);
  if (sketch === undefined) return [firstThatShows(of, [])];
  const life = told(sceneOf(stage, sketch));
  const people = [true, false].map((isHeldOut) => {
    const label = isHeldOut ? "in the holdout" : "not in it";
    const asked = { stage, segment, asking: "decision" } as const;
    return probe(label, { ...life, isHeldOut, from: life.at }, asked);
  });
  return [firstThatShows(of, [people])];
}

/** What shows only where segments compete for one profile. */
function unprobed({ staleAfter, priority, relax }: Segment): readonly Group[] {
  const note = "it shows only beside other rules that compete for the same profile";
  return [
    ...(staleAfter === undefined ? [] : [`stale after ${formatDuration(staleAfter)}`]),
    ...(priority === undefined ? [] : [`priority ${priority}`]),
    ...(relax?.priority === undefined ? [] : [`relax: priority +${relax.priority}`]),
  ].map((name) => ({ name, bound: "", probes: [], note }));
}
