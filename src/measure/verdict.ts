import { type Bounds, judgeRate, keepsTo } from "../stats/bound.ts";
import { type Ratio, judgeRatio } from "../stats/ratio.ts";
import { type Interval, type NotEstimable, type Rate, wilson } from "../stats/proportion.ts";

export type { Bounds } from "../stats/bound.ts";
export type { Interval, NotEstimable, Rate } from "../stats/proportion.ts";
export { CONFIDENCE } from "../stats/proportion.ts";

/** Whether a number keeps to its bounds; a sampled one may leave it open, and one that is not there is never a pass. */
export type VerdictWord = "pass" | "fail" | "inconclusive" | "not_estimable";

/** A number held against its bounds. Only a sampled rate has an interval and a sample size `n`. */
export interface Judgement {
  readonly verdict: VerdictWord;
  readonly actual: number | NotEstimable;
  readonly wanted: Bounds;
  readonly interval?: Interval | undefined;
  readonly n?: number | undefined;
  /** How many would decide if the rate stays as it is; absent if no number would. */
  readonly decidingN?: number | undefined;
}

/** Judges a sampled rate by its interval. */
export function judgeSampled(rate: Rate, wanted: Bounds, confidence: number): Judgement {
  if (rate.status === "not_estimable") return judgeNothing(rate, wanted);
  const interval = wilson(rate.count, rate.of, confidence);
  const found = judgeRate({ ...rate, ...interval }, wanted, confidence);
  return {
    verdict: found.verdict,
    actual: rate.rate,
    wanted,
    interval,
    n: rate.of,
    decidingN: found.verdict === "inconclusive" ? found.decidingN : undefined,
  };
}

/** Judges a ratio over profiles by its interval. */
export function judgeSampledRatio(ratio: Ratio, wanted: Bounds, confidence: number): Judgement {
  if (ratio.status === "not_estimable") return judgeNothing(ratio, wanted);
  const { ratio: actual, units: n } = ratio;
  return { ...judgeRatio(ratio, wanted, confidence), actual, wanted, n };
}

/** Judges a number that is a fact of the run. */
export function judgeFact(actual: number, wanted: Bounds): Judgement {
  return { verdict: keepsTo(actual, wanted) ? "pass" : "fail", actual, wanted };
}

/** Says that there is no number to judge. */
export function judgeNothing(actual: NotEstimable, wanted: Bounds): Judgement {
  return { verdict: "not_estimable", actual, wanted };
}
