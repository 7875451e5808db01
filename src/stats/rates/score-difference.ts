import { type Estimate, estimated } from "../estimate.ts";
import { reachOf } from "../normal.ts";
import { bisect } from "../numeric/bisect.ts";
import { CONFIDENCE, notEstimable } from "../proportion.ts";
import { type Counted, type RatePair, rate, whyEmpty } from "./pair.ts";
import { scoreOfEquality } from "./score.ts";

/** The difference of two rates with the score interval of Miettinen and Nurminen (Statistics in Medicine 4, 1985): all
 *  differences that the score test does not reject. The default interval; it holds at 0 of n and n of n too. Leaves out 0
 *  exactly where `scoreP` is below alpha. */
export function scoreDifference(pair: RatePair, confidence: number = CONFIDENCE): Estimate {
  const reason = whyEmpty(pair);
  if (reason !== undefined) return notEstimable(reason);
  const z = reachOf(confidence);
  const found = rate(pair.treatment) - rate(pair.control);
  const score = (difference: number): number => scoreAt(pair, difference);
  const isAccepted = (difference: number): boolean => Math.abs(score(difference)) <= z;
  // Cut at 0, where the test of equality decides, so that rounding cannot part the interval from its p.
  const holdsZero = Math.abs(scoreOfEquality(pair)) <= z;
  const low = edge(isAccepted, { found, end: -1, holdsZero });
  const high = edge(isAccepted, { found, end: 1, holdsZero });
  return estimated(found, low, high);
}

interface Side {
  readonly found: number;
  readonly end: 1 | -1;
  readonly holdsZero: boolean;
}

/** The farthest accepted difference on one side. */
function edge(
  isAccepted: (difference: number) => boolean,
  { found, end, holdsZero }: Side,
): number {
  if (isAccepted(end)) return end;
  const isZeroBetween = end === 1 ? found < 0 : found > 0;
  if (!isZeroBetween) return bisect(isAccepted, found, end);
  return holdsZero ? bisect(isAccepted, 0, end) : bisect(isAccepted, found, 0);
}

/** How many standard errors the data are from a true `difference`; falls as it rises. */
function scoreAt({ treatment, control }: RatePair, difference: number): number {
  const all = treatment.of + control.of;
  const distance = rate(treatment) - rate(control) - difference;
  const second = constrained({ treatment, control }, difference);
  const first = Math.min(1, Math.max(0, second + difference));
  const variance =
    ((first * (1 - first)) / treatment.of + (second * (1 - second)) / control.of) *
    (all / (all - 1));
  if (variance > 0) return distance / Math.sqrt(variance);
  return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}

/** The likeliest control rate if the rates differ by `difference`. Farrington and Manning (Statistics in Medicine 9, 1990)
 *  give it in closed form, which loses half of the digits at rare rates; its likelihood has one peak, so it is searched. */
function constrained({ treatment, control }: RatePair, difference: number): number {
  const slope = (p: number): number =>
    slopeAt(treatment, p + difference, 1 - difference - p) + slopeAt(control, p, 1 - p);
  return bisect((p) => slope(p) > 0, Math.max(0, -difference), Math.min(1, 1 - difference));
}

/** How fast the log-likelihood of a count rises with its rate; `rest` is what the rate leaves of 1. */
function slopeAt({ count, of }: Counted, p: number, rest: number): number {
  return (count === 0 ? 0 : count / p) - (count === of ? 0 : (of - count) / rest);
}
