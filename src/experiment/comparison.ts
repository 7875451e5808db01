import { chancesOfBest, expectedLoss, FLAT } from "../stats/bayes/beta.ts";
import { type Estimate, type Figure, confidenceOf } from "../stats/estimate.ts";
import { deltaUpliftWelch } from "../stats/means/uplift.ts";
import { welch } from "../stats/means/welch.ts";
import type { Pair, RatePair } from "../stats/rates/pair.ts";
import { newcombeDifference, waldDifference } from "../stats/rates/difference.ts";
import { fisherP } from "../stats/rates/fisher.ts";
import { katzRatio } from "../stats/rates/katz.ts";
import { pooledTest } from "../stats/rates/score.ts";
import { posterior } from "../stats/tail/beta.ts";
import type { MeanSample, Sample } from "./tables.ts";
import { asRates } from "./uplift.ts";

/** A number that another tool would print, of another family than the verdict's. */
export interface Parity {
  readonly name: string;
  readonly quantity: "p" | "difference" | "ratio" | "uplift";
  readonly found: Figure | Estimate;
}

/** The chance that the treatment is better, and what each choice loses on average (flat priors). */
export interface Belief {
  readonly chance: number;
  readonly lossOfTreatment: number;
  readonly lossOfControl: number;
}

/** Numbers "for comparison": no verdict rests on them. Katz only where every cell holds 5, Fisher only where fewer than 5
 *  are expected in one. */
export function paritiesOf(
  pair: Pair<Sample>,
  { alpha, winsorised }: { readonly alpha: number; readonly winsorised: Pair<Sample> },
): readonly Parity[] {
  const confidence = confidenceOf(alpha);
  const rates = asRates(pair);
  if (rates === undefined) {
    const found = deltaUpliftWelch(pair as Pair<MeanSample>, confidence);
    const cut = welch(winsorised as Pair<MeanSample>, confidence);
    return [
      { name: "delta method", quantity: "uplift", found: "status" in found ? found : found.uplift },
      {
        name: "Welch, largest 0.1 % cut",
        quantity: "difference",
        found: "status" in cut ? cut : cut.difference,
      },
    ];
  }
  const pooled = pooledTest(rates);
  return [
    { name: "pooled z", quantity: "p", found: "status" in pooled ? pooled : pooled.p },
    { name: "Newcombe", quantity: "difference", found: newcombeDifference(rates, confidence) },
    { name: "Wald", quantity: "difference", found: waldDifference(rates, confidence) },
    ...(leastCell(rates) >= 5
      ? [{ name: "Katz", quantity: "ratio", found: katzRatio(rates, confidence) } as const]
      : []),
    ...(leastExpected(rates) < 5
      ? [{ name: "Fisher, conservative", quantity: "p", found: fisherP(rates) } as const]
      : []),
  ];
}

/** The Bayesian block of a pair of rates. */
export function beliefOf({ treatment, control }: RatePair): Belief {
  const [first, second] = [posterior(treatment, FLAT), posterior(control, FLAT)];
  return {
    chance: chancesOfBest([first, second])[0]!,
    lossOfTreatment: expectedLoss(first, second),
    lossOfControl: expectedLoss(second, first),
  };
}

function leastCell({ treatment, control }: RatePair): number {
  return Math.min(
    treatment.count,
    treatment.of - treatment.count,
    control.count,
    control.of - control.count,
  );
}

function leastExpected({ treatment, control }: RatePair): number {
  const all = treatment.of + control.of;
  const events = treatment.count + control.count;
  const arm = Math.min(treatment.of, control.of);
  return all === 0 ? 0 : arm * (Math.min(events, all - events) / all);
}
