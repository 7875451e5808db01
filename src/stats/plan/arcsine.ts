import { reachOf } from "../normal.ts";
import { bisect } from "../numeric/bisect.ts";
import { normalBelow } from "../tail/normal.ts";
import { type Aim, type Rates, USUAL_AIM } from "./sample-size.ts";

/** Cohen's h: the difference of two rates on the arcsine scale, signed (Cohen, Statistical Power Analysis, 1988). */
export function effectH({ control, treatment }: Rates): number {
  return 2 * Math.asin(Math.sqrt(treatment)) - 2 * Math.asin(Math.sqrt(control));
}

/** Profiles per arm on the arcsine scale, both tails counted (R: pwr.2p.test). */
export function arcsineSampleSize(rates: Rates, { alpha, power }: Aim = USUAL_AIM): number {
  const h = Math.abs(effectH(rates));
  const z = reachOf(1 - alpha);
  const reached = (shift: number): number => normalBelow(shift - z) + normalBelow(-shift - z);
  const shift = bisect((each) => reached(each) < power, 0, z + 40);
  return 2 * (shift / h) ** 2;
}
