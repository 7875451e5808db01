import { CAUSES, type Cause, type Decision, SUPPRESSIONS, type Suppression } from "../model/log.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** What became of the candidates of one segment. */
export interface FateTotals {
  /** By cause and outcome, `cause * OUTCOMES + outcome`. */
  readonly outcomes: Tally;
  /** Those that yielded, by the index of the segment that fired instead. */
  readonly yielded: Tally;
}

/** How many candidates were held back, by the reason. */
export type Suppressed = Readonly<Record<Suppression, number>>;

/** What became of candidates. INVARIANT: fires and suppressed ones add up to the candidates. */
export interface Fates {
  readonly candidates: number;
  readonly fires: number;
  readonly suppressed: Suppressed;
}

/** What became of all candidates, told apart. */
export interface FatesApart extends Fates {
  /** By the causes for which there was a candidate. */
  readonly causes: readonly (Fates & { readonly cause: Cause })[];
  /** The segments that fired instead of those that were held back by `priority`. */
  readonly yieldedTo: readonly { readonly segment: string; readonly candidates: number }[];
}

const OUTCOMES: readonly Decision["outcome"][] = ["fired", ...SUPPRESSIONS];

/** No candidates, in a run of so many segments. */
export function emptyFates(segments: number): FateTotals {
  return { outcomes: tally(CAUSES.length * OUTCOMES.length), yielded: tally(segments) };
}

/** Counts what became of one candidate. */
export function countFate({ outcomes, yielded }: FateTotals, decision: Decision): void {
  outcomes[placeOf(decision)]! += 1;
  if (decision.by !== undefined) yielded[decision.by]! += 1;
}

/** Adds the totals of other profiles. */
export function mergeFates(into: FateTotals, from: FateTotals): void {
  addTally(into.outcomes, from.outcomes);
  addTally(into.yielded, from.yielded);
}

function placeOf({ cause, outcome }: Pick<Decision, "cause" | "outcome">): number {
  return CAUSES.indexOf(cause) * OUTCOMES.length + OUTCOMES.indexOf(outcome);
}

/** Reads the numbers off; `names` are those of the run's segments. */
export function fatesOf({ outcomes, yielded }: FateTotals, names: readonly string[]): FatesApart {
  const causes = CAUSES.map((cause) => ({ cause, ...sumOf(outcomes, [cause]) }));
  const yieldedTo = names.map((segment, index) => ({ segment, candidates: yielded[index]! }));
  return {
    ...sumOf(outcomes, CAUSES),
    causes: causes.filter(({ candidates }) => candidates > 0),
    yieldedTo: yieldedTo.filter(({ candidates }) => candidates > 0),
  };
}

function sumOf(outcomes: Tally, causes: readonly Cause[]): Fates {
  const number = (outcome: Decision["outcome"]): number =>
    causes.reduce((sum, cause) => sum + outcomes[placeOf({ cause, outcome })]!, 0);
  const fires = number("fired");
  const suppressed: Suppressed = {
    re_entry: number("re_entry"),
    unless: number("unless"),
    consent: number("consent"),
    cool_off: number("cool_off"),
    cap: number("cap"),
    quiet_hours: number("quiet_hours"),
    priority: number("priority"),
    holdout: number("holdout"),
  };
  const heldBack = SUPPRESSIONS.reduce((sum, reason) => sum + suppressed[reason], 0);
  return { candidates: fires + heldBack, fires, suppressed };
}
