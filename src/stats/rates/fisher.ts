import type { Figure } from "../estimate.ts";
import { notEstimable } from "../proportion.ts";
import { type RatePair, whyUntested } from "./pair.ts";

/** What R allows for rounding where it asks which tables are no likelier than the one found. */
const ROUNDING = 1 + 1e-7;

/** Fisher's exact two-sided p: the share of all tables with these margins that are no likelier (R: fisher.test). It is
 *  conservative and of no family of intervals, so it only advises. Steps from table to table: no factorials. */
export function fisherP({ treatment, control }: RatePair): Figure {
  const reason = whyUntested({ treatment, control });
  if (reason !== undefined) return notEstimable(reason);
  const events = treatment.count + control.count;
  const low = Math.max(0, events - control.of);
  const high = Math.min(treatment.of, events);
  /** How much likelier one treated event more is than `count` of them. */
  const step = (count: number): number =>
    ((treatment.of - count) / (count + 1)) * ((events - count) / (control.of - events + count + 1));
  const mode = Math.min(
    high,
    Math.max(
      low,
      Math.floor(((treatment.of + 1) * (events + 1)) / (treatment.of + control.of + 2)),
    ),
  );
  const weights = new Float64Array(high - low + 1);
  weights[mode - low] = 1;
  for (let count = mode; count < high; count++)
    weights[count + 1 - low] = weights[count - low]! * step(count);
  for (let count = mode; count > low; count--)
    weights[count - 1 - low] = weights[count - low]! / step(count - 1);
  const limit = weights[treatment.count - low]! * ROUNDING;
  let [all, rare] = [0, 0];
  for (const weight of weights.toSorted()) {
    all += weight;
    if (weight <= limit) rare += weight;
  }
  return rare / all;
}
