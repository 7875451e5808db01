import type { NotEstimable } from "../stats/proportion.ts";
import { type CurvePoint, qiniOf } from "../stats/qini.ts";
import type { ProfileRow } from "./fold.ts";
import type { Experiment } from "./tables.ts";

/** Whether a score ranks profiles by their uplift, for one rate and one arm against the control. */
export interface Ranking {
  readonly outcome: string;
  readonly arm: string;
  /** Shares of what a perfect order gains over a random one. */
  readonly qiniArea: number | NotEstimable;
  readonly upliftArea: number | NotEstimable;
  /** Each curve at 21 points of equal distance at most. */
  readonly qini: readonly CurvePoint[];
  readonly uplift: readonly CurvePoint[];
}

/** How many points of a curve are kept. */
const POINTS = 20;

/** Ranks the profiles by `scores`, row for row; only rates are looked at. */
export function rankings(
  { arms, outcomes }: Experiment,
  rows: readonly ProfileRow[],
  scores: readonly number[],
): readonly Ranking[] {
  return outcomes.flatMap(({ name: outcome, kind }, index) => {
    if (kind === "mean") return [];
    return arms.slice(1).map(({ name: arm }, before): Ranking => {
      const profiles = rows.flatMap((row, place) =>
        row.arm === 0 || row.arm === before + 1
          ? [{ converted: row.values[index] === 1, treated: row.arm > 0, score: scores[place]! }]
          : [],
      );
      const { qini, uplift, ...areas } = qiniOf(profiles);
      return { outcome, arm, ...areas, qini: thinned(qini), uplift: thinned(uplift) };
    });
  });
}

function thinned(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  const last = curve.length - 1;
  if (last <= POINTS) return curve;
  return Array.from({ length: POINTS + 1 }, (_, k) => curve[Math.round((k * last) / POINTS)]!);
}
