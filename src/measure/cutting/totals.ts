import type { PartTurn, ProfileLog } from "../../model/log.ts";
import type { MeasureSetup } from "../setup.ts";
import { type Stay, staysOf } from "../subject.ts";
import { addTally } from "../tally.ts";
import { type AudienceTotals, emptyAudience, foldAudience, mergeAudience } from "./audience.ts";
import { type CompanyTotals, emptyCompany, foldCompany, mergeCompany } from "./company.ts";
import { type HourTotals, emptyHours, foldHours, mergeHours } from "./hours.ts";
import { type LadderTotals, emptyLadder, foldLadder } from "./ladder.ts";

/** All that is added up about how finely the rules cut their people. */
export interface CuttingTotals {
  readonly ladders: readonly LadderTotals[];
  readonly company: CompanyTotals;
  readonly hours: HourTotals;
  readonly audience: AudienceTotals;
}

/** The totals of no profiles. */
export function emptyCutting(setup: MeasureSetup): CuttingTotals {
  return {
    ladders: setup.segments.map((_, segment) => emptyLadder(setup, segment)),
    company: emptyCompany(setup),
    hours: emptyHours(setup),
    audience: emptyAudience(setup),
  };
}

/** Adds one profile. */
export function foldCutting(totals: CuttingTotals, setup: MeasureSetup, log: ProfileLog): void {
  for (const [segment, turns] of turnsOf(log, setup).entries())
    foldLadder(totals.ladders[segment]!, setup, { log, segment, turns });
  if (log.transitions.length + log.sends.length === 0) return;
  const stays = setup.segments.map((_, segment) => staysIn(setup, log, segment));
  foldCompany(totals.company, stays);
  foldHours(totals.hours, setup, { log, stays });
  foldAudience(totals.audience, setup, { log, stays });
}

/** How the parts turned, segment by segment. */
function turnsOf({ parts = [] }: ProfileLog, { segments }: MeasureSetup): readonly PartTurn[][] {
  const turns = segments.map((): PartTurn[] => []);
  for (const turn of parts) turns[turn.segment]!.push(turn);
  return turns;
}

/** The parts of the stays of a segment that lie in the stretch. */
function staysIn({ start, end }: MeasureSetup, log: ProfileLog, segment: number): readonly Stay[] {
  return staysOf(log.transitions, segment)
    .filter(({ from, to }) => from < end && start < to)
    .map(({ from, to, device }) => ({
      from: from < start ? start : from,
      to: end < to ? end : to,
      device,
    }));
}

/** Adds the totals of other profiles of the same setup. */
export function mergeCutting(into: CuttingTotals, from: CuttingTotals): void {
  for (const [segment, ladder] of into.ladders.entries()) addTally(ladder, from.ladders[segment]!);
  mergeCompany(into.company, from.company);
  mergeHours(into.hours, from.hours);
  mergeAudience(into.audience, from.audience);
}
