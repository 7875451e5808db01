import { describe, expect, test } from "vitest";
import { type PeopleSettings, defaultPeople } from "../../src/journey/settings.ts";
import { instant } from "../../src/time/instant.ts";
import { dayAt, getZone, timeOfDayAt } from "../../src/time/zone.ts";
import { makersWith } from "./defect.ts";
import { type Living, forEachLife, landingsOf } from "./living.ts";

// People live by the clock on their own wall, also where it is turned: intensity follows instants, so an hour that is
// skipped has no visit, and one that comes twice has twice as many.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A visit every other day at all hours: what counts is how the hours of turned clocks compare with the others. */
const OFTEN: PeopleSettings = {
  ...defaultPeople,
  mailings: {},
  hours: Array.from({ length: 24 }, () => 1),
  weekdays: Array.from({ length: 7 }, () => 1),
  missions: { browser: 1 },
  numbers: { ...defaultPeople.numbers, missionsPerWeek: 6, missionRateShape: 50, tripsPerYear: 0 },
};

interface Turn {
  readonly zone: string;
  /** The day on which clocks are turned, and the stretch of its wall that is skipped or repeated, in hours. */
  readonly day: string;
  readonly from: number;
  readonly to: number;
  /** How often that stretch comes on that day. */
  readonly times: 0 | 1 | 2;
}

/** Visits in the stretch on the day of the turn, and their mean over the six days before and after. */
function visitsAround(turn: Turn, make: Partial<Living> = {}): { found: number; usual: number } {
  const day = Date.parse(`${turn.day}T00:00Z`) / DAY;
  const span = { seed: "7", from: instant((day - 4) * DAY), to: instant((day + 5) * DAY) };
  const clock = getZone(turn.zone);
  const counts = new Map<number, number>();
  const settings = { ...OFTEN, zones: { [turn.zone]: 1 } };
  forEachLife(1500, { settings, span, ...make }, (lived) => {
    for (const { at } of landingsOf(lived)) {
      const time = timeOfDayAt(clock, at) / HOUR;
      if (time < turn.from || time >= turn.to) continue;
      counts.set(dayAt(clock, at), (counts.get(dayAt(clock, at)) ?? 0) + 1);
    }
  });
  const others = [-3, -2, -1, 1, 2, 3].map((offset) => counts.get(day + offset) ?? 0);
  return {
    found: counts.get(day) ?? 0,
    usual: others.reduce((sum, each) => sum + each, 0) / others.length,
  };
}

/** Whether the stretch is as busy as it comes often, by four standard errors of a count that is clustered threefold. */
function isAsTurned(turn: Turn, { found, usual }: { found: number; usual: number }): boolean {
  return Math.abs(found - turn.times * usual) <= 4 * Math.sqrt(3 * turn.times * usual);
}

const SPRING: Turn = { zone: "America/New_York", day: "2026-03-08", from: 2, to: 3, times: 0 };
const AUTUMN: Turn = { zone: "America/New_York", day: "2026-11-01", from: 1, to: 2, times: 2 };
const TURNS: readonly Turn[] = [
  SPRING,
  AUTUMN,
  { zone: "Europe/Berlin", day: "2026-03-29", from: 2, to: 3, times: 0 },
  { zone: "Europe/Berlin", day: "2026-10-25", from: 2, to: 3, times: 2 },
  { zone: "Australia/Sydney", day: "2026-10-04", from: 2, to: 3, times: 0 },
  { zone: "Australia/Sydney", day: "2026-04-05", from: 2, to: 3, times: 2 },
  { zone: "Australia/Lord_Howe", day: "2026-10-04", from: 2, to: 2.5, times: 0 },
  { zone: "Australia/Lord_Howe", day: "2026-04-05", from: 1.5, to: 2, times: 2 },
  { zone: "America/Phoenix", day: "2026-03-08", from: 2, to: 3, times: 1 },
  { zone: "America/Phoenix", day: "2026-11-01", from: 1, to: 2, times: 1 },
  { zone: "America/Sao_Paulo", day: "2026-11-01", from: 0, to: 1, times: 1 },
  { zone: "Asia/Kathmandu", day: "2026-03-29", from: 2, to: 3, times: 1 },
];

describe("clocks that are turned", () => {
  test.each(TURNS)("$zone, $day: the hour from $from comes $times times", (turn) => {
    const counted = visitsAround(turn);
    expect(counted.usual).toBeGreaterThan(20);
    expect(isAsTurned(turn, counted), `${counted.found} of ${counted.usual}`).toBe(true);
    if (turn.times === 0) expect(counted.found).toBe(0);
  });

  test("that check sees visits that are counted by the hours of the wall, each once", () => {
    const once = { found: 300, usual: 300 };
    expect(isAsTurned(AUTUMN, once)).toBe(false);
    expect(isAsTurned(SPRING, once)).toBe(false);
  });

  test("that check sees people whose wall keeps the offset of January", async () => {
    const { createPeople } = await makersWith({
      file: "journey/rhythm.ts",
      from: "const wall = wallAt(zone, at);\n    const hour",
      to: "const wall = at + wallAt(zone, 0 as Instant);\n    const hour",
    });
    const morning = OFTEN.hours.map((_, hour) => (hour === 9 ? 1 : 0));
    const july = { ...SPRING, day: "2026-07-08", from: 9, to: 10, times: 1 as const };
    const settings = { ...OFTEN, hours: morning, zones: { [SPRING.zone]: 1 } };
    expect(visitsAround(july, { settings }).found).toBeGreaterThan(100);
    expect(visitsAround(july, { settings, createPeople }).found).toBe(0);
  });
});
