import { reachOf } from "../normal.ts";
import { normalBelow, normalDensity } from "../tail/normal.ts";
import { USUAL_AIM } from "./sample-size.ts";

/** What a significant result would be worth: how likely it is, how likely of the wrong sign, and how many times too large
 *  on average. */
export interface Exaggeration {
  readonly power: number;
  readonly wrongSign: number;
  readonly timesTooLarge: number;
}

/** The winner's curse of a true `effect`, not 0, that is measured with a standard `error` (Gelman and Carlin, Perspectives
 *  on Psychological Science 9, 2014; in closed form Lu, Qiu and Deng, Scandinavian Journal of Statistics 46, 2019). */
export function exaggeration(
  effect: number,
  error: number,
  alpha: number = USUAL_AIM.alpha,
): Exaggeration {
  const shift = Math.abs(effect) / error;
  const z = reachOf(1 - alpha);
  const [right, wrong] = [normalBelow(shift - z), normalBelow(-shift - z)];
  const power = right + wrong;
  const size = normalDensity(shift + z) + normalDensity(shift - z) + shift * (right - wrong);
  return { power, wrongSign: wrong / power, timesTooLarge: size / (shift * power) };
}
