import type { TruthLog } from "../model/log.ts";
import type { Instant } from "../time/instant.ts";
import { type Zone, DAY_MS, getZone, timeOfDayAt } from "../time/zone.ts";
import { UNITS } from "../time/duration.ts";
import { type AccuracySlice, cellAt, sliceOf } from "./accuracy.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import { type Subject, type Truth, covers } from "./subject.ts";
import { addCounts, count } from "./tally.ts";

const POINTS = ["entries", "sends"] as const;
const DIMENSIONS = ["hour", "day", "mission"] as const;

/** Points by what they are, by what tells them apart, by its value, and by their cell (`accuracy.ts`): under
 *  `entries/hour/18/3`. */
export type BreakdownTotals = Map<string, number>;

/** The points told apart; what has none is left out. */
export interface Breakdown {
  /** By the hour on the wall of the profile's home, "18" for 18:00 to 19:00. */
  readonly hours: readonly AccuracySlice[];
  /** By the 24 hours of the run, named for the instant at which they begin: precision over time. */
  readonly days: readonly AccuracySlice[];
  /** By the kind of the person's mission at that instant: the one that wants it, else the latest; `none` without one. */
  readonly missions: readonly AccuracySlice[];
}

/** How right the engine was, told apart by when and by whose mission it was. */
export interface BreakdownMeasure {
  readonly status: "estimated";
  readonly entries: Breakdown;
  readonly sends: Breakdown;
}

/** The name of the points without a mission. */
export const NO_MISSION = "none";

/** No points. */
export function emptyBreakdown(): BreakdownTotals {
  return new Map();
}

/** Adds one profile; one without truth adds nothing. */
export function foldBreakdown(
  totals: BreakdownTotals,
  setup: MeasureSetup,
  subject: Subject,
): void {
  const { stays, truth, log, segment } = subject;
  if (truth === undefined || log.truth === undefined || stays.length === 0) return;
  const where = { setup, truth, log: log.truth, zone: getZone(log.zone) };
  for (const { from } of stays) addPoint(totals, "entries", from, where);
  for (const send of log.sends)
    if (send.segment === segment && !send.ghost) addPoint(totals, "sends", send.at, where);
}

interface Where {
  readonly setup: MeasureSetup;
  readonly truth: Truth;
  readonly log: TruthLog;
  readonly zone: Zone;
}

function addPoint(
  totals: BreakdownTotals,
  points: (typeof POINTS)[number],
  at: Instant,
  { setup, truth, log, zone }: Where,
): void {
  if (!isMeasured(setup, at)) return;
  const cell = cellAt(truth, at);
  const hour = Math.floor(timeOfDayAt(zone, at) / UNITS.h);
  const day = Math.floor((at - setup.start) / DAY_MS);
  count(totals, `${points}/hour/${hour}/${cell}`);
  count(totals, `${points}/day/${day}/${cell}`);
  count(totals, `${points}/mission/${missionAt(truth, log, at)}/${cell}`);
}

function missionAt({ wanted }: Truth, { missions = [] }: TruthLog, at: Instant): string {
  const wants = wanted.find((span) => covers([span], at));
  const open = missions.filter((span) => covers([span], at));
  return (wants ?? open.toSorted((a, b) => a.from - b.from).at(-1))?.kind ?? NO_MISSION;
}

/** Adds the totals of other profiles. */
export function mergeBreakdown(into: BreakdownTotals, from: BreakdownTotals): void {
  addCounts(into, from);
}

/** Reads the rates off; `dayName` names the instant at which a day of the run begins. */
export function breakdownOf(
  totals: BreakdownTotals,
  dayName: (day: number) => string,
): BreakdownMeasure {
  const of = (points: (typeof POINTS)[number]): Breakdown => ({
    hours: slicesOf(totals, points, "hour", (hour) => hour.padStart(2, "0")),
    days: slicesOf(totals, points, "day", (day) => dayName(Number(day))),
    missions: slicesOf(totals, points, "mission", (kind) => kind),
  });
  return { status: "estimated", entries: of("entries"), sends: of("sends") };
}

function slicesOf(
  totals: BreakdownTotals,
  points: (typeof POINTS)[number],
  dimension: (typeof DIMENSIONS)[number],
  nameOf: (value: string) => string,
): readonly AccuracySlice[] {
  const prefix = `${points}/${dimension}/`;
  const keys = [...totals.keys()].filter((key) => key.startsWith(prefix));
  const values = new Set(keys.map((key) => key.slice(prefix.length, key.lastIndexOf("/"))));
  return [...values]
    .toSorted((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1))
    .map((value) => {
      const cells = [0, 1, 2, 3].map((cell) => totals.get(`${prefix}${value}/${cell}`) ?? 0);
      return sliceOf(cells, nameOf(value), points);
    });
}
