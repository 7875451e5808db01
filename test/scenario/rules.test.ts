import { expect, test } from "vitest";
import { readScenario } from "../../src/scenario/read.ts";
import { RULE, SCENARIO, found, foundWith } from "./sources.ts";

test("all rules that are missing are told, each where it is named", () => {
  expect(foundWith("[rules/evening-offer.segment]", "[a.segment, b.segment]")).toEqual([
    "UNREADABLE_FILE 3: a.segment",
    "UNREADABLE_FILE 3: b.segment",
  ]);
});

test("while rules are missing, nobody is told that their segments are unknown", () => {
  const text = `${SCENARIO.replace("evening-offer.segment", "other.segment")}intent: { other: buy }\n`;
  expect(found(text)).toEqual(["UNREADABLE_FILE 3: rules/other.segment"]);
});

test("two rules may not define the same segment", () => {
  const text = SCENARIO.replace("[rules/evening-offer.segment]", "[a.segment, b.segment]");
  const { scenario, findings } = readScenario({ path: "small.yaml", text }, (path) => ({
    path,
    text: RULE,
  }));
  expect(scenario).toBeUndefined();
  const errors = findings.filter(({ severity }) => severity === "error");
  expect(errors).toMatchObject([{ code: "DUPLICATE_SEGMENT", source: { path: "b.segment" } }]);
});

test.each([
  ["rules: rules/evening-offer.segment", "WRONG_TYPE 3: rules/evening-offer.segment"],
  ["rules:", "WRONG_TYPE 3: rules"],
  ["rules: [7]", "WRONG_TYPE 3: 7"],
  ["rules: ['']", "WRONG_TYPE 3: ''"],
])("%s is no list of rules", (other, finding) => {
  expect(foundWith("rules: [rules/evening-offer.segment]", other).slice(0, 1)).toEqual([finding]);
});
