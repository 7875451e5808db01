import gammaln from "@stdlib/math-base-special-gammaln";

/** One look at the arms: how much the data speak against the weights, and the p that holds at every look. */
export interface SampleRatioLook {
  readonly logBayesFactor: number;
  readonly p: number;
}

/** Sample-ratio mismatch that may be looked at after every batch (Lindon and Malek, NeurIPS 2022): a Dirichlet prior of
 *  strength `strength` about the weights, which add up to 1. `batches` are profiles per arm, each since the last look. */
export function sampleRatioLooks(
  batches: readonly (readonly number[])[],
  weights: readonly number[],
  strength = 100,
): readonly SampleRatioLook[] {
  const prior = weights.map((weight) => weight * strength);
  const totals = weights.map(() => 0);
  let least = 1;
  return batches.map((batch) => {
    for (const [arm, count] of batch.entries()) totals[arm]! += count;
    const expected = weights.reduce((sum, each, arm) => sum + totals[arm]! * Math.log(each), 0);
    const logBayesFactor =
      logBeta(prior.map((each, arm) => each + totals[arm]!)) - logBeta(prior) - expected;
    least = Math.min(least, Math.exp(-logBayesFactor));
    return { logBayesFactor, p: least };
  });
}

function logBeta(shapes: readonly number[]): number {
  const all = shapes.reduce((sum, each) => sum + each, 0);
  return shapes.reduce((sum, each) => sum + gammaln(each), 0) - gammaln(all);
}
