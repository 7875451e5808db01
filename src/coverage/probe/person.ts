import type { Segment } from "../../rule/ast.ts";
import {
  type Answer,
  type CaseQuestion,
  answersTo,
  decisionFor,
} from "../../scenario/case-answer.ts";
import type { CaseWish } from "../../scenario/case-wish.ts";
import { questionOf } from "../../scenario/cases.ts";
import type { Stage } from "./stage.ts";
import { type Told, caseOfTold } from "./told.ts";

/** What a probe asks about: who is in, or what becomes of a candidate as well. */
export type Asking = "membership" | "decision";

/** A person beside a bound, and what the definition of the language says of them. */
export interface Probe {
  readonly label: string;
  readonly told: Told;
  readonly wish: CaseWish;
}

/** Asks the reference about a made-up life. */
export function probe(
  label: string,
  told: Told,
  {
    stage,
    segment,
    asking,
  }: { readonly stage: Stage; readonly segment: Segment; readonly asking: Asking },
): Probe {
  const found = askReference(told, segment, stage);
  return { label, told, wish: asking === "membership" ? { is: found.is } : wishOf(found) };
}

/** What the reference says of a life. */
export function askReference(told: Told, segment: Segment, stage: Stage): Answer {
  return answersTo(questionOfTold(told, stage))(segment);
}

/** The question about a life that a case with it asks, in the company of all rules of the stage. */
export function questionOfTold(told: Told, { segments, vocabulary, zone }: Stage): CaseQuestion {
  const context = { segments, vocabulary, defaultZone: zone, policy: {}, start: told.at };
  return questionOf(caseOfTold("somebody", told, {}), context);
}

function wishOf(answer: Answer): CaseWish {
  const { outcome, cause, by } = decisionFor({}, answer);
  return {
    is: answer.is,
    decision: outcome,
    ...(cause === undefined ? {} : { cause }),
    ...(by === undefined ? {} : { by }),
  };
}

/** Whether the answers differ: a bound at which all are alike tests nothing. */
export function differ(probes: readonly Probe[]): boolean {
  return new Set(probes.map(({ wish }) => JSON.stringify(wish))).size > 1;
}
