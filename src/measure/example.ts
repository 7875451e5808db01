import type { Instant } from "../time/instant.ts";
import { type Outcome, OUTCOMES, outcomeAt } from "./accuracy.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import type { Subject } from "./subject.ts";

/** A profile that shows an outcome: the engine said in at `at`. */
export interface Example {
  readonly index: number;
  readonly id: string;
  readonly at: Instant;
  readonly zone: string;
  readonly device: string | undefined;
  readonly outcome: Outcome;
}

/** The examples of each outcome that are kept: those of the profiles with the least index. */
export type ExampleTotals = Record<Outcome, Example[]>;

/** How many examples of an outcome are kept. */
export const KEPT = 5;

/** No examples. */
export function emptyExamples(): ExampleTotals {
  return {
    staleness_false_positive: [],
    lucky_positive: [],
    intent_false_positive: [],
    true_positive: [],
  };
}

/** Adds one profile, at its first entry in the stretch. */
export function foldExamples(totals: ExampleTotals, setup: MeasureSetup, subject: Subject): void {
  const { log, truth, stays } = subject;
  const stay = stays.find((each) => isMeasured(setup, each.from));
  if (truth === undefined || stay === undefined) return;
  const outcome = outcomeAt(truth, stay.from);
  const kept = totals[outcome];
  if (kept.length === KEPT && kept[KEPT - 1]!.index < log.index) return;
  const { index, id, zone } = log;
  totals[outcome] = least([
    ...kept,
    { index, id, at: stay.from, zone, device: stay.device, outcome },
  ]);
}

/** Adds the totals of other profiles. */
export function mergeExamples(into: ExampleTotals, from: ExampleTotals): void {
  for (const outcome of OUTCOMES) into[outcome] = least([...into[outcome], ...from[outcome]]);
}

function least(examples: readonly Example[]): Example[] {
  return examples.toSorted((a, b) => a.index - b.index).slice(0, KEPT);
}
