import { CONFIDENCE, type Interval } from "../proportion.ts";
import { betaQuantile } from "../tail/beta.ts";
import type { Counted } from "./pair.ts";

/** The interval of Clopper and Pearson (Biometrika 26, 1934): covers at least as often as it says; `of` at least 1. */
export function clopperPearson({ count, of }: Counted, confidence: number = CONFIDENCE): Interval {
  const tail = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : betaQuantile(tail, { a: count, b: of - count + 1 }),
    high: count === of ? 1 : betaQuantile(1 - tail, { a: count + 1, b: of - count }),
  };
}

/** The interval of Jeffreys' prior Beta(1/2, 1/2), with 0 and 1 as ends where nobody or everybody converted (Brown, Cai
 *  and DasGupta, Statistical Science 16, 2001); `of` at least 1. */
export function jeffreys({ count, of }: Counted, confidence: number = CONFIDENCE): Interval {
  const tail = (1 - confidence) / 2;
  const beta = { a: count + 0.5, b: of - count + 0.5 };
  return {
    low: count === 0 ? 0 : betaQuantile(tail, beta),
    high: count === of ? 1 : betaQuantile(1 - tail, beta),
  };
}
