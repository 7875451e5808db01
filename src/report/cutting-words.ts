import type { CuttingMeasure } from "../measure/cutting/cutting.ts";
import type { Reason, Risk } from "../measure/cutting/risk.ts";
import type { TestMeasure } from "../measure/cutting/testable.ts";
import { formatCount, formatPercent } from "./format.ts";

const WORDS: Readonly<Record<Reason, (risk: Risk) => string>> = {
  signals: ({ value }) => `looks at ${value} signals`,
  variables: ({ value }) => `compares ${value} variables`,
  audience: ({ value }) => `reaches ${formatCount(value)} profiles`,
  audience_of_long_list: ({ value }) => `reaches ${formatCount(value)} profiles of the list`,
  overlap: ({ value }) => `share ${formatPercent(value)} of their people`,
  weekly_messages: ({ value }) => `one in twenty gets ${value} messages or more a week`,
  untestable: () => "no test of it could be decided in time",
};

/** What set the grade, in words: `win_back reaches 41 profiles`. */
export function riskWords(risk: Risk): string {
  const words = WORDS[risk.reason](risk);
  if (risk.of === undefined) return words;
  return risk.reason === "untestable" ? `${risk.of}: ${words}` : `${risk.of} ${words}`;
}

/** `high risk: a compares 12 variables; b reaches 41 profiles; 3 more`: the grade and what set it, worst first. `undefined` if
 *  there is nothing to worry about. */
export function riskSentence({ risk }: CuttingMeasure, most: number): string | undefined {
  const { grade, reasons } = risk;
  if (grade === "low") return undefined;
  const more = reasons.length - most;
  const told = reasons.slice(0, most).map(riskWords);
  return `${grade} risk: ${[...told, ...(more > 0 ? [`${more} more`] : [])].join("; ")}`;
}

/** `35 days for +20 %, 1 200 per arm`, or why there is no number. */
export function testWords({ days, perArm }: TestMeasure): string {
  if (typeof days !== "number") return `never: ${days.reason}`;
  return typeof perArm === "number"
    ? `${formatCount(days)} days, ${formatCount(perArm)} per arm`
    : `${formatCount(days)} days`;
}
