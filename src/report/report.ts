/** One report value, and one file per spelling of it. */
import type { Measures } from "../measure/measures.ts";
import type { CaseVerdict } from "../scenario/cases.ts";
import { judgeCase } from "../scenario/cases.ts";
import { type Verdict, judge } from "../scenario/judge.ts";
import type { Scenario } from "../scenario/read.ts";

/** The versions on which the bytes of a run depend. */
export interface Versions {
  readonly package: string;
  /** Of the time-zone data, such as `2026c`. */
  readonly tz: string;
}

/** All that a run has to say. Depends on the scenario, the seed and the versions, on nothing else. */
export interface Report {
  readonly scenario: Scenario;
  readonly versions: Versions;
  readonly measures: Measures;
  readonly cases: readonly CaseVerdict[];
  readonly verdicts: readonly Verdict[];
  /** Whether nothing failed that makes a run fail. */
  readonly ok: boolean;
  /** The command that shows this again. */
  readonly again: string;
}

/** Judges the cases and expectations of a scenario by what was measured. */
export function reportOf(
  scenario: Scenario,
  measures: Measures,
  { again, ...versions }: Versions & { readonly again?: string | undefined },
): Report {
  const cases = scenario.cases.map(judgeCase);
  const verdicts = judge(scenario, measures);
  return {
    scenario,
    versions: { package: versions.package, tz: versions.tz },
    measures,
    cases,
    verdicts,
    ok: !verdicts.some(({ blocks }) => blocks) && !cases.some(({ verdict }) => verdict === "fail"),
    again: again ?? `rehearsal run ${scenario.source.path}`,
  };
}

/** How many cases and expectations came to what. */
export interface Tallies {
  readonly failed: number;
  readonly inconclusive: number;
  readonly warnings: number;
  readonly passed: number;
  readonly todo: number;
}

/** Counts verdicts. What does not block is a warning, whatever it is. */
export function talliesOf({ cases, verdicts }: Report): Tallies {
  const blocking = verdicts.filter(({ blocks }) => blocks);
  const isOpen = ({ verdict }: Verdict): boolean => verdict === "inconclusive";
  return {
    failed: blocking.filter((each) => !isOpen(each)).length + casesThat(cases, "fail"),
    inconclusive: blocking.filter(isOpen).length,
    warnings: verdicts.filter(({ blocks, verdict }) => !blocks && verdict !== "pass").length,
    passed: verdicts.filter(({ verdict }) => verdict === "pass").length + casesThat(cases, "pass"),
    todo: casesThat(cases, "todo"),
  };
}

/** How many cases came to a verdict. */
export function casesThat(cases: readonly CaseVerdict[], verdict: CaseVerdict["verdict"]): number {
  return cases.filter((each) => each.verdict === verdict).length;
}
