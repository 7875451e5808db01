import { expect, test } from "vitest";
import { analyse } from "../../src/experiment/analyse.ts";
import type { Experiment } from "../../src/experiment/tables.ts";
import { SETTINGS, experimentOf } from "./tabled.ts";

function only(experiment: Experiment) {
  const [comparison] = analyse(experiment, SETTINGS).comparisons;
  const { verdict, gates } = comparison!;
  return {
    verdict,
    failed: gates.find(({ status }) => status === "failed")?.gate,
    gates,
    comparison,
  };
}

const good = experimentOf({ control: [200, 1000], offer: [300, 1000] });

test("an experiment that passes all gates improves, or harms", () => {
  expect(only(good)).toMatchObject({ verdict: "improves", failed: undefined });
  const worse = experimentOf({ control: [300, 1000], offer: [200, 1000] });
  expect(only(worse)).toMatchObject({ verdict: "harms", failed: undefined });
});

test.each([
  ["data", "invalid", { ...good, faults: ["ada stands in 2 arms"] }],
  ["sample_ratio", "invalid", experimentOf({ control: [200, 1000], offer: [300, 1200] })],
  ["sample_ratio", "invalid", experimentOf({ control: [3, 7], offer: [3, 7] })],
  ["power", "untestable", experimentOf({ control: [8, 50], offer: [30, 50] })],
  ["power", "untestable", experimentOf({ control: [0, 500], offer: [30, 500] })],
  ["multiplicity", "inconclusive", experimentOf({ control: [200, 1000], offer: [210, 1000] })],
  [
    "heterogeneity",
    "inconclusive",
    experimentOf(
      { control: [200, 1000], offer: [400, 1000], device: "mobile" },
      { control: [160, 400], offer: [100, 400], device: "desktop" },
    ),
  ],
  [
    "novelty",
    "inconclusive",
    experimentOf(
      { control: [100, 500], offer: [250, 500], day: 0 },
      { control: [100, 500], offer: [150, 500], day: 1 },
      { control: [100, 500], offer: [100, 500], day: 2 },
    ),
  ],
] as const)("the gate %s fails alone, and the verdict is %s", (gate, verdict, experiment) => {
  const found = only(experiment);
  expect(found).toMatchObject({ verdict, failed: gate });
  const place = found.gates.findIndex((each) => each.gate === gate);
  for (const [index, { status }] of found.gates.entries()) {
    if (index < place) expect(["passed", "not_known"]).toContain(status);
    if (index > place) expect(status).toBe("not_evaluated");
  }
});

test("what is not in the data is said to be not known, and lets pass", () => {
  const statuses = Object.fromEntries(only(good).gates.map(({ gate, status }) => [gate, status]));
  expect(statuses).toMatchObject({
    data: "not_known",
    heterogeneity: "not_known",
    novelty: "not_known",
  });
});

test("an effect that grows is no novelty", () => {
  const growing = experimentOf(
    { control: [100, 500], offer: [110, 500], day: 0 },
    { control: [100, 500], offer: [250, 500], day: 1 },
  );
  expect(only(growing).verdict).toBe("improves");
});

test("levels that differ in one direction are told, and do not stop the verdict", () => {
  const { verdict, comparison } = only(
    experimentOf(
      { control: [200, 1000], offer: [450, 1000], device: "mobile" },
      { control: [200, 1000], offer: [260, 1000], device: "desktop" },
    ),
  );
  expect(verdict).toBe("improves");
  expect(comparison?.heterogeneity[0]?.p).toBeLessThan(0.001);
});
