import type { PartTurn, ProfileLog } from "../../model/log.ts";
import { type Rate, rateOf } from "../../stats/proportion.ts";
import { type Instant, NEVER } from "../../time/instant.ts";
import { type MeasureSetup, isMeasured } from "../setup.ts";
import { covers } from "../subject.ts";
import { type Tally, tally } from "../tally.ts";

/** For each variant of a rule: profiles that it reached, those that entered it, and those of them who wanted to at their
 *  first entry. The whole rule is the first variant; then come those without one part, then those up to one. */
export type LadderTotals = Tally;

/** Whom a variant of a rule holds. */
export interface Rung {
  /** The part that is left out, or up to which the rule goes. */
  readonly part: string;
  readonly reach: number;
  /** First entries in the stretch, and how many of them were right: without truth nobody was. */
  readonly entered: number;
  readonly right: number;
  readonly precision: Rate;
}

/** What each condition of a rule costs in reach and brings in precision. `until` is left out of account: a variant holds
 *  whoever meets its conditions. */
export interface LadderMeasure {
  readonly whole: Rung;
  /** The rule without one of its conditions, in the order of the file. */
  readonly without: readonly Rung[];
  /** The rule up to each of its conditions; the last is the whole. */
  readonly upTo: readonly Rung[];
}

const COUNTS = 3;

/** Nobody, for any variant. */
export function emptyLadder(setup: MeasureSetup, segment: number): LadderTotals {
  return tally((1 + 2 * partsOf(setup, segment).length) * COUNTS);
}

/** Adds one profile: a single sweep over the turns of the segment's parts tells for every variant when it held. */
export function foldLadder(
  totals: LadderTotals,
  setup: MeasureSetup,
  { log, segment, turns }: LadderSubject,
): void {
  if (turns.length === 0) return;
  const sweep = new Sweep(partsOf(setup, segment).length, setup);
  for (const [index, turn] of turns.entries()) {
    sweep.turn(turn);
    const next = turns[index + 1]?.at ?? NEVER;
    if (next !== turn.at) sweep.last(turn.at, next); // what turns at one instant turns together
  }
  const wanted = log.truth?.intents.filter(({ intent }) => intent === setup.intents[segment]) ?? [];
  for (const [variant, { isReached, entry }] of sweep.met.entries()) {
    if (isReached) totals[variant * COUNTS]! += 1;
    if (entry === undefined) continue;
    totals[variant * COUNTS + 1]! += 1;
    if (covers(wanted, entry)) totals[variant * COUNTS + 2]! += 1;
  }
}

/** One profile before one segment's ladder. */
interface LadderSubject {
  readonly log: ProfileLog;
  readonly segment: number;
  /** The turns of the segment's parts, in the order of time. */
  readonly turns: readonly PartTurn[];
}

/** What one profile was to one variant. */
interface Met {
  isReached: boolean;
  holds: boolean;
  entry: Instant | undefined;
}

/** Which variants hold, given the parts that do not. */
class Sweep {
  readonly met: readonly Met[];
  readonly #setup: MeasureSetup;
  readonly #parts: boolean[];
  #missing: number;

  constructor(parts: number, setup: MeasureSetup) {
    this.#setup = setup;
    this.#parts = Array.from({ length: parts }, () => false);
    this.#missing = parts;
    this.met = Array.from({ length: 1 + 2 * parts }, () => ({
      isReached: false,
      holds: false,
      entry: undefined,
    }));
  }

  turn({ part, holds }: PartTurn): void {
    if (this.#parts[part] !== holds) this.#missing += holds ? -1 : 1;
    this.#parts[part] = holds;
  }

  /** What holds now does so from one instant until another. */
  last(from: Instant, to: Instant): void {
    const { start, end } = this.#setup;
    const isIn = from < end && start < to;
    const firstMissing = this.#missing === 0 ? this.#parts.length : this.#parts.indexOf(false);
    for (let variant = 0; variant < this.met.length; variant++) {
      const met = this.met[variant]!;
      const holds = this.#holds(variant, firstMissing);
      if (holds && isIn) met.isReached = true;
      if (holds && !met.holds && isMeasured(this.#setup, from)) met.entry ??= from;
      met.holds = holds;
    }
  }

  #holds(variant: number, firstMissing: number): boolean {
    const parts = this.#parts.length;
    if (variant > parts) return firstMissing >= variant - parts;
    return this.#missing === 0 || (this.#missing === 1 && firstMissing === variant - 1);
  }
}

/** Reads the ladder off; of a rule of one part there is nothing to leave out. */
export function ladderOf(
  totals: LadderTotals,
  setup: MeasureSetup,
  segment: number,
): LadderMeasure | undefined {
  const parts = partsOf(setup, segment);
  if (parts.length < 2) return undefined;
  const rung = (variant: number, part: string): Rung => {
    const [reach = 0, entered = 0, right = 0] = totals.subarray(variant * COUNTS);
    const precision = rateOf(right, entered, "profiles that entered");
    return { part, reach, entered, right, precision };
  };
  return {
    whole: rung(0, ""),
    without: parts.map((part, index) => rung(1 + index, part)),
    upTo: parts.map((part, index) => rung(1 + parts.length + index, part)),
  };
}

function partsOf({ rules }: MeasureSetup, segment: number): readonly string[] {
  return rules?.[segment]?.parts ?? [];
}
