import { describe, expect, test } from "vitest";
import type { Propensity } from "../../src/journey/propensity.ts";
import { type PeopleSettings, defaultPeople } from "../../src/journey/settings.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import { getZone, timeOfDayAt } from "../../src/time/zone.ts";
import { SPAN, liveAll } from "./living.ts";

const DAY = 86_400_000;
const KNOWS_ALL: Propensity = {
  slope: 1,
  bias: 0,
  noise: 0,
  coverage: 1,
  at: 3_600_000,
  zone: "America/New_York",
};

/** People without mail, so that nothing but their own wishes moves them, and with a score. */
function scored(propensity: Propensity): PeopleSettings {
  const numbers = { ...defaultPeople.numbers, missionsPerWeek: 0.8 };
  return { ...defaultPeople, mailings: {}, propensity, numbers };
}

interface Night {
  readonly score: number;
  readonly buys: boolean;
}

/** The scores whose seven days lie in the run, each with what came of it. */
function nightsOf(propensity: Propensity, people = 1500): readonly Night[] {
  return liveAll(people, scored(propensity)).flatMap(({ events }) => {
    const orders = events.filter(({ name }) => name === "Order Completed").map(({ at }) => at);
    return scoresOf(events).map(({ at, score }) => ({
      score,
      buys: orders.some((order) => order > at && order <= at + 7 * DAY),
    }));
  });
}

function scoresOf(events: readonly TrueEvent[]) {
  return events.flatMap(({ at, feed, properties }) => {
    const score = properties["propensity"];
    if (feed !== "history" || typeof score !== "number" || at > SPAN.to - 7 * DAY) return [];
    return [{ at, score }];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** The chance that somebody who buys has a higher score than somebody who does not (area under the curve). */
function aucOf(nights: readonly Night[]): number {
  const ranked = nights.toSorted((a, b) => a.score - b.score);
  let [below, wins, ties] = [0, 0, 0];
  for (let index = 0; index < ranked.length;) {
    let next = index;
    while (next < ranked.length && ranked[next]!.score === ranked[index]!.score) next += 1;
    const tied = ranked.slice(index, next);
    const buyers = tied.filter(({ buys }) => buys).length;
    wins += buyers * below;
    ties += buyers * (tied.length - buyers);
    below += tied.length - buyers;
    index = next;
  }
  const buyers = nights.filter(({ buys }) => buys).length;
  return (wins + ties / 2) / (buyers * (nights.length - buyers));
}

const nights = nightsOf(KNOWS_ALL);

describe("the score of propensity", () => {
  test("of a model that knows all says how many buy: in total, and where it is low and high", () => {
    const groups = [
      nights,
      nights.filter(({ score }) => score < 0.1),
      nights.filter(({ score }) => score >= 0.1),
      nights.filter(({ score }) => score >= 0.4),
    ];
    for (const group of groups) {
      const [said, came] = [
        mean(group.map(({ score }) => score)),
        mean(group.map(({ buys }) => Number(buys))),
      ];
      expect(group.length).toBeGreaterThan(100);
      expect(came / said, `${said} said, ${came} came, of ${group.length}`).toBeGreaterThan(0.65);
      expect(came / said, `${said} said, ${came} came, of ${group.length}`).toBeLessThan(1.5);
    }
  });

  test("ranks people well, and worse the noisier it is", () => {
    const noisy = nightsOf({ ...KNOWS_ALL, noise: 2 });
    expect(aucOf(nights)).toBeGreaterThan(0.8);
    expect(aucOf(noisy)).toBeGreaterThan(0.55);
    expect(aucOf(noisy)).toBeLessThan(aucOf(nights) - 0.05);
  });

  test("that is over-confident lies further out, and one with a bias too high", () => {
    const sure = (found: readonly Night[]): number =>
      found.filter(({ score }) => score > 0.8).length;
    expect(sure(nightsOf({ ...KNOWS_ALL, slope: 1.6 }, 600))).toBeGreaterThan(
      2 * sure(nightsOf(KNOWS_ALL, 600)),
    );
    const high = nightsOf({ ...KNOWS_ALL, bias: 1 }, 300);
    expect(mean(high.map(({ score }) => score))).toBeGreaterThan(
      1.5 * mean(nights.map(({ score }) => score)),
    );
  });
});

describe("scores", () => {
  test("come every night by the history feed, to the share of people that they cover", () => {
    const half = liveAll(600, scored({ ...KNOWS_ALL, coverage: 0.5 }));
    const covered = half.filter(({ events }) => scoresOf(events).length > 0);
    expect(Math.abs(covered.length / 600 - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 600));
    for (const { events } of covered.slice(0, 50)) {
      const own = scoresOf(events);
      expect(own.length).toBeGreaterThan(20);
      for (const { at } of own)
        expect(timeOfDayAt(getZone("America/New_York"), at)).toBe(3_600_000);
    }
  });

  test("move nothing else in anybody's life", () => {
    const without = liveAll(100, { ...scored(KNOWS_ALL), propensity: undefined });
    const with_ = liveAll(100, scored(KNOWS_ALL));
    for (const [index, { events }] of with_.entries())
      expect(JSON.stringify(events.filter(({ feed }) => feed !== "history"))).toBe(
        JSON.stringify(without[index]!.events),
      );
  });
});
