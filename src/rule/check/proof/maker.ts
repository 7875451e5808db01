import type { Condition, MetricRef, Segment } from "../../ast.ts";
import type { Predicate } from "../../../model/predicate.ts";
import type { Bound, EventSet, Fact, Formula, Subject } from "./formula.ts";
import { type Numbers, others } from "./numbers.ts";
import type { Draft } from "./subjects.ts";
import { wholly } from "./subjects.ts";
import { ALL_VALUES, type Values, numeric } from "./values.ts";

/** What the meaning of a leaf is made with. */
export interface Maker {
  readonly subject: (key: string, draft: () => Draft) => Subject;
  readonly eventsOf: (metric: MetricRef, where: Predicate | undefined) => EventSet;
  /** Whether surely no event is in the set. */
  readonly isImpossible: (events: EventSet) => boolean;
  readonly formulaOf: (condition: Condition) => Formula;
  readonly segmentOf: (name: string) => Segment | undefined;
}

/** A fact about one subject, whatever is bound. */
export function factOf(subject: Subject, pass: Values, fail: Values): Fact {
  return factFor(() => subject, subject.isWhole, pass, fail);
}

/** A fact about a number: it is among these, and not missing. */
export function numberFact(subject: Subject, numbers: Numbers): Fact {
  return factOf(subject, numeric(numbers), { ...ALL_VALUES, numbers: others(numbers) });
}

/** A fact about a subject that depends on what is bound. */
export function factFor(
  subjectFor: (bound: Bound) => Subject,
  isWhole: boolean,
  pass: Values,
  fail: Values,
): Fact {
  if (!isWhole) return { kind: "fact", subjectFor, pass, fail };
  return { kind: "fact", subjectFor, pass: wholly(pass), fail: wholly(fail) };
}
