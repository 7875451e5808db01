import type { Comparison } from "../../experiment/analyse.ts";
import { isNumber } from "../../experiment/figures.ts";
import type { GateName, Verdict } from "../../experiment/gates.ts";
import { mismatches } from "../../experiment/gates.ts";
import type { Heterogeneity } from "../../experiment/heterogeneity.ts";
import type { RatioCheck } from "../../experiment/sample-ratio.ts";
import type { Settings } from "../../experiment/tables.ts";
import { formatCount } from "../format.ts";
import { formatDifference, formatP, significant } from "./figures.ts";

/** How the gates are called. */
export const GATE_WORDS: Readonly<Record<GateName, string>> = {
  data: "data",
  sample_ratio: "sample ratio",
  power: "power",
  effect: "effect",
  multiplicity: "multiplicity",
  heterogeneity: "heterogeneity",
  novelty: "novelty",
  decision: "decision",
};

/** The signs of verdicts, which carry their meaning without colour. */
export const MARKS: Readonly<Record<Verdict, string>> = {
  improves: "✓",
  harms: "✗",
  inconclusive: "?",
  untestable: "?",
  invalid: "✗",
};

/** The most decisive first: what is harmed, what is better, what is open, what could never be decided. */
export const ORDER: readonly Verdict[] = [
  "invalid",
  "harms",
  "improves",
  "inconclusive",
  "untestable",
];

/** Why a comparison has its verdict, in one sentence; nothing where the numbers say it. */
export function reasonOf(comparison: Comparison, settings: Settings): string | undefined {
  const failed = comparison.gates.find(({ status }) => status === "failed")?.gate;
  switch (failed) {
    case "power":
      return powerSentence(comparison, settings);
    case "effect":
      return effectSentence(comparison);
    case "multiplicity":
      return `p ${formatP(comparison.adjustedP)} after Holm is not below ${settings.alpha}`;
    case "heterogeneity":
      return oppositeSentence(comparison);
    case "novelty":
      return "the effect fades with the days since the first exposure: run it longer";
    default:
      return undefined;
  }
}

function effectSentence({ effect }: Comparison): string {
  const { difference, uplift } = effect;
  if (difference.status !== "estimated")
    return `the difference is not estimable: ${difference.reason}`;
  return uplift.status === "estimated"
    ? "there is no p-value"
    : `the uplift is not estimable: ${uplift.reason}`;
}

/** What the arms could find, and what the target takes. */
export function powerSentence({ plan }: Comparison, { target }: Settings): string {
  const { needed, found, detectable, days } = plan;
  if (!isNumber(needed)) return needed.reason;
  const wanted = `an uplift of ${significant(100 * target)} % needs ${formatCount(needed)} profiles in arms split like these`;
  const least = isNumber(detectable)
    ? `; these ${formatCount(found)} find ${significant(100 * detectable)} % or more`
    : `; of these ${formatCount(found)}, ${detectable.reason}`;
  const time = isNumber(days) ? `; at that pace it takes ${formatCount(days)} days` : "";
  return wanted + least + time;
}

/** What holdouts would cost: `a holdout of 10 % would need 2.8 times the profiles of equal arms`. */
export function holdoutSentence({ plan }: Comparison): string | undefined {
  const costs = plan.holdouts.flatMap(({ share, cost }) =>
    isNumber(cost) ? [`${significant(100 * share)} %: ${significant(cost)} times`] : [],
  );
  if (costs.length === 0) return undefined;
  return `a holdout takes more profiles than equal arms; ${costs.join(", ")}`;
}

function oppositeSentence({ heterogeneity, outcome }: Comparison): string {
  const named = heterogeneity.flatMap(({ by, levels, opposite }) =>
    levels
      .filter(({ name }) => opposite.includes(name))
      .map(
        ({ name, effect }) => `${by} = ${name} (${formatDifference(effect.difference, outcome)})`,
      ),
  );
  return `the effect is the opposite in ${named.join(", ")}`;
}

/** Whether the values of a column have one effect: never read off two p-values, but off one test on a named scale. */
export function interactionSentence({ by, scale, p }: Heterogeneity, alpha: number): string {
  if (!isNumber(p)) return `by ${by}: not estimable (${p.reason})`;
  const found = p < alpha ? "the effect differs" : "no difference of the effect is shown";
  return `by ${by}: ${found}, p ${formatP(p)} on the scale of the ${scale}`;
}

/** What the sizes of the arms say. */
export function ratioSentence(ratios: readonly RatioCheck[], mismatch: number): string {
  const [all] = ratios;
  const failed = mismatches(ratios, mismatch);
  if (failed.length === 0)
    return `the arms have the sizes that they were promised, p ${formatP(all!.p)}, at least ${mismatch}${inGroups(ratios)}`;
  const named = failed.slice(0, 3).map(({ group, profiles, p }) => {
    const sizes = profiles.map((count) => formatCount(count)).join(", ");
    return `${group}: ${sizes}, p ${formatP(p)}`;
  });
  const advice =
    "nothing can be concluded: find out who was lost, and whether who is counted depends on the arm (a segment that reads opens or clicks does that)";
  return `the arms do not have the sizes that they were promised (${named.join("; ")}); ${advice}`;
}

function inGroups(ratios: readonly RatioCheck[]): string {
  const others = ratios.slice(1).filter(({ p }) => isNumber(p)).length;
  if (others === 0) return "";
  return others === 1 ? "; so has the one group" : `; so have all ${others} groups, after Holm`;
}
