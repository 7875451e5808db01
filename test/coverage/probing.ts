import { readFileSync, readdirSync } from "node:fs";
import { printProbes } from "../../src/coverage/print.ts";
import { probeRule } from "../../src/coverage/probe.ts";
import type { Group } from "../../src/coverage/probe/group.ts";
import type { Segment } from "../../src/rule/ast.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { type Case, judgeCase } from "../../src/scenario/cases.ts";
import { type Scenario, readScenario } from "../../src/scenario/read.ts";
import { drawFinding } from "../../src/text/frame.ts";
import { mutantsOf } from "./mutants.ts";

/** Rules by the name of their file. */
export type Files = Readonly<Record<string, string>>;

const RULES = new URL("../../scenarios/rules/", import.meta.url);

/** The shipped rules. */
export const SHIPPED: Files = Object.fromEntries(
  readdirSync(RULES)
    .filter((name) => name.endsWith(".segment"))
    .map((name) => [name, readFileSync(new URL(name, RULES), "utf8")]),
);

/** What probing a rule gives: its groups, and the scenario as it is written and read again. */
export interface Probed {
  readonly segment: Segment;
  readonly groups: readonly Group[];
  readonly text: string;
  readonly scenario: Scenario;
}

/** Probes the first of some rules; the others are those that it asks for. */
export function probed(files: Files, zone = "Europe/Berlin"): Probed {
  const rules = Object.keys(files);
  const segments = rules.flatMap((path) => {
    const parsed = parseRules({ path, text: files[path]! }, defaultVocabulary);
    if (parsed.findings.length > 0) throw new Error(parsed.findings.map(drawFinding).join("\n"));
    return parsed.segments;
  });
  const [segment] = segments;
  const groups = probeRule(segment!, { segments, vocabulary: defaultVocabulary, zone });
  const about = { name: "probes", command: "rehearsal probe", rules, zone, isEndless: false };
  const text = printProbes([{ segment: segment!.name, groups }], about);
  return { segment: segment!, groups, text, scenario: scenarioOf(text, files) };
}

function scenarioOf(text: string, files: Files): Scenario {
  const { scenario, findings } = readScenario({ path: "probes.yaml", text }, (path) => ({
    path,
    text: files[path]!,
  }));
  if (scenario === undefined) throw new Error(findings.map(drawFinding).join("\n"));
  return scenario;
}

/** The names of cases that fail. */
export function failing(cases: readonly Case[]): readonly string[] {
  return cases.filter((each) => judgeCase(each).verdict !== "pass").map(({ name }) => name);
}

/** The mutants of the probed rule that no case notices. */
export function survivors({ segment, scenario }: Probed): readonly string[] {
  return mutantsOf(segment)
    .filter((mutant) => scenario.cases.every((each) => isSilent(each, segment, mutant.segment)))
    .map(({ what }) => what);
}

/** Whether a case passes with another segment in the place of its own. */
function isSilent({ question, wishes, ...rest }: Case, segment: Segment, other: Segment): boolean {
  const placed = (each: Segment): Segment => (each.name === segment.name ? other : each);
  const verdict = judgeCase({
    ...rest,
    question: { ...question, segments: question.segments.map(placed) },
    wishes: wishes.map((wish) => ({ ...wish, segment: placed(wish.segment) })),
  });
  return verdict.verdict === "pass";
}
