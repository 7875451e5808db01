import type { History } from "../model/profile.ts";
import type { Condition } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS, type Zone, getZone, spanAt } from "../time/zone.ts";
import { holds } from "./holds.ts";

/** A stretch of time, both ends included. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** A change of membership, as the definition sees it. */
export interface Change {
  readonly at: Instant;
  readonly entered: boolean;
}

/** The changes of membership in a stretch. Before its start nobody is a member. */
export function transitions(
  condition: Condition,
  history: History,
  stretch: Stretch,
): readonly Change[] {
  const changes: Change[] = [];
  let member = false;
  for (const at of turningInstants(condition, history, stretch)) {
    const now = holds(condition, history, at);
    if (now !== member) changes.push({ at, entered: now });
    member = now;
  }
  return changes;
}

/** The next instant after `at` and no later than `horizon` at which the condition turns if no further event arrives, or
 *  `undefined`. */
export function nextChange(
  condition: Condition,
  history: History,
  stretch: Stretch,
): Instant | undefined {
  const quiet = {
    ...history,
    events: history.events.filter((event) => event.arrivedAt <= stretch.from),
  };
  const now = holds(condition, quiet, stretch.from);
  return turningInstants(condition, quiet, stretch).find(
    (at) => at > stretch.from && holds(condition, quiet, at) !== now,
  );
}

/** Every instant of a stretch at which the condition could turn, in order: its start, arrivals, events, the ends of
 *  windows, changes of the clocks, and the readings of the wall that the condition names. */
export function turningInstants(
  condition: Condition,
  history: History,
  stretch: Stretch,
): readonly Instant[] {
  const instants = new Set<number>([stretch.from]);
  for (const event of history.events) {
    instants.add(event.at).add(event.arrivedAt);
    for (const window of windowsOf(condition)) instants.add(event.at + window);
  }
  const readings = readingsOf(condition);
  if (readings.length > 0) {
    for (const name of zonesOf(history)) addReadings(instants, getZone(name), readings, stretch);
  }
  const inside = [...instants].filter((at) => stretch.from <= at && at <= stretch.to);
  return inside.toSorted((a, b) => a - b) as Instant[];
}

function parts(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.flatMap(parts);
    case "not":
    case "some":
      return parts(condition.condition);
    default:
      return [condition];
  }
}

function windowsOf(condition: Condition): readonly number[] {
  return parts(condition).flatMap((part) => (part.kind === "count" ? [part.window ?? 0] : []));
}

function readingsOf(condition: Condition): readonly number[] {
  return parts(condition).flatMap((part) => {
    if (part.kind === "local_time") return [0, part.from, part.to];
    return part.kind === "clock_time" ? [0, part.time, part.time + 1] : [];
  });
}

function zonesOf(history: History): readonly string[] {
  const named = [history.profile.zone, ...history.events.map((event) => event.zone)];
  return [...new Set([history.defaultZone, ...named.filter((name) => name !== undefined)])];
}

function addReadings(
  instants: Set<number>,
  zone: Zone,
  readings: readonly number[],
  stretch: Stretch,
): void {
  for (
    let span = spanAt(zone, stretch.from);
    span < zone.starts.length && zone.starts[span]! <= stretch.to;
    span++
  ) {
    instants.add(zone.starts[span]!);
    const offset = zone.offsets[span]!;
    const first = Math.max(stretch.from, zone.starts[span]!);
    const last = Math.min(stretch.to, zone.starts[span + 1] ?? Infinity);
    for (
      let midnight = Math.floor((first + offset) / DAY_MS) * DAY_MS;
      midnight - offset <= last;
      midnight += DAY_MS
    ) {
      for (const reading of readings) instants.add(midnight + reading - offset);
    }
  }
}
