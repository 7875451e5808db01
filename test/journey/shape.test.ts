import { describe, expect, test } from "vitest";
import {
  PEOPLE_PRESETS,
  type PresetName,
  defaultPeople,
  peopleOfPreset,
} from "../../src/journey/settings.ts";
import { getZone, timeOfDayAt } from "../../src/time/zone.ts";
import { landingsOf, liveAll } from "./living.ts";

const HOUR = 3_600_000;
const LIVES = liveAll(3000, {
  ...defaultPeople,
  numbers: { ...defaultPeople.numbers, tripsPerYear: 0 },
});
const PAGES = LIVES.flatMap(({ events }) =>
  events.filter(({ name, cause }) => name === "Page Viewed" && cause === "human"),
);

/** The sum over categories of (found - asked)² / asked. */
function chiSquare(found: readonly number[], shares: readonly number[]): number {
  const total = found.reduce((sum, each) => sum + each, 0);
  const weight = shares.reduce((sum, each) => sum + each, 0);
  return found.reduce((sum, each, index) => {
    const asked = (total * shares[index]!) / weight;
    return sum + (each - asked) ** 2 / asked;
  }, 0);
}

test("homes have the shares of zones (chi-square with 3 degrees of freedom, one failure in 10 000)", () => {
  const zones = Object.keys(defaultPeople.zones);
  const found = zones.map((zone) => LIVES.filter((each) => each.zone === zone).length);
  expect(chiSquare(found, Object.values(defaultPeople.zones))).toBeLessThan(21.1);
  expect(chiSquare(found, [1, 1, 1, 1])).toBeGreaterThan(21.1); // zones that are all as likely are seen
});

/** The correlation of ranks (Spearman 1904). */
function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const ranksOf = (which: 0 | 1): readonly number[] => {
    const order = pairs
      .map((_, index) => index)
      .toSorted((a, b) => pairs[a]![which] - pairs[b]![which]);
    const ranks = Array.from(pairs, () => 0);
    for (const [rank, index] of order.entries()) ranks[index] = rank;
    return ranks;
  };
  const [x, y] = [ranksOf(0), ranksOf(1)];
  const squares = x.reduce((sum, rank, index) => sum + (rank - y[index]!) ** 2, 0);
  return 1 - (6 * squares) / (pairs.length * (pairs.length ** 2 - 1));
}

describe("pages", () => {
  const pairs = PAGES.map(
    ({ properties }) => [Number(properties["seconds"]), Number(properties["scroll"])] as const,
  );

  test("are scrolled further the longer they are looked at: rank correlation .5 ± .06", () => {
    expect(pairs.length).toBeGreaterThan(5000);
    expect(Math.abs(rankCorrelation(pairs) - 0.5)).toBeLessThan(0.06);
    const apart = { ...defaultPeople, numbers: { ...defaultPeople.numbers, scrollDwell: 0 } };
    const mutant = liveAll(300, apart).flatMap(({ events }) =>
      events.flatMap(({ name, properties }) =>
        name === "Page Viewed"
          ? [[Number(properties["seconds"]), Number(properties["scroll"])] as const]
          : [],
      ),
    );
    expect(Math.abs(rankCorrelation(mutant))).toBeLessThan(0.1);
  });

  test("are looked at for no longer than until the next step", () => {
    for (const { events } of LIVES.slice(0, 500)) {
      const own = events.filter(({ feed, cause }) => feed === "session-log" && cause === "human");
      for (const [index, event] of own.entries()) {
        const next = own[index + 1];
        const seconds = event.properties["seconds"];
        if (
          typeof seconds !== "number" ||
          next?.properties["session_id"] !== event.properties["session_id"]
        )
          continue;
        expect(seconds * 1000).toBeLessThanOrEqual(next!.at - event.at + 100);
      }
    }
  });

  test("left at the end of a visit have a Weibull dwell of shape .8: the hazard falls", () => {
    const last = LIVES.flatMap(({ events }) => {
      const own = events.filter(({ feed, cause }) => feed === "session-log" && cause === "human");
      return own.flatMap(({ name, properties }, index) =>
        name === "Page Viewed" &&
        own[index + 1]?.properties["session_id"] !== properties["session_id"]
          ? [Number(properties["seconds"])]
          : [],
      );
    });
    const { dwellShape, dwellScaleS } = defaultPeople.numbers;
    for (const seconds of [5, 20, 60, 180]) {
      const asked = 1 - Math.exp(-((seconds / dwellScaleS) ** dwellShape));
      const found = last.filter((each) => each <= seconds).length / last.length;
      expect(Math.abs(found - asked)).toBeLessThan(
        4 * Math.sqrt((asked * (1 - asked)) / last.length),
      );
      const memoryless = 1 - Math.exp(-seconds / dwellScaleS);
      if (seconds === 5) expect(Math.abs(found - memoryless)).toBeGreaterThan(0.04);
    }
  });
});

describe.each(Object.keys(PEOPLE_PRESETS) as PresetName[])("the preset %s", (name) => {
  const people = peopleOfPreset(name);
  const lives = liveAll(400, people);

  test("makes people who visit, buy, get mail and open it", () => {
    const count = (event: string): number =>
      lives.flatMap(({ events }) => events).filter((each) => each.name === event).length;
    for (const event of [
      "Page Viewed",
      "Product Added",
      "Order Completed",
      "Email Delivered",
      "Email Opened",
    ])
      expect(count(event), event).toBeGreaterThan(0);
  });

  test("has shares that come to 1, and a source and a unit for every figure", () => {
    for (const shares of [people.zones, people.devices, people.missions, people.destinations])
      expect(Object.values(shares).reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
    const { missionTypes: _, title: __, numbers, ...groups } = PEOPLE_PRESETS[name];
    for (const { source, unit } of [...Object.values(numbers), ...Object.values(groups)])
      expect(source.length > 3 && unit.length > 2).toBe(true);
  });
});

test("firms shop in office hours, and people at home in the evening", () => {
  const share = (name: PresetName): number => {
    const people = peopleOfPreset(name);
    const hours = liveAll(800, people).flatMap((lived) =>
      landingsOf(lived).map(({ at, zone }) => timeOfDayAt(getZone(zone ?? lived.zone), at) / HOUR),
    );
    return hours.filter((hour) => hour >= 9 && hour < 17).length / hours.length;
  };
  expect(share("b2b")).toBeGreaterThan(0.6);
  expect(share("us-general-retail")).toBeLessThan(0.45);
});
