import { type Estimated, estimated } from "../estimate.ts";
import { reachOf } from "../normal.ts";
import { CONFIDENCE, type NotEstimable, notEstimable } from "../proportion.ts";
import type { RatePair } from "../rates/pair.ts";
import type { LogRatio } from "../rates/katz.ts";
import { chiSquareAbove } from "../tail/chi-square.ts";

const EMPTY = "no stratum has profiles in both arms";

/** The difference of rates over strata, with its standard error: Mantel and Haenszel's weights, Sato's variance
 *  (Biometrics 45, 1989). */
export function pooledDifference(
  strata: readonly RatePair[],
  confidence: number = CONFIDENCE,
): (Estimated & { readonly error: number }) | NotEstimable {
  const used = strata.filter(isUsed);
  if (used.length === 0) return notEstimable(EMPTY);
  const weight = total(used, ({ treatment: t, control: c }) => c.of * (t.of / sizeOf(t, c)));
  const value = total(used, ({ treatment: t, control: c }) => crossed(t, c)) / weight;
  const p = total(used, ({ treatment: t, control: c }) => {
    const all = sizeOf(t, c);
    const [a, b] = [t.of / all, c.of / all];
    return a * a * c.count - b * b * t.count + (a * b * (c.of - t.of)) / 2;
  });
  const q = total(used, ({ treatment: t, control: c }) => {
    const all = sizeOf(t, c);
    return (t.count * ((c.of - c.count) / all) + c.count * ((t.of - t.count) / all)) / 2;
  });
  const error = Math.sqrt(Math.max(0, value * p + q)) / weight;
  const half = reachOf(confidence) * error;
  return { ...estimated(value, value - half, value + half), error };
}

/** The ratio of rates over strata (Mantel and Haenszel), with the variance of Greenland and Robins (Biometrics 41, 1985). */
export function pooledRatio(
  strata: readonly RatePair[],
  confidence: number = CONFIDENCE,
): LogRatio | NotEstimable {
  const used = strata.filter(isUsed);
  if (used.length === 0) return notEstimable(EMPTY);
  const above = total(used, ({ treatment: t, control: c }) => t.count * (c.of / sizeOf(t, c)));
  const below = total(used, ({ treatment: t, control: c }) => c.count * (t.of / sizeOf(t, c)));
  if (below === 0) return notEstimable("the control has no events");
  if (above === 0) return notEstimable("the treatment has no events");
  const spread = total(used, ({ treatment: t, control: c }) => {
    const all = sizeOf(t, c);
    const events = t.count + c.count;
    return (t.of / all) * (c.of / all) * events - t.count * (c.count / all);
  });
  const logError = Math.sqrt(Math.max(0, spread / above / below));
  const ratio = above / below;
  const factor = Math.exp(reachOf(confidence) * logError);
  return { ...estimated(ratio, ratio / factor, ratio * factor), logError };
}

/** The test of no effect in any stratum, and the common odds ratio. */
export interface StratifiedTest {
  readonly chiSquare: number;
  readonly p: number;
  readonly oddsRatio: number | NotEstimable;
}

/** Cochran, Mantel and Haenszel's test without correction (R: mantelhaen.test, correct = FALSE). */
export function stratifiedTest(strata: readonly RatePair[]): StratifiedTest | NotEstimable {
  const used = strata.filter(isUsed);
  if (used.length === 0) return notEstimable(EMPTY);
  const excess = total(used, ({ treatment: t, control: c }) => crossed(t, c));
  const variance = total(used, ({ treatment: t, control: c }) => {
    const all = sizeOf(t, c);
    const events = t.count + c.count;
    return (t.of / all) * (c.of / all) * events * ((all - events) / (all - 1));
  });
  if (variance === 0) return notEstimable("no variation in any stratum");
  const chiSquare = (excess / variance) * excess;
  const odds = (first: RatePair["control"], second: RatePair["control"]): number =>
    first.count * ((second.of - second.count) / sizeOf(first, second));
  const above = total(used, ({ treatment: t, control: c }) => odds(t, c));
  const below = total(used, ({ treatment: t, control: c }) => odds(c, t));
  const oddsRatio = below === 0 ? notEstimable("no discordance in any stratum") : above / below;
  return { chiSquare, p: chiSquareAbove(chiSquare, 1), oddsRatio };
}

function isUsed({ treatment, control }: RatePair): boolean {
  return treatment.of > 0 && control.of > 0;
}

function sizeOf(first: { readonly of: number }, second: { readonly of: number }): number {
  return first.of + second.of;
}

/** `(x1 n0 − x0 n1)/N`, divided before it is multiplied: the products would exceed 2^53. */
function crossed(t: RatePair["treatment"], c: RatePair["control"]): number {
  const all = sizeOf(t, c);
  return t.count * (c.of / all) - c.count * (t.of / all);
}

function total(strata: readonly RatePair[], value: (pair: RatePair) => number): number {
  return strata.reduce((sum, each) => sum + value(each), 0);
}
