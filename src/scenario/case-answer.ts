import type { Explanation } from "../model/explanation.ts";
import type { Cause } from "../model/log.ts";
import type { History } from "../model/profile.ts";
import { explain } from "../reference/explain.ts";
import { holds } from "../reference/holds.ts";
import { type Run, runReference } from "../reference/run.ts";
import type { Segment } from "../rule/ast.ts";
import { membershipCondition } from "../rule/membership.ts";
import { askedBy } from "../rule/order.ts";
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

/** Whether only the membership is asked about, or what became of candidates too. */
export type Asking = "membership" | "decision";

/** Says of each segment what came of it, by the definition of the language. The rules live through the short history once,
 *  if anything that they made of it matters. */
export function answersTo(question: CaseQuestion): (segment: Segment, asking: Asking) => Answer {
  let lived: Run | undefined;
  const run = (): Run => (lived ??= runOf(question));
  return (segment, asking) => {
    const { segments, history, at } = question;
    const condition = membershipCondition(segment);
    if (asking === "membership" && isTimeless(segment)) {
      const is = holds(condition, history, at) ? "in" : "out";
      return { is, explanation: explain(condition, history, at), decisions: [] };
    }
    const { transitions, decisions, past } = run();
    const index = segments.indexOf(segment);
    const last = transitions.findLast((each) => each.segment === index);
    return {
      is: last?.kind === "entered" ? "in" : "out",
      explanation: explain(condition, history, at, past),
      decisions: decisions
        .filter((each) => each.segment === index && each.at === at)
        .map(({ outcome, cause, by }) => ({
          outcome,
          cause,
          by: by === undefined ? undefined : segments[by]?.name,
        })),
    };
  };
}

/** Whether what is known at the instant decides, and nothing that the rules made before. */
function isTimeless(segment: Segment): boolean {
  return segment.until === undefined && askedBy(segment).size === 0;
}

function runOf({ segments, policy, history, from, at, isHeldOut }: CaseQuestion): Run {
  const holdoutDraw = (): number => (isHeldOut ? 0 : NEARLY_1);
  return runReference(segments, history, { from, to: at }, { ...policy, holdoutDraw });
}

/** The largest draw that there is: who draws it falls to no holdout. */
const NEARLY_1 = 1 - Number.EPSILON;

/** The decision that a wish is about: that of the cause it names, else the first. */
export function decisionFor({ cause }: CaseWish, { decisions }: Answer): FoundDecision {
  const found = decisions.find((each) => cause === undefined || each.cause === cause);
  return found ?? { outcome: "none" };
}
