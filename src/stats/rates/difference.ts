import { type Estimate, estimated } from "../estimate.ts";
import { reachOf } from "../normal.ts";
import { CONFIDENCE, notEstimable, wilson } from "../proportion.ts";
import { type RatePair, rate, whyEmpty } from "./pair.ts";

// Intervals of a difference that other tools show. None is of the default family, so each is "for comparison".

/** The Wald interval, cut at -1 and 1 (R: prop.test, correct = FALSE). Too narrow for few or rare events. */
export function waldDifference(pair: RatePair, confidence: number = CONFIDENCE): Estimate {
  const reason = whyEmpty(pair);
  return reason === undefined ? wald(pair, confidence) : notEstimable(reason);
}

/** Wald after one success and one failure more in each arm (Agresti and Caffo, The American Statistician 54, 2000), cut
 *  at -1 and 1; the difference is that of the rates as they are. */
export function agrestiCaffoDifference(
  { treatment, control }: RatePair,
  confidence: number = CONFIDENCE,
): Estimate {
  const reason = whyEmpty({ treatment, control });
  if (reason !== undefined) return notEstimable(reason);
  const { low, high } = wald(
    {
      treatment: { count: treatment.count + 1, of: treatment.of + 2 },
      control: { count: control.count + 1, of: control.of + 2 },
    },
    confidence,
  );
  return estimated(rate(treatment) - rate(control), low, high);
}

/** The hybrid of two Wilson intervals (Newcombe, Statistics in Medicine 17, 1998, method 10): no search, so for previews. */
export function newcombeDifference(
  { treatment, control }: RatePair,
  confidence: number = CONFIDENCE,
): Estimate {
  const reason = whyEmpty({ treatment, control });
  if (reason !== undefined) return notEstimable(reason);
  const [first, second] = [rate(treatment), rate(control)];
  const one = wilson(treatment.count, treatment.of, confidence);
  const two = wilson(control.count, control.of, confidence);
  return estimated(
    first - second,
    first - second - Math.hypot(first - one.low, two.high - second),
    first - second + Math.hypot(one.high - first, second - two.low),
  );
}

function wald({ treatment, control }: RatePair, confidence: number) {
  const [first, second] = [rate(treatment), rate(control)];
  const variance = (first * (1 - first)) / treatment.of + (second * (1 - second)) / control.of;
  const half = reachOf(confidence) * Math.sqrt(variance);
  const difference = first - second;
  return estimated(difference, Math.max(-1, difference - half), Math.min(1, difference + half));
}
