import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SUPPRESSIONS } from "../../src/model/log.ts";
import { judgeCase } from "../../src/scenario/cases.ts";
import { readScenario } from "../../src/scenario/read.ts";
import { RULE, SCENARIO, scenarioWith } from "./sources.ts";

const README = readFileSync(new URL("../../src/scenario/README.md", import.meta.url), "utf8");
const EXAMPLES = [...README.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = ""]) => text);

test("the manual has examples of cases and of a policy", () => {
  expect(EXAMPLES.filter((text) => text.startsWith("cases:"))).toHaveLength(3);
  expect(EXAMPLES.filter((text) => text.startsWith("policy:"))).toHaveLength(1);
});

test("what it shows of all segments together is read as it stands", () => {
  const text = EXAMPLES.find((each) => each.includes("over_segmentation:"))!;
  const rules = `${RULE}\nsegment cart_abandoned when cart_views >= 1 in last 24h\n`;
  const { scenario } = readScenario({ path: "small.yaml", text: SCENARIO + text }, (path) => ({
    path,
    text: rules,
  }));
  expect(scenario?.expectations.map(({ measure }) => measure)).toEqual([
    "smallest_segment",
    "conditions_per_rule",
    "segments_per_profile",
    "overlap",
  ]);
});

test.each(EXAMPLES.filter((text) => !text.includes("over_segmentation:")))(
  "what the manual shows is so: %s",
  (text) => {
    const { cases, policy } = scenarioWith(text);
    for (const each of cases.map(judgeCase)) expect(each.verdict, each.name).not.toBe("fail");
    if (text.startsWith("policy:")) expect(policy.caps).toHaveLength(2);
  },
);

test("the manual names every decision", () => {
  for (const each of [...SUPPRESSIONS, "fired", "none"]) expect(README).toContain(`\`${each}\``);
});
