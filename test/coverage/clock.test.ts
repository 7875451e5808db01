import { expect, test } from "vitest";
import { WALLS, boundsOnWall, wallsWithin } from "../../src/coverage/probe/clock.ts";
import { days, hours } from "../../src/time/duration.ts";
import { formatInstant } from "../../src/time/instant.ts";
import { DAY_MS } from "../../src/time/zone.ts";

/** The instants at which a wall is looked at for a time, the one in the middle of each bound. */
function momentsOf(zone: string, date: string, hour: number): readonly string[] {
  const day = Date.parse(`${date}T00:00Z`) / DAY_MS;
  return boundsOnWall(hours(hour), { zone, day, title: "" }).map(({ sides }) => {
    const [early, at, late] = sides.map(({ demand }) => demand.instant!);
    expect([at! - early!, late! - at!]).toEqual([1, 1]);
    return formatInstant(at!);
  });
}

// platforms.md, section 9: the clocks of 2026.
test.each([
  ["an evening in summer time", "America/New_York", "2026-03-08", 18, ["2026-03-08T22:00:00.000Z"]],
  ["an evening in winter time", "America/New_York", "2026-03-07", 18, ["2026-03-07T23:00:00.000Z"]],
  [
    "a skipped hour: the first after it",
    "America/New_York",
    "2026-03-08",
    2.5,
    ["2026-03-08T07:00:00.000Z"],
  ],
  [
    "a repeated hour: twice",
    "America/New_York",
    "2026-11-01",
    1.5,
    ["2026-11-01T05:30:00.000Z", "2026-11-01T06:30:00.000Z"],
  ],
  [
    "the end of a repeated hour: once",
    "America/New_York",
    "2026-11-01",
    2,
    ["2026-11-01T07:00:00.000Z"],
  ],
  ["a skipped hour in Berlin", "Europe/Berlin", "2026-03-29", 2, ["2026-03-29T01:00:00.000Z"]],
  [
    "a repeated hour in Berlin",
    "Europe/Berlin",
    "2026-10-25",
    2,
    ["2026-10-25T00:00:00.000Z", "2026-10-25T01:00:00.000Z"],
  ],
  [
    "a repeated half hour",
    "Australia/Lord_Howe",
    "2026-04-05",
    1.75,
    ["2026-04-04T14:45:00.000Z", "2026-04-04T15:15:00.000Z"],
  ],
  [
    "three quarters of an hour off",
    "Asia/Kathmandu",
    "2026-02-11",
    18,
    ["2026-02-11T12:15:00.000Z"],
  ],
])("%s", (_, zone, date, hour, moments) => {
  expect(momentsOf(zone, date, hour)).toEqual(moments);
});

test("elapsed time is looked at across a change of the clocks, where it is long enough", () => {
  expect(wallsWithin(hours(23))).toEqual([]);
  expect(wallsWithin(days(2)).map(({ zone }) => zone)).toEqual([
    "Europe/Berlin",
    "America/New_York",
  ]);
  expect(new Set(WALLS.map(({ zone }) => zone)).size).toBe(5);
});
