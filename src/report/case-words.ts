import type { FoundDecision } from "../scenario/case-answer.ts";
import type { CaseWish } from "../scenario/case-wish.ts";
import type { CaseResult } from "../scenario/cases.ts";
import { CAUSES, REASONS } from "./fates.ts";

/** What a case found that was not wanted, a sentence for each. */
export function unwantedOf({ segment, wanted, found, decision }: CaseResult): readonly string[] {
  const { is, because } = wanted;
  const sentences: string[] = [];
  if (is !== undefined && is !== found) sentences.push(`${found} of ${segment}, wanted ${is}`);
  if (decision !== undefined && !isAsWanted(decision, wanted))
    sentences.push(`${segment}: ${wordsOf(decision)}, wanted ${wordsOf(wantedOf(wanted))}`);
  // What fails with all else as wanted is right for another reason.
  if (sentences.length === 0 && because !== undefined)
    sentences.push(`${found} of ${segment}, but not because of ${because}`);
  return sentences;
}

function isAsWanted({ outcome, by }: FoundDecision, wanted: CaseWish): boolean {
  return outcome === wanted.decision && (wanted.by === undefined || by === wanted.by);
}

function wantedOf({ decision = "none", cause, by }: CaseWish): FoundDecision {
  return { outcome: decision, cause, by };
}

/** `priority for cart_reminder (entered)`. */
function wordsOf({ outcome, cause, by }: FoundDecision): string {
  const forWhom = by === undefined ? "" : ` for ${by}`;
  return `${outcomeWord(outcome)}${forWhom}${cause === undefined ? "" : ` (${CAUSES[cause]})`}`;
}

function outcomeWord(outcome: FoundDecision["outcome"]): string {
  if (outcome === "none") return "no candidate";
  return outcome === "fired" ? outcome : REASONS[outcome];
}
