import { CAUSES, type Cause, type Decision, SUPPRESSIONS, type Suppression } from "../model/log.ts";
import { type Tally, tally } from "./tally.ts";

/** How many candidates came of each cause to each outcome, `cause * OUTCOMES + outcome`. */
export type FateTotals = Tally;

/** How many candidates were held back, by the reason. */
export type Suppressed = Readonly<Record<Suppression, number>>;

/** What became of candidates. INVARIANT: fires and suppressed ones add up to the candidates. */
export interface Fates {
  readonly candidates: number;
  readonly fires: number;
  readonly suppressed: Suppressed;
}

/** What became of the candidates that arose for one cause. */
export interface CauseFates extends Fates {
  readonly cause: Cause;
}

const OUTCOMES: readonly Decision["outcome"][] = ["fired", ...SUPPRESSIONS];

/** No candidates. */
export function emptyFates(): FateTotals {
  return tally(CAUSES.length * OUTCOMES.length);
}

/** Counts what became of one candidate. */
export function countFate(totals: FateTotals, decision: Decision): void {
  totals[placeOf(decision)]! += 1;
}

function placeOf({ cause, outcome }: Pick<Decision, "cause" | "outcome">): number {
  return CAUSES.indexOf(cause) * OUTCOMES.length + OUTCOMES.indexOf(outcome);
}

/** What became of all candidates. */
export function fatesOf(totals: FateTotals): Fates {
  return sumOf(totals, CAUSES);
}

/** What became of those of each cause for which there was one. */
export function causesOf(totals: FateTotals): readonly CauseFates[] {
  return CAUSES.map((cause) => ({ cause, ...sumOf(totals, [cause]) })).filter(
    ({ candidates }) => candidates > 0,
  );
}

function sumOf(totals: FateTotals, causes: readonly Cause[]): Fates {
  const number = (outcome: Decision["outcome"]): number =>
    causes.reduce((sum, cause) => sum + totals[placeOf({ cause, outcome })]!, 0);
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
