import { type Rate, rateOf } from "../stats/proportion.ts";
import { type MeasureSetup, isMeasured } from "./setup.ts";
import type { Subject } from "./subject.ts";
import { type Tally, addTally, tally } from "./tally.ts";

/** Sends that were no ghosts, and those of them that lost the race. */
export type RaceTotals = Tally;

/** Messages that were delivered when the person had ordered already, though the order was not known when they were sent: race
 *  false positives. They stand apart from the other outcomes, because a send may be right when it is decided and still lose. */
export type RaceMeasure = Rate;

/** Nothing was sent. */
export function emptyRace(): RaceTotals {
  return tally(2);
}

/** Adds one profile. */
export function foldRace(totals: RaceTotals, setup: MeasureSetup, subject: Subject): void {
  const { log, segment } = subject;
  for (const send of log.sends)
    if (send.segment === segment && !send.ghost && isMeasured(setup, send.at)) totals[0]! += 1;
  for (const race of log.truth?.races ?? [])
    if (race.segment === segment && isMeasured(setup, race.at)) totals[1]! += 1;
}

/** Adds the totals of other profiles. */
export function mergeRace(into: RaceTotals, from: RaceTotals): void {
  addTally(into, from);
}

/** Reads the rate off. */
export function raceOf(totals: RaceTotals): RaceMeasure {
  return rateOf(totals[1]!, totals[0]!, "sends");
}
