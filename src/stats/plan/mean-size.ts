import { normalQuantile, reachOf } from "../normal.ts";
import { bisect, reachBeyond } from "../numeric/bisect.ts";
import { noncentralAbove } from "../tail/noncentral-student.ts";
import { studentReach } from "../tail/student.ts";
import { type Aim, USUAL_AIM } from "./sample-size.ts";

/** No test of means asks for more profiles per arm. */
const MOST = 1e15;
/** From so many degrees of freedom on the noncentral t is a normal to 1e-7. */
const MANY = 1e6;

/** Profiles per arm to find a difference, not 0, of two means with one standard deviation, by the noncentral t (R:
 *  power.t.test, which leaves out the far tail). Not rounded; 2 at least. */
export function meanSampleSize(
  { difference, deviation }: { readonly difference: number; readonly deviation: number },
  aim: Aim = USUAL_AIM,
): number {
  const effect = Math.abs(difference) / deviation;
  const closely = 2 * ((reachOf(1 - aim.alpha) + normalQuantile(aim.power)) / effect) ** 2;
  if (closely > MANY) return closely + reachOf(1 - aim.alpha) ** 2 / 4;
  const isFew = (size: number): boolean => powerAt(size, effect, aim.alpha) < aim.power;
  if (!isFew(2)) return 2;
  return bisect(isFew, 2, reachBeyond(isFew, 2, { step: 1, limit: MOST }));
}

function powerAt(size: number, effect: number, alpha: number): number {
  const df = 2 * (size - 1);
  const shift = Math.sqrt(size / 2) * effect;
  return noncentralAbove(studentReach(1 - alpha, df), { df, shift });
}
