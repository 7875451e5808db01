import type { ProfileLog } from "../../model/log.ts";
import { UNITS } from "../../time/duration.ts";
import {
  type MeasureSetup,
  type Sliced,
  deviceSlice,
  isMeasured,
  sliceCount,
  sliced,
  zoneSlice,
} from "../setup.ts";
import type { Stay } from "../subject.ts";
import { type Counts, type Tally, addCounts, addTally, count, tally } from "../tally.ts";
import { type Distribution, distributionOf } from "./distribution.ts";

/** Whom the segments reach and address: profiles reached by segment and slice, profiles by segment that got a message or a
 *  ghost of one, and messages in a week of a profile's that had any. */
export interface AudienceTotals {
  readonly reached: Tally;
  readonly addressed: Tally;
  readonly weekly: Counts;
}

/** Profiles that a segment reaches in the run: home zone, and device at the first entry. */
export interface Audience {
  readonly name: string;
  readonly profiles: number;
}

/** Nobody is reached. */
export function emptyAudience(setup: MeasureSetup): AudienceTotals {
  const { length } = setup.segments;
  return {
    reached: tally(length * sliceCount(setup)),
    addressed: tally(length),
    weekly: new Map(),
  };
}

/** Adds one profile: its stays in the stretch, segment by segment, and the messages that it got. */
export function foldAudience(
  totals: AudienceTotals,
  setup: MeasureSetup,
  { log, stays }: { readonly log: ProfileLog; readonly stays: readonly (readonly Stay[])[] },
): void {
  for (const [segment, [first]] of stays.entries()) {
    if (first === undefined) continue;
    for (const slice of [0, zoneSlice(setup, log.zone), deviceSlice(setup, first.device)])
      totals.reached[segment * sliceCount(setup) + slice]! += 1;
  }
  const sends = log.sends.filter(({ at }) => isMeasured(setup, at));
  for (const segment of new Set(sends.map((each) => each.segment))) totals.addressed[segment]! += 1;
  const weeks = new Map<number, number>();
  for (const { at, ghost } of sends)
    if (!ghost) count(weeks, Math.floor((at - setup.start) / (7 * UNITS.d)));
  for (const messages of weeks.values()) count(totals.weekly, messages);
}

/** Adds the totals of other profiles. */
export function mergeAudience(into: AudienceTotals, from: AudienceTotals): void {
  addTally(into.reached, from.reached);
  addTally(into.addressed, from.addressed);
  addCounts(into.weekly, from.weekly);
}

/** Whom a segment reaches, by zone and device. */
export function audienceOf(
  { reached }: AudienceTotals,
  setup: MeasureSetup,
  segment: number,
): Sliced<Audience> {
  const at = (slice: number): number => reached[segment * sliceCount(setup) + slice]!;
  return sliced(
    setup,
    (slice, name) => ({ name, profiles: at(slice) }),
    (slice) => at(slice) === 0,
  );
}

/** Messages of all rules in a week of the run, of the profiles and weeks that had any; the last week may be cut short. */
export function weeklyOf({ weekly }: AudienceTotals): Distribution {
  return distributionOf(weekly);
}
