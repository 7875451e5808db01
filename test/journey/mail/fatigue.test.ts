import { expect, test } from "vitest";
import { Fatigue } from "../../../src/journey/mail/fatigue.ts";
import { defaultPeople } from "../../../src/journey/settings.ts";
import { instant } from "../../../src/time/instant.ts";

const DAY = 86_400_000;

/** The load after many weeks of so many letters a week. */
function settled(perWeek: number): number {
  const fatigue = new Fatigue(defaultPeople);
  let load = 0;
  for (let letter = 0; letter < 200; letter++)
    load = fatigue.add(instant(Math.round((letter * 7 * DAY) / perWeek)));
  return load;
}

test("the load settles near the number of letters a week", () => {
  expect(Math.abs(settled(2) - 2)).toBeLessThan(0.6);
  expect(Math.abs(settled(6) - 6)).toBeLessThan(0.6);
});

test("the more mail, the fewer opens and the more refusals; up to three a week nothing changes", () => {
  const fatigue = new Fatigue(defaultPeople);
  const loads = [0, 3, 4, 5, 6, 9];
  const opens = loads.map((load) => fatigue.stillOpens(load));
  const refusals = loads.map((load) => fatigue.unsubscribes(0.002, load));
  const complaints = loads.map((load) => fatigue.complains(0.0001, load));
  expect(opens.slice(0, 2)).toEqual([1, 1]);
  expect(opens.slice(2)).toEqual(opens.slice(2).toSorted((a, b) => b - a));
  expect(opens.at(-1)).toBeCloseTo(Math.exp(-0.36), 9);
  expect(refusals.slice(0, 2)).toEqual([0.002, 0.002]);
  expect(refusals[2]! > refusals[1]! && refusals[5]! > refusals[2]!).toBe(true);
  expect(complaints.slice(0, 4)).toEqual([0.0001, 0.0001, 0.0001, 0.0001]);
  expect(complaints[5]! / complaints[3]!).toBeCloseTo(Math.exp(0.9 * 4), 0);
});
