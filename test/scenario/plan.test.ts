import { expect, test } from "vitest";
import { planOf } from "../../src/scenario/plan.ts";
import { judge } from "../../src/scenario/judge.ts";
import { readScenario } from "../../src/scenario/read.ts";
import { run } from "../../src/simulation/run.ts";
import { RULE, SCENARIO, scenarioWith } from "./sources.ts";

const EXPECTATIONS = `expectations:
  evening_offer:
    size: { at_peak: 0.1%..100%, mean: { min: 0.001% } }
    reach: { min: 0.1% }
    entries: { min: 1 }
    fires: { min: 1 }
    precision: { min: 1%, confidence: 50% }
    intent_false_positives: { max: 99%, confidence: 50% }
    staleness_false_positives: { max: 50%, confidence: 50% }
    recall: { min: 0.1%, confidence: 50% }
    entry_latency: { p95: 12h }
    exit_latency: { p95: 12h }
`;

/** What becomes of the expectations with `rule`, over 400 people and one day. */
async function verdictsWith(rule: string) {
  const text = SCENARIO.replace("number: 100", "number: 400") + EXPECTATIONS;
  const load = (path: string) => ({ path, text: rule });
  const { scenario } = readScenario({ path: "small.yaml", text }, load);
  if (scenario === undefined) throw new Error("the scenario has mistakes");
  return judge(scenario, await run(planOf(scenario), { workers: 1 }));
}

test("everything that a run depends on is passed on", () => {
  const scenario = scenarioWith("policy: { cool_off: 48h }\ntwin: false\n");
  expect(planOf(scenario)).toMatchObject({
    seed: "7",
    profiles: 100,
    twin: false,
    policy: { coolOff: 48 * 3_600_000 },
    defaultZone: "Europe/Berlin",
    from: scenario.clock.from,
    measure: { start: scenario.clock.start, end: scenario.clock.end },
  });
});

test("a rule that catches somebody keeps to bounds that leave room", async () => {
  const rule = 'segment evening_offer\nwhen cart_views >= 1 in last 48h\nthen send email "Hi"\n';
  const verdicts = await verdictsWith(rule);
  expect(verdicts.filter(({ verdict }) => verdict !== "pass")).toEqual([]);
});

test("the same expectations all fail a rule that was emptied", async () => {
  const never = RULE.replace("cart_views >= 2", "cart_views >= 100000");
  const verdicts = await verdictsWith(never);
  expect(verdicts).toHaveLength(10);
  expect(verdicts.filter(({ blocks }) => !blocks)).toEqual([]);
});
