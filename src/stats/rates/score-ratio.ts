import { type Estimate, estimated } from "../estimate.ts";
import { reachOf } from "../normal.ts";
import { bisect, reachBeyond } from "../numeric/bisect.ts";
import { CONFIDENCE, notEstimable } from "../proportion.ts";
import { type RatePair, rate, whyUntested } from "./pair.ts";
import { scoreOfEquality } from "./score.ts";

/** The ratio of two rates with the score interval of Miettinen and Nurminen (Statistics in Medicine 4, 1985), searched in
 *  its logarithm. The default of uplift, which is the ratio less 1. Leaves out 1 exactly where `scoreP` is below alpha. */
export function scoreRatio(pair: RatePair, confidence: number = CONFIDENCE): Estimate {
  const reason = whyUntested(pair) ?? whyNoRatio(pair);
  if (reason !== undefined) return notEstimable(reason);
  const z = reachOf(confidence);
  const isAccepted = (logRatio: number): boolean =>
    Math.abs(scoreAt(pair, Math.exp(logRatio))) <= z;
  const found = rate(pair.treatment) / rate(pair.control);
  // Cut at a ratio of 1, where the test of equality decides, so that rounding cannot part the interval from its p.
  const holdsOne = Math.abs(scoreOfEquality(pair)) <= z;
  const side = (step: 1 | -1): number => edge(isAccepted, { log: Math.log(found), step, holdsOne });
  const low = found === 0 ? 0 : Math.exp(side(-1));
  return estimated(found, low, Math.exp(found === 0 ? fromNothing(isAccepted, holdsOne) : side(1)));
}

/** Why there is no ratio: there is nothing to compare with. */
export function whyNoRatio({ control }: RatePair): string | undefined {
  return control.count === 0 ? "the control has no events" : undefined;
}

type Test = (logRatio: number) => boolean;

interface Side {
  readonly log: number;
  readonly step: 1 | -1;
  readonly holdsOne: boolean;
}

/** No ratio of two counts of profiles is as far as e to this power. */
const FAR = 600;

function edge(isAccepted: Test, { log, step, holdsOne }: Side): number {
  const isOneBetween = step === 1 ? log < 0 : log > 0;
  if (isOneBetween && !holdsOne) return bisect(isAccepted, log, 0);
  const from = isOneBetween ? 0 : log;
  return bisect(isAccepted, from, reachBeyond(isAccepted, from, { step, limit: step * FAR }));
}

/** The upper end where the treatment has no events: every small ratio is accepted. */
function fromNothing(isAccepted: Test, holdsOne: boolean): number {
  if (holdsOne) return bisect(isAccepted, 0, reachBeyond(isAccepted, 0, { step: 1, limit: FAR }));
  return bisect(
    (log) => !isAccepted(log),
    0,
    reachBeyond((log) => !isAccepted(log), 0, { step: -1, limit: -FAR }),
  );
}

/** How many standard errors the data are from a true `ratio`; falls as it rises. The likeliest control rate is the smaller
 *  root of a quadratic, in the form that does not cancel. */
function scoreAt({ treatment, control }: RatePair, ratio: number): number {
  const all = treatment.of + control.of;
  const events = treatment.count + control.count;
  const b = treatment.of * ratio + treatment.count + control.of + control.count * ratio;
  const root = Math.sqrt(Math.max(0, b * b - 4 * all * ratio * events));
  const second = Math.min(1, (2 * events) / (b + root));
  const first = Math.min(1, ratio * second);
  const variance =
    (first * (1 - first)) / treatment.of + (ratio * ratio * second * (1 - second)) / control.of;
  const distance = rate(treatment) - ratio * rate(control);
  if (variance > 0) return distance / Math.sqrt((variance * all) / (all - 1));
  return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}
