import type { Segment } from "../../rule/ast.ts";
import { printCondition } from "../../rule/printer.ts";
import { WALLS, boundsOnWall, elapsedOf, timesOf, wallsWithin } from "./clock.ts";
import { isSince } from "./follow-up.ts";
import { type Group, type Task, groupOf } from "./group.ts";
import { boundsOf } from "./leaf.ts";
import { segmentGroups } from "./other.ts";
import { type Site, sitesOf } from "./site.ts";
import { type Demand, type Sketch, merge, mergeAll } from "./sketch.ts";
import { solve } from "./solve.ts";
import { type Bound, type Scene, type Side, type Stage, sceneOf } from "./stage.ts";

/** The probes of every condition that decides who is in, in the order of the rule. */
export function membershipGroups(segment: Segment, stage: Stage): readonly Group[] {
  const seen = new Set<string>();
  return sitesOf(segment).flatMap((site) => {
    // A relaxed rule looks at most of its conditions twice.
    const key = `${printCondition(site.leaf)} ${site.leaf.span.start} ${site.clause ?? ""}`;
    if (seen.has(key) || isSince(site.leaf)) return [];
    seen.add(key);
    return siteGroups(site, { stage, segment, goals: site.goals, asking: "membership" });
  });
}

function siteGroups(site: Site, task: Task): readonly Group[] {
  const { leaf } = site;
  if (leaf.kind === "in_segment" || leaf.kind === "segment_change")
    return segmentGroups(site, leaf, { ...task, goals: [] });
  const name = `${site.clause === undefined ? "" : `${site.clause} `}${printCondition(leaf)}`;
  const around = aroundOf(task);
  const usual = boundsOf(leaf, sceneWith(around, site, task));
  return [
    ...usual.map((bound) => boundGroup(name, bound, { around, task })),
    ...onOtherWalls(site, name, { around, task }),
  ];
}

/** When and where the person stands for whom all around is as it must be; nothing if nobody does. */
function aroundOf({ stage, goals }: Task): Demand {
  const [demands] = solve(stage, goals, [{}]);
  const sketch: Partial<Sketch> = (demands && mergeAll(demands)) ?? {};
  const { zone, day, time } = sketch;
  return {
    ...(zone === undefined ? {} : { zone }),
    ...(day === undefined ? {} : { day }),
    ...(time === undefined ? {} : { time }),
  };
}

function sceneWith(around: Demand, { bound }: Site, { stage }: Task): Scene {
  return sceneOf(stage, mergeAll([around])!, bound);
}

interface Around {
  readonly around: Demand;
  readonly task: Task;
}

/** All sides stand where the person around stands, unless the bound itself is about that. */
function boundGroup(name: string, bound: Bound, { around, task }: Around): Group {
  // What `until` has ended stays ended: the case begins when it is asked about.
  const from = task.segment.until === undefined ? {} : { from: 0 };
  const standing = (sides: readonly Side[]): readonly Side[] =>
    sides.map((side) => ({ ...from, ...side, demand: standingAt(around, side.demand) }));
  const { sides, orElse } = bound;
  return groupOf(name, { ...bound, sides: standing(sides), orElse: orElse?.map(standing) }, task);
}

function standingAt({ zone, day, time }: Demand, demand: Demand): Demand {
  const isElsewhere = demand.instant !== undefined;
  return {
    ...demand,
    ...(zone === undefined || demand.zone !== undefined ? {} : { zone }),
    ...(day === undefined || isElsewhere || demand.day !== undefined ? {} : { day }),
    ...(time === undefined || isElsewhere || demand.time !== undefined ? {} : { time }),
  };
}

/** The same bounds where offsets are odd and on days on which clocks change. */
function onOtherWalls(site: Site, name: string, given: Around): readonly Group[] {
  const { leaf } = site;
  const { task } = given;
  const onTime = timesOf(leaf).flatMap((time) =>
    WALLS.flatMap((wall) => boundsOnWall(time, wall, given.around.day)),
  );
  const isCalendar = "window" in leaf && leaf.window.kind === "calendar" && !leaf.window.utc;
  const walls = isCalendar ? WALLS : wallsWithin(elapsedOf(leaf));
  const onDays = walls.flatMap(({ zone, day, title }): readonly Bound[] => {
    const date = day ?? given.around.day;
    const on: Demand = { zone, ...(date === undefined ? {} : { day: date }) };
    const around = merge(mergeAll([on])!, placeOf(given.around));
    if (around === undefined) return [];
    const bounds = boundsOf(leaf, sceneOf(task.stage, around, site.bound));
    return bounds
      .filter(({ looksBack }) => looksBack === (isCalendar ? "calendar" : "elapsed"))
      .map((bound) => onWall(bound, on, `in ${zone}, ${title}`));
  });
  return [...onTime, ...onDays].map((bound) => boundGroup(name, bound, given));
}

/** Where and at what time of the day somebody stands, whatever the day. */
function placeOf({ zone, time }: Demand): Demand {
  return { ...(zone === undefined ? {} : { zone }), ...(time === undefined ? {} : { time }) };
}

function onWall({ text, sides, orElse }: Bound, on: Demand, title: string): Bound {
  const there = (all: readonly Side[]): readonly Side[] =>
    all.map(({ label, demand, ...rest }) => ({
      ...rest,
      label: `${label} in ${on.zone!}`,
      demand: { ...demand, ...on },
    }));
  return { text: `${text} ${title}`, sides: there(sides), orElse: orElse?.map(there) };
}
