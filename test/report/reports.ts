import type { ProfileLog } from "../../src/model/log.ts";
import { type Report, reportOf } from "../../src/report/report.ts";
import { decided, log, measured, truly, visits, wants } from "../measure/logs.ts";
import { scenarioWith } from "../scenario/sources.ts";

/** Profiles that enter at 18:00: so many rightly, so many without wishing to, so many because of late data. */
export function people(right: number, unwanted: number, stale: number): readonly ProfileLog[] {
  const truths = [
    ...Array.from({ length: right }, () => truly([18, 21], wants(17, 22))),
    ...Array.from({ length: unwanted }, () => truly([18, 21])),
    ...Array.from({ length: stale }, () => truly([])),
  ];
  const transitions = visits([18, 21]);
  return truths.map((truth, index) =>
    log(index, { transitions, decisions: [decided(18, "fired")], truth }),
  );
}

/** The report of a scenario with these expectations, over these logs. */
export function reportWith(
  expectations: string,
  logs: readonly ProfileLog[] = people(90, 8, 2),
  more = "",
): Report {
  const scenario = scenarioWith(`expectations: { evening_offer: { ${expectations} } }\n${more}`);
  return reportOf(scenario, measured(logs), { package: "1.2.3", tz: "2026c" });
}

/** A case that passes, one that fails, and one that is only a thought. */
export const CASES = `cases:
  - { name: a quiet morning, at: 2026-03-28T08:00 local, expectations: { evening_offer: out } }
  - { name: a wrong guess, at: 2026-03-28T19:00 local, expectations: { evening_offer: in } }
  - { name: a thought, todo: what of machines? }
`;

/** Cases whose names would break what is careless with them. */
export const HOSTILE_CASES = `cases:
  - { name: "[1,  2] | \`x\` <script>alert(1)</script>", at: 2026-03-28T19:00 local, expectations: { evening_offer: in } }
  - { name: ${"日本語".repeat(20)}, at: 2026-03-28T19:00 local, expectations: { evening_offer: in } }
  - { name: ${"verylong".repeat(20)}, at: 2026-03-28T19:00 local, expectations: { evening_offer: in } }
`;
