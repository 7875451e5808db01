import type { Explanation } from "../model/explanation.ts";
import type { Cause } from "../model/log.ts";
import type { History } from "../model/profile.ts";
import { explain } from "../reference/explain.ts";
import { runReference } from "../reference/run.ts";
import type { Segment } from "../rule/ast.ts";
import { membershipCondition } from "../rule/membership.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseWish, Outcome } from "./case-wish.ts";
import type { Policy } from "./policy.ts";

/** Who is asked about, and when. */
export interface CaseQuestion {
  /** All rules of the scenario: they compete, and may ask for one another. */
  readonly segments: readonly Segment[];
  readonly policy: Policy;
  readonly history: History;
  /** Nobody is a member before this. */
  readonly from: Instant;
  readonly at: Instant;
  /** Whether the person falls to the holdout of rules that have one. */
  readonly isHeldOut: boolean;
}

/** What became of a segment's candidate at the instant; `none` if there was none. */
export interface FoundDecision {
  readonly outcome: Outcome;
  readonly cause?: Cause | undefined;
  /** The segment that fired instead. */
  readonly by?: string | undefined;
}

/** What the definition of the language says of one segment. */
export interface Answer {
  readonly is: "in" | "out";
  readonly explanation: Explanation;
  /** What became of its candidates: its own send first, then what follows earlier ones. */
  readonly decisions: readonly FoundDecision[];
}

/** Lets the definition of the language live through the short history, and says of each segment what came of it. */
export function answersTo(question: CaseQuestion): (segment: Segment) => Answer {
  const { segments, policy, history, from, at, isHeldOut } = question;
  const holdoutDraw = (): number => (isHeldOut ? 0 : NEARLY_1);
  const run = runReference(segments, history, { from, to: at }, { ...policy, holdoutDraw });
  return (segment) => {
    const index = segments.indexOf(segment);
    const last = run.transitions.findLast((each) => each.segment === index);
    const decisions = run.decisions.filter((each) => each.segment === index && each.at === at);
    return {
      is: last?.kind === "entered" ? "in" : "out",
      explanation: explain(membershipCondition(segment), history, at, run.past),
      decisions: decisions.map(({ outcome, cause, by }) => ({
        outcome,
        cause,
        by: by === undefined ? undefined : segments[by]?.name,
      })),
    };
  };
}

/** The largest draw that there is: who draws it falls to no holdout. */
const NEARLY_1 = 1 - Number.EPSILON;

/** The decision that a wish is about: that of the cause it names, else the first. */
export function decisionFor({ cause }: CaseWish, { decisions }: Answer): FoundDecision {
  const found = decisions.find((each) => cause === undefined || each.cause === cause);
  return found ?? { outcome: "none" };
}
