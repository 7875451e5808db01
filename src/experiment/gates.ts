import { type Figure, isNumber } from "../stats/estimate.ts";
import type { NotEstimable } from "../stats/proportion.ts";
import { type Heterogeneity, signOf } from "./heterogeneity.ts";
import type { Novelty } from "./novelty.ts";
import { type Plan, isTestable } from "./power.ts";
import type { RatioCheck } from "./sample-ratio.ts";
import type { Effect } from "./uplift.ts";

/** The gates in their order; a report stops at the first that fails. */
export const GATES = [
  "data",
  "sample_ratio",
  "power",
  "effect",
  "multiplicity",
  "heterogeneity",
  "novelty",
  "decision",
] as const;

/** The name of a gate. */
export type GateName = (typeof GATES)[number];

/** What a gate says. `not_known`: it was reached, but what it asks for is not in the data, and it lets pass. */
export interface Gate {
  readonly gate: GateName;
  readonly status: "passed" | "failed" | "not_known" | "not_evaluated";
}

/** What may be concluded. */
export type Verdict = "improves" | "harms" | "inconclusive" | "untestable" | "invalid";

/** The findings that the gates look at. */
export interface Findings {
  readonly faults: readonly string[] | undefined;
  readonly ratios: readonly RatioCheck[];
  readonly plan: Plan;
  readonly effect: Effect;
  /** The p after Holm over the declared family. */
  readonly adjustedP: Figure;
  readonly heterogeneity: readonly Heterogeneity[];
  readonly novelty: Novelty | NotEstimable;
}

/** How strictly the gates judge. */
export interface Strictness {
  readonly alpha: number;
  readonly mismatch: number;
}

/** All gates, and the verdict of the first that fails. */
export interface Judged {
  readonly gates: readonly Gate[];
  readonly verdict: Verdict;
}

/** Goes through the gates and stops at the first that fails. */
export function judge(findings: Findings, strictness: Strictness): Judged {
  const gates: Gate[] = [];
  for (const gate of GATES) {
    const status = statusOf(gate, findings, strictness);
    gates.push({ gate, status });
    if (status !== "failed") continue;
    const rest = GATES.slice(gates.length).map((each): Gate => ({
      gate: each,
      status: "not_evaluated",
    }));
    return { gates: [...gates, ...rest], verdict: verdictOf(gate) };
  }
  return { gates, verdict: signOf(findings.effect) > 0 ? "improves" : "harms" };
}

function statusOf(gate: GateName, findings: Findings, strictness: Strictness): Gate["status"] {
  switch (gate) {
    case "data":
      return findings.faults === undefined ? "not_known" : passes(findings.faults.length === 0);
    case "sample_ratio":
      return passes(mismatches(findings.ratios, strictness.mismatch).length === 0);
    case "power":
      return passes(isTestable(findings.plan));
    case "effect":
      return passes(isEstimable(findings.effect));
    case "multiplicity":
      return passes(isNumber(findings.adjustedP) && findings.adjustedP < strictness.alpha);
    case "heterogeneity": {
      const found = findings.heterogeneity;
      return found.length === 0
        ? "not_known"
        : passes(found.every(({ opposite }) => opposite.length === 0));
    }
    case "novelty": {
      const found = findings.novelty;
      return "status" in found ? "not_known" : passes(!found.fades);
    }
    case "decision":
      return "passed";
  }
}

/** The groups whose arms do not have the promised sizes. The whole must be testable; groups that are too small are not
 *  looked at. */
export function mismatches(ratios: readonly RatioCheck[], mismatch: number): readonly RatioCheck[] {
  return ratios.filter(({ p }, index) => (isNumber(p) ? p < mismatch : index === 0));
}

function isEstimable({ p, difference, uplift }: Effect): boolean {
  return isNumber(p) && difference.status === "estimated" && uplift.status === "estimated";
}

function passes(isFine: boolean): Gate["status"] {
  return isFine ? "passed" : "failed";
}

function verdictOf(failed: GateName): Verdict {
  if (failed === "data" || failed === "sample_ratio") return "invalid";
  return failed === "power" ? "untestable" : "inconclusive";
}
