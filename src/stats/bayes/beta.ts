import { type Node, nodesBetween, stretches } from "../numeric/quadrature.ts";
import type { Interval } from "../proportion.ts";
import { type Beta, betaQuantile, betaTails, overAngle } from "../tail/beta.ts";

/** The flat prior of a rate. */
export const FLAT: Beta = { a: 1, b: 1 };

/** The mean of a posterior and its equal-tailed credible interval. */
export function credible(beta: Beta, confidence: number): Interval & { readonly mean: number } {
  const tail = (1 - confidence) / 2;
  return {
    mean: beta.a / (beta.a + beta.b),
    low: betaQuantile(tail, beta),
    high: betaQuantile(1 - tail, beta),
  };
}

/** The chance that each of the posteriors is the largest, index for index. Integrated over all stretches where any of them
 *  lives, so a chance of 1e-14 is as precise as one of 0.5. */
export function chancesOfBest(betas: readonly Beta[]): readonly number[] {
  const nodes = nodesOver(betas);
  const tails = betas.map(betaTails);
  return betas.map((own, index) => {
    const others = tails.filter((_, other) => other !== index);
    const { height } = overAngle(own);
    let [whole, best] = [0, 0];
    for (const { at, weight } of nodes) {
      const mass = weight * height(at);
      if (mass === 0) continue;
      const rate = Math.sin(at) ** 2;
      whole += mass;
      best += others.reduce((share, each) => share * each.below(rate), mass);
    }
    return best / whole;
  });
}

/** What choosing `chosen` loses on average against `other`: E[max(other − chosen, 0)], as the integral of the chance that
 *  a rate lies between them, in which nothing cancels. */
export function expectedLoss(chosen: Beta, other: Beta): number {
  const [own, rival] = [betaTails(chosen), betaTails(other)];
  return nodesOver([chosen, other]).reduce((sum, { at, weight }) => {
    const rate = Math.sin(at) ** 2;
    const slope = Math.sin(2 * at); // of the rate over its angle
    return sum + weight * slope * own.below(rate) * rival.above(rate);
  }, 0);
}

/** How many spreads to each side are cut two spreads wide. */
const NEAR = 40;

/** Points from 0 to the right angle, dense around every posterior. */
function nodesOver(betas: readonly Beta[]): readonly Node[] {
  const end = Math.PI / 2;
  const ends = betas.flatMap((each) => {
    const { peak, spread } = overAngle(each);
    return stretches(peak - NEAR * spread, peak + NEAR * spread, NEAR);
  });
  const inside = ends.filter((each) => each > 0 && each < end).toSorted((a, b) => a - b);
  return nodesBetween([0, ...inside, end]);
}
