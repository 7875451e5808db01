import { type Estimated, estimated } from "../estimate.ts";
import { reachOf } from "../normal.ts";
import { CONFIDENCE, type NotEstimable, notEstimable } from "../proportion.ts";
import { type RatePair, rate, whyEmpty } from "./pair.ts";

/** A ratio with the standard error of its logarithm. */
export interface LogRatio extends Estimated {
  readonly logError: number;
}

/** The ratio of two rates with the interval of Katz and others (Biometrics 34, 1978), "for comparison": needs events in
 *  both arms, and is fit to be shown where every cell holds 5 or more. */
export function katzRatio(
  pair: RatePair,
  confidence: number = CONFIDENCE,
): LogRatio | NotEstimable {
  const { treatment, control } = pair;
  const reason = whyEmpty(pair) ?? whyNoEvents(pair);
  if (reason !== undefined) return notEstimable(reason);
  const logError = Math.sqrt(missing(treatment) + missing(control));
  const ratio = rate(treatment) / rate(control);
  const factor = Math.exp(reachOf(confidence) * logError);
  return { ...estimated(ratio, ratio / factor, ratio * factor), logError };
}

/** `1/count − 1/of`, without the loss of digits. */
function missing({ count, of }: { readonly count: number; readonly of: number }): number {
  return (of - count) / count / of;
}

function whyNoEvents({ treatment, control }: RatePair): string | undefined {
  if (control.count === 0) return "the control has no events";
  return treatment.count === 0 ? "the treatment has no events" : undefined;
}
