import { reachOf } from "./normal.ts";
import { CONFIDENCE, type Interval } from "./proportion.ts";

/** Counts of many profiles, added up: the counts, their squares, and how many profiles there are. */
export interface CountSums {
  readonly sum: number;
  readonly squares: number;
  readonly of: number;
}

/** The interval of the mean count of a profile, by the score of a mean whose variance grows with it: all `m` with
 *  `|mean - m| <= z √(φ m / of)`, where φ is the variance between profiles over the mean, so that what one profile does often
 *  counts as one profile. For counts of 0 and 1 it is close to Wilson's; it never falls below 0, and for no count at all it
 *  ends at `z² / of`. Profiles that are all alike leave no width. */
export function meanCount(
  { sum, squares, of }: CountSums,
  confidence: number = CONFIDENCE,
): Interval & { readonly mean: number } {
  const mean = sum / of;
  const variance = of > 1 ? Math.max(0, squares - sum * mean) / (of - 1) : mean;
  const spread = sum === 0 ? 1 : variance / mean;
  const z = reachOf(confidence);
  const shift = (z * z * spread) / (2 * of);
  const half = Math.sqrt((z * z * spread * mean) / of + shift * shift);
  return { mean, low: sum === 0 ? 0 : Math.max(0, mean + shift - half), high: mean + shift + half };
}
