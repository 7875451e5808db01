import { expect, test } from "vitest";
import { SCENARIO, found, read } from "./sources.ts";

const OWN = `  missions:
    browser: 60%
    gift_hunter:
      share: 40%
      wants: 70%
      start: look
      fade: 48h
      states:
        look:
          visit: { bounce: 30%, products: 4, adds: 20%, reopens: 50%, buys: 0% }
          next:
            - { to: come_back, chance: 60%, after: { dist: lognormal, median: 20h, sigma: 1.5 } }
            - { to: bought_elsewhere, chance: 10%, after: { dist: uniform, min: 1h, max: 9h } }
        come_back:
          visit: { bounce: 20%, products: 3, adds: 50%, reopens: 80%, buys: 40% }
          next:
            - { to: look, chance: 50%, after: { dist: exponential, mean: 2d }, when: { message: opened, at_most_visits: 5 } }
`;

test("a scenario adds a mission of its own as states, turns, delays and guards", () => {
  const { scenario, findings } = read(SCENARIO + OWN);
  expect(findings).toEqual([]);
  const { missions, missionTypes } = scenario!.people;
  expect(missions).toEqual({ browser: 0.6, gift_hunter: 0.4 });
  const type = missionTypes["gift_hunter"]!;
  expect(type.wants).toBe(0.7);
  expect(type.fade).toEqual({ dist: "fixed", value: 48 * 3_600_000 });
  expect(type.states["look"]!.next).toEqual([
    { to: "come_back", chance: 0.6, after: { dist: "lognormal", median: 72_000_000, sigma: 1.5 } },
    {
      to: "bought_elsewhere",
      chance: 0.1,
      after: { dist: "uniform", min: 3_600_000, max: 32_400_000 },
    },
  ]);
  expect(type.states["come_back"]!.next[0]!.when).toMatchObject({
    message: "opened",
    atMostVisits: 5,
  });
  expect(Object.keys(missionTypes)).toContain("serial_abandoner");
});

const broken = (piece: string, other: string): readonly string[] => {
  expect(OWN).toContain(piece);
  return found(SCENARIO + OWN.replace(piece, other));
};

test("mistakes in it are found where they stand", () => {
  expect(broken("browser: 60%", "brwser: 60%")).toEqual(["UNKNOWN_WORD 10: brwser"]);
  expect(broken("to: come_back", "to: come_bak")).toEqual([
    "UNKNOWN_STATE 20: come_bak",
    "UNREACHABLE_STATE 22: come_back",
  ]);
  expect(broken("start: look", "start: lok")).toEqual(["UNKNOWN_STATE 14: lok"]);
  expect(broken("chance: 60%", "chance: 95%")).toEqual(["OUT_OF_RANGE 19: next"]);
  expect(broken("sigma: 1.5", "sgma: 1.5")).toEqual([
    "MISSING_KEY 20: after",
    "UNKNOWN_KEY 20: sgma",
  ]);
  expect(broken("median: 20h", "median: 20")).toEqual(["MISSING_UNIT 20: 20"]);
  expect(broken("dist: exponential", "dist: exponentail")).toEqual([
    "UNKNOWN_WORD 25: exponentail",
  ]);
  expect(broken("message: opened", "message: red")).toEqual(["UNKNOWN_WORD 25: red"]);
  expect(broken("share: 40%", "share: 50%")).toEqual(["SHARES_DO_NOT_ADD_UP 9: missions"]);
});

test("every number of the preset can be said instead, and a preset chosen", () => {
  const more = "  preset: beauty\n  numbers: { missions_per_week: 0.7, machine_open: 90% }\n";
  const { scenario, findings } = read(SCENARIO + more);
  expect(findings).toEqual([]);
  expect(scenario!.people.numbers).toMatchObject({
    missionsPerWeek: 0.7,
    machineOpen: 0.9,
    priceMedian: 32,
  });
  expect(scenario!.people.categories[0]).toBe("skincare");
  expect(found(`${SCENARIO}  numbers: { mission_per_week: 1 }\n`)).toEqual([
    "UNKNOWN_KEY 9: mission_per_week",
  ]);
  expect(found(`${SCENARIO}  numbers: { trips_per_year: -1 }\n`)).toEqual(["OUT_OF_RANGE 9: -1"]);
  expect(found(`${SCENARIO}  hours: [1, 2]\n`)).toEqual(["WRONG_TYPE 9: [1, 2]"]);
});
