import { present } from "../model/predicate.ts";
import type { History } from "../model/profile.ts";
import type { Condition, Leaf, SessionIs, Window } from "../rule/ast.ts";
import type { Instant } from "../time/instant.ts";
import { DAY_MS, type Zone, getZone, spanAt } from "../time/zone.ts";
import { NO_PAST, type Past } from "./moment.ts";
import { LONGEST_SESSION } from "./session.ts";
import { instantIn } from "./value.ts";

/** A stretch of time, both ends included. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** Every instant of a stretch at which the condition could turn, in order: its start, arrivals and events, the ends of
 *  what is looked back on, changes of the clocks, and the readings of the wall that the condition names. Better one too
 *  many than one too few. */
export function turningInstants(
  condition: Condition,
  history: History,
  stretch: Stretch,
  past: Past = NO_PAST,
): readonly Instant[] {
  const leaves = leavesOf(condition);
  const instants = new Set<number>([stretch.from]);
  for (const event of history.events) {
    instants.add(event.at).add(event.arrivedAt);
    for (const length of leaves.flatMap(lengthsOf)) instants.add(event.at + length);
  }
  for (const changes of past.changes.values()) {
    for (const { at } of changes)
      for (const length of [0, ...lengthsSinceChanges(condition)]) instants.add(at + length);
  }
  for (const leaf of leaves) for (const at of namedInstants(leaf, history)) instants.add(at);
  addReadings(instants, [...new Set(leaves.flatMap(readingsOf))], { history, stretch });
  const inside = [...instants].filter((at) => stretch.from <= at && at <= stretch.to);
  return inside.toSorted((a, b) => a - b) as Instant[];
}

/** The conditions that have none below them. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.flatMap(leavesOf);
    case "not":
    case "some":
      return leavesOf(condition.condition);
    default:
      return [condition];
  }
}

/** How long after an event the condition may turn because of it. */
function lengthsOf(leaf: Leaf): readonly number[] {
  switch (leaf.kind) {
    case "count":
    case "aggregate":
      return lengthsOfWindow(leaf.window);
    case "sequence":
      return [leaf.within, ...lengthsOfWindow(leaf.window)];
    case "recency":
    case "held":
    case "fresh":
      return [leaf.length];
    case "session":
      return [leaf.gap, LONGEST_SESSION, ...timesOnPage(leaf)];
    case "in_session":
      return [leaf.gap, LONGEST_SESSION];
    default:
      return [];
  }
}

function lengthsOfWindow(window: Window): readonly number[] {
  switch (window.kind) {
    case "last":
      return [window.length];
    case "session":
      return [window.gap, LONGEST_SESSION];
    case "ever":
    case "calendar":
    case "since":
      return [];
  }
}

/** The first millisecond at which the time on a page reaches what is asked, and the first beyond it. */
function timesOnPage({ field, test }: SessionIs): readonly number[] {
  if (field !== "time_on_page") return [];
  const asked = test.kind === "compare" ? [test.value] : test.kind === "one_of" ? test.values : [];
  return asked.flatMap((each) => [Math.ceil(Number(each)), Math.floor(Number(each)) + 1]);
}

/** How long after a change of another segment's membership the condition may turn because of it. */
export function lengthsSinceChanges(condition: Condition): readonly number[] {
  return leavesOf(condition).flatMap((leaf): readonly number[] => {
    if (leaf.kind === "in_segment") return [leaf.for ?? 0];
    return leaf.kind === "segment_change" ? [leaf.length] : [];
  });
}

/** The instants that an attribute ever named, and those from which they lie as far ahead or ago as asked. */
function namedInstants(leaf: Leaf, { profile, events }: History): readonly number[] {
  if (leaf.kind !== "instant") return [];
  const values = [profile.attributes, ...events.map((event) => event.properties)];
  return values.flatMap((each) => {
    const named = instantIn(present(each?.[leaf.attribute]));
    return named === undefined ? [] : [named - leaf.length, named, named + leaf.length];
  });
}

/** The readings of the wall at which the condition may turn, in milliseconds since midnight. */
function readingsOf(leaf: Leaf): readonly number[] {
  switch (leaf.kind) {
    case "local_time":
      return [0, leaf.from, leaf.to];
    case "clock_time":
      return [0, leaf.time, leaf.time + 1];
    case "weekday":
      return [0];
    case "count":
    case "aggregate":
      return leaf.window.kind === "calendar" ? [0] : [];
    default:
      return [];
  }
}

function addReadings(
  instants: Set<number>,
  readings: readonly number[],
  { history, stretch }: { readonly history: History; readonly stretch: Stretch },
): void {
  if (readings.length === 0) return;
  for (const name of zonesOf(history)) {
    for (const at of readingsIn(getZone(name), readings, stretch)) instants.add(at);
  }
}

/** Every zone by which the profile may ever have lived; UTC is that of windows which say so. */
function zonesOf({ profile, defaultZone, events }: History): ReadonlySet<string> {
  const named = [profile.zone, ...events.map((event) => event.zone)];
  return new Set(["UTC", defaultZone, ...named.filter((name) => name !== undefined)]);
}

/** When clocks change, and when they show one of the readings, offset by offset. */
function readingsIn(zone: Zone, readings: readonly number[], stretch: Stretch): readonly number[] {
  const found: number[] = [];
  for (let span = spanAt(zone, stretch.from); span < zone.starts.length; span++) {
    const start = zone.starts[span]!;
    if (start > stretch.to) break;
    found.push(start);
    const offset = zone.offsets[span]!;
    const first = Math.max(stretch.from, start) + offset;
    const last = Math.min(stretch.to, zone.starts[span + 1] ?? Infinity) + offset;
    for (let day = Math.floor(first / DAY_MS); day * DAY_MS <= last; day++)
      found.push(...readings.map((reading) => day * DAY_MS + reading - offset));
  }
  return found;
}
