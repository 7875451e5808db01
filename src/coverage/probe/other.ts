import type { InSegment, Leaf, Segment, SegmentChange } from "../../rule/ast.ts";
import { membershipCondition } from "../../rule/membership.ts";
import { printCondition } from "../../rule/printer.ts";
import { UNITS, duration, formatDuration } from "../../time/duration.ts";
import { before } from "../../time/window.ts";
import { DAY_MS, modulo } from "../../time/zone.ts";
import { agoLabel } from "./count.ts";
import { eventsOf, reachOf } from "./events.ts";
import { type Goal, goal } from "./goal.ts";
import { type Group, type Task, firstThatShows, groupOf } from "./group.ts";
import { probe } from "./person.ts";
import { type Site, sitesIn } from "./site.ts";
import { BLANK, type Demand, mergeAll } from "./sketch.ts";
import { solve } from "./solve.ts";
import { type Side, type Stage, sceneOf } from "./stage.ts";
import { waysToBe } from "./state.ts";
import { told } from "./told.ts";

/** The probes of a condition that asks for another segment: in it or not, for how long, and how long ago entered or left.
 *  Somebody becomes a member when the case begins, if all else is there: so its beginning is what is moved. */
export function segmentGroups(
  site: Site,
  leaf: InSegment | SegmentChange,
  task: Task,
): readonly Group[] {
  const target = task.stage.segments.find(({ name }) => name === leaf.segment);
  if (target === undefined) {
    const note = `${leaf.segment} is not among the rules that were given: name its file too`;
    return [{ name: printCondition(leaf), bound: "", probes: [], note }];
  }
  const around = { ...task, goals: [...site.goals, ...task.goals] };
  if (leaf.kind === "segment_change")
    return leaf.change === "entered"
      ? [entered(leaf, target, around)]
      : [left(leaf, target, around)];
  return [
    inOrOut(leaf, around),
    ...(leaf.for === undefined ? [] : [inFor(leaf, leaf.for, around)]),
  ];
}

/** One person who is a member of the other segment, and one who is not. */
function inOrOut(leaf: InSegment, task: Task): Group {
  const { stage, segment, asking } = task;
  const people = [true, false].flatMap((wanted) => {
    const goals = [goal(leaf, wanted), ...task.goals];
    const [demands] = solve(stage, goals, [{}]);
    const sketch = demands === undefined ? undefined : mergeAll(demands);
    if (sketch === undefined) return [];
    const label = wanted ? "a member of it" : "not a member of it";
    const life = told(sceneOf(stage, sketch));
    const from = leaf.for === undefined ? undefined : before(life.at, leaf.for);
    return [probe(label, { ...life, from }, { stage, segment, asking })];
  });
  return firstThatShows({ name: printCondition(leaf), bound: "" }, [people]);
}

function inFor(leaf: InSegment, length: number, task: Task): Group {
  const goals = [goal({ ...leaf, for: duration(length + 1) }, true), ...task.goals];
  const bound = { text: `for ${formatDuration(duration(length))}`, sides: beginning(length) };
  return groupOf(printCondition(leaf), bound, { ...task, goals });
}

/** The case begins one millisecond later, just then, and one earlier. */
function beginning(length: number): readonly Side[] {
  return [length - 1, length, length + 1].map((from) => ({
    label: `since ${agoLabel(from)}`,
    demand: {},
    from,
  }));
}

function entered(leaf: SegmentChange, target: Segment, task: Task): Group {
  const isIn: Goal = { ...goal(membershipCondition(target), true), since: leaf.length + 1 };
  const bound = { text: `in last ${formatDuration(leaf.length)}`, sides: beginning(leaf.length) };
  return groupOf(printCondition(leaf), bound, { ...task, goals: [isIn, ...task.goals] });
}

/** The other segment is left by whichever of its conditions can end at any moment. */
function left(leaf: SegmentChange, target: Segment, task: Task): Group {
  const { length } = leaf;
  const name = printCondition(leaf);
  const text = `in last ${formatDuration(length)}`;
  const tries = sitesIn(membershipCondition(target), { goals: [], bound: {} }).flatMap((site) => {
    const sides = [length - 1, length, length + 1].flatMap((ago): readonly Side[] => {
      const demand = ending(site, ago, task.stage);
      return demand === undefined
        ? []
        : [{ label: `left ${agoLabel(ago)}`, demand, from: ago + 1 }];
    });
    const past = site.goals.map((each): Goal => ({ ...each, since: length + 2, isPast: true }));
    const goals = [...past, ...task.goals];
    return sides.length === 0 ? [] : [groupOf(name, { text, sides }, { ...task, goals })];
  });
  return (
    tries.find(({ note }) => note === undefined) ??
    tries[0] ?? { name, bound: text, probes: [], note: UNENDING }
  );
}

const UNENDING = "no condition of that segment can be made to end at a given moment";

/** How a condition that held ends so many milliseconds ago. */
function ending({ leaf, bound }: Site, ago: number, stage: Stage): Demand | undefined {
  const scene = sceneOf(stage, BLANK, bound);
  if (
    leaf.kind === "count" &&
    leaf.window.kind === "last" &&
    [">=", ">", "="].includes(leaf.comparator)
  ) {
    const [event] = eventsOf(leaf, scene);
    const number = leaf.comparator === ">" ? leaf.number + 1 : leaf.number;
    const old = reachOf(leaf.window, scene) + 1 + ago;
    return event && { events: Array.from({ length: number }, () => ({ ...event, ago: old })) };
  }
  if (leaf.kind === "local_time" && ago < 2 * UNITS.w) {
    const wall = leaf.to + ago;
    return { time: modulo(wall, DAY_MS) };
  }
  return endingState(leaf, ago, stage);
}

function endingState(leaf: Leaf, ago: number, stage: Stage): Demand | undefined {
  if (leaf.kind !== "device" && leaf.kind !== "place" && leaf.kind !== "attribute")
    return undefined;
  const scene = sceneOf(stage, BLANK);
  const [first] = waysToBe(leaf, true, scene).flatMap(({ states = {} }) => Object.entries(states));
  const [after] = waysToBe(leaf, false, scene).flatMap(({ states = {} }) => Object.entries(states));
  if (first === undefined || after === undefined) return undefined;
  const held = first[1]?.value ?? null;
  return { states: { [first[0]]: { before: held, value: after[1]?.value ?? null, ago } } };
}
