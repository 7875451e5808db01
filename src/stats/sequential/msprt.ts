/** What a mixture sequential test says after so many profiles of each arm. */
export interface MixtureLook {
  readonly logRatio: number;
  readonly p: number;
}

/** The mixture sequential probability-ratio test of two rates (Johari, Pekelis and Walsh, "Always Valid Inference",
 *  Operations Research 70, 2022): after every pair of profiles a p that may be looked at each time. `outcomes` are 0 or 1;
 *  the longer list is cut. `tau2`, the variance of the effects that are thought of, is fixed beforehand. */
export function mixtureLooks(
  treatment: readonly number[],
  control: readonly number[],
  tau2: number,
): readonly MixtureLook[] {
  const length = Math.min(treatment.length, control.length);
  let [first, second, least] = [0, 0, 1];
  return Array.from({ length }, (_, index) => {
    first += treatment[index]!;
    second += control[index]!;
    const logRatio = logRatioOf(first, second, { k: index + 1, tau2 });
    least = Math.min(least, Math.exp(-logRatio));
    return { logRatio, p: least };
  });
}

/** The first look, counted from 1, at which the p is at most `alpha`; `undefined` if none is. */
export function firstRejection(looks: readonly { readonly p: number }[], alpha: number) {
  const index = looks.findIndex(({ p }) => p <= alpha);
  return index < 0 ? undefined : index + 1;
}

function logRatioOf(
  first: number,
  second: number,
  { k, tau2 }: { readonly k: number; readonly tau2: number },
): number {
  const [p, q] = [first / k, second / k];
  const variance = p * (1 - p) + q * (1 - q);
  if (variance === 0) return 0;
  const spread = variance + k * tau2;
  const difference = p - q;
  return (
    Math.log(variance / spread) / 2 +
    (k * k * tau2 * difference * difference) / (2 * variance * spread)
  );
}
