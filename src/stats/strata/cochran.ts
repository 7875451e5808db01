import { type NotEstimable, notEstimable } from "../proportion.ts";
import { chiSquareAbove } from "../tail/chi-square.ts";

/** An effect of one stratum with its standard error, which is above 0. */
export interface StratumEffect {
  readonly value: number;
  readonly error: number;
}

/** The pooled effect of strata and how much they differ. */
export interface Cochran {
  readonly pooled: StratumEffect;
  readonly q: number;
  readonly df: number;
  readonly p: number;
  /** The share of the spread that is more than chance (Higgins and Thompson, Statistics in Medicine 21, 2002). */
  readonly i2: number;
  /** The variance between strata (DerSimonian and Laird, Controlled Clinical Trials 7, 1986). */
  readonly tau2: number;
}

/** Cochran's Q (Biometrics 10, 1954): whether strata have one effect, on the scale of the effects. */
export function cochran(effects: readonly StratumEffect[]): Cochran | NotEstimable {
  if (effects.length < 2) return notEstimable("fewer than two strata have an effect");
  const weights = effects.map(({ error }) => 1 / (error * error));
  const all = sum(weights);
  const mean = sum(effects.map(({ value }, index) => value * weights[index]!)) / all;
  const q = sum(effects.map(({ value }, index) => weights[index]! * (value - mean) ** 2));
  const df = effects.length - 1;
  const spare = all - sum(weights.map((each) => each * each)) / all;
  return {
    pooled: { value: mean, error: Math.sqrt(1 / all) },
    q,
    df,
    p: chiSquareAbove(q, df),
    i2: q <= df ? 0 : (q - df) / q,
    tau2: Math.max(0, (q - df) / spare),
  };
}

/** Each effect drawn towards the pooled one by as much as chance explains it: what ranked effects are read by. */
export function shrunk(effects: readonly StratumEffect[]): readonly number[] {
  const found = cochran(effects);
  if ("status" in found) return effects.map(({ value }) => value);
  const { pooled, tau2 } = found;
  return effects.map(
    ({ value, error }) => pooled.value + ((value - pooled.value) * tau2) / (tau2 + error * error),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
