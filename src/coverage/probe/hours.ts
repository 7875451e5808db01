import type { DayRange, Segment } from "../../rule/ast.ts";
import { formatTime } from "../../rule/grammar/clock.ts";
import { UNITS } from "../../time/duration.ts";
import { DAY_MS, modulo } from "../../time/zone.ts";
import { WALLS, boundsOnWall } from "./clock.ts";
import { type Group, type Task, groupOf } from "./group.ts";
import { memberGoals, unwithdrawn } from "./sending.ts";
import type { Bound, Side, Stage } from "./stage.ts";
import { boundsOfTimes } from "./wall.ts";

/** How long a member waits before a gate opens or quiet hours end. */
const WAIT = UNITS.min;

/** The probes of a gate: who enters at its ends, on several walls, and who is a member already when it opens. */
export function gateGroups(segment: Segment, stage: Stage): readonly Group[] {
  const { gate } = segment;
  if (gate === undefined) return [];
  const name = `send within ${rangeOf(gate)}`;
  return [
    ...enteringAt(gate, name, taskOf(segment, stage)),
    waitingUntil(gate.from, [name, "opening on a member"], taskOf(segment, stage)),
  ];
}

/** The probes of quiet hours: who enters at their ends, and what is held until they end. */
export function quietGroups(segment: Segment, stage: Stage): readonly Group[] {
  const { quietHours } = segment;
  if (quietHours === undefined) return [];
  const name = `quiet hours ${rangeOf(quietHours)}`;
  return [
    ...enteringAt(quietHours, name, taskOf(segment, stage)),
    waitingUntil(quietHours.to, [name, "ending on a member"], taskOf(segment, stage)),
  ];
}

/** Gates and quiet hours are no matter of the person: the time of the probe decides. */
function taskOf(segment: Segment, stage: Stage): Task {
  const goals = [...memberGoals(segment), unwithdrawn(segment)];
  return { stage, segment, goals, asking: "decision" };
}

function rangeOf({ from, to }: DayRange): string {
  return `${formatTime(from)}..${formatTime(to)}`;
}

function enteringAt(range: DayRange, name: string, task: Task): readonly Group[] {
  const bounds: readonly Bound[] = [
    ...boundsOfTimes(range.from, range.to),
    ...WALLS.flatMap((wall) =>
      [range.from, range.to].flatMap((time) => boundsOnWall(time, wall, undefined)),
    ),
  ];
  return bounds.map(({ text, sides }) =>
    groupOf(name, { text: `entering ${text}`, sides: sides.map(enteringNow) }, task),
  );
}

/** The case begins at its own instant: whoever is a member then has just become one. */
function enteringNow(side: Side): Side {
  return { ...side, from: 0 };
}

/** A millisecond before a time, at it and after it, for somebody who has been a member since a minute before. */
function waitingUntil(time: number, [name, text]: readonly [string, string], task: Task): Group {
  const sides = [-1, 0, 1].map((step): Side => {
    const reading = modulo(time + step, DAY_MS);
    const label = `at ${formatTime(reading)}, a member since one minute before`;
    return { label, demand: { time: reading }, from: WAIT + step };
  });
  return groupOf(name, { text, sides }, task);
}
