import type { Count, FollowUp, Segment } from "../../rule/ast.ts";
import { printCondition } from "../../rule/printer.ts";
import { duration, formatDuration } from "../../time/duration.ts";
import { agoLabel } from "./count.ts";
import { eventsOf, rowOf } from "./events.ts";
import { type Group, type Task, groupOf } from "./group.ts";
import { boundsOf } from "./leaf.ts";
import { ago, memberGoals, sendGoals } from "./sending.ts";
import { sitesIn, type Site } from "./site.ts";
import { BLANK } from "./sketch.ts";
import { type Bound, type Side, type Stage, sceneOf } from "./stage.ts";

/** The probes of what follows a send: when it is due, and what keeps it from being sent. */
export function followUpGroups(segment: Segment, stage: Stage): readonly Group[] {
  return (segment.followUps ?? []).flatMap((followUp) => {
    const goals = ago(sendGoals(segment), followUp.after);
    const task: Task = { stage, segment, goals, asking: "decision" };
    const due = [followUp.after - 1, followUp.after, followUp.after + 1].map((from): Side => ({
      label: `${formatDuration(duration(from))} after the send`,
      demand: {},
      from,
    }));
    const name = `after ${formatDuration(followUp.after)}`;
    return [
      groupOf(name, { text: "due", sides: due }, task),
      ...unlessGroups(followUp, name, task),
    ];
  });
}

function unlessGroups({ after, unless }: FollowUp, name: string, task: Task): readonly Group[] {
  if (unless === undefined) return [];
  return sitesIn(unless, { goals: [], bound: {} }).flatMap((site) => {
    const goals = [...task.goals, ...site.goals];
    return boundsSince(site, after, task.stage).map(({ text, sides }) =>
      groupOf(
        `${name} unless ${printCondition(site.leaf)}`,
        { text, sides: sides.map((side) => ({ ...side, from: after })) },
        { ...task, goals },
      ),
    );
  });
}

/** How long ago a membership begins that `until` is to end. */
const ENTERED = 600_000;

/** The probes of counts since the entry, which end a membership. */
export function untilGroups(segment: Segment, stage: Stage): readonly Group[] {
  const { until } = segment;
  if (until === undefined) return [];
  const [when] = memberGoals(segment);
  const sites = sitesIn(until, { goals: [{ ...when!, since: ENTERED }], bound: {} });
  return sites
    .filter(({ leaf }) => isSince(leaf))
    .flatMap((site) =>
      boundsSince(site, ENTERED, stage).map(({ text, sides }) =>
        groupOf(
          `until ${printCondition(site.leaf)}`,
          { text, sides: sides.map((side) => ({ ...side, from: ENTERED })) },
          { stage, segment, goals: site.goals, asking: "membership" },
        ),
      ),
    );
}

/** Whether a condition counts since an entry or a send. */
export function isSince(leaf: Site["leaf"]): leaf is Count {
  return leaf.kind === "count" && leaf.window.kind === "since";
}

/** The bounds of a count since a moment: its number, and the moment itself, at which nothing counts yet. */
function boundsSince({ leaf, bound }: Site, since: number, stage: Stage): readonly Bound[] {
  const scene = sceneOf(stage, BLANK, bound);
  if (!isSince(leaf)) return boundsOf(leaf, scene);
  const [event] = eventsOf(leaf, scene);
  if (event === undefined) return [];
  const { number, comparator } = leaf;
  const between = { newest: Math.floor(since / 2), reach: since - 1 };
  const turning = comparator === ">" || comparator === "<=" ? number + 1 : Math.max(1, number);
  const numbers = [number - 1, number, number + 1].filter((each) => each >= 0);
  const edges = (edge: number): readonly Side[] =>
    [edge + 1, edge, edge - 1].map((age) => ({
      label: agoLabel(age),
      demand: { events: [...rowOf(event, turning - 1, between), { ...event, ago: age }] },
    }));
  return [
    {
      text: `${comparator} ${number}`,
      sides: numbers.map((each) => ({
        label: `${each} of them`,
        demand: { events: rowOf(event, each, between) },
      })),
    },
    { text: "since then", sides: edges(since) },
    { text: "up to now", sides: edges(0) },
  ];
}
