import { logNormal, normal, quantileAt, weibull } from "../../random/distribution.ts";
import { normalShare } from "../delay.ts";
import { Draws, uniform } from "../../random/stream.ts";
import { UNITS } from "../../time/duration.ts";
import type { Instant } from "../../time/instant.ts";
import type { Ground } from "../ground.ts";

/** A pause of half an hour ends a session: the common cut (Segment, Google Analytics). */
const LONGEST_GAP = 29 * UNITS.min;

/** When the steps of a visit happen; they ascend strictly. */
export function timesOf(
  { streams, settings }: Ground,
  visit: { readonly index: number; readonly key: number; readonly at: number; steps: number },
): readonly Instant[] {
  const { stepGapMedianS, stepGapSigma } = settings.numbers;
  const gap = { median: stepGapMedianS * UNITS.s, sigma: stepGapSigma };
  const draws = new Draws(streams.gap, visit.index, visit.key);
  const times: Instant[] = [];
  let at = visit.at;
  for (let step = 0; step < visit.steps; step++) {
    if (step > 0) at += Math.min(Math.ceil(logNormal(gap, draws.at(step))), LONGEST_GAP);
    times.push(at as Instant);
  }
  return times;
}

/** How long a page was looked at and how far down it was seen. */
export interface Reading {
  readonly seconds: number;
  readonly scroll: number;
}

/** How a page is read that is left after `gap` milliseconds (Infinity: the last of its visit). The dwell time is the Weibull
 *  one that fits into the gap; how far one scrolls goes with it. */
export function readingOf(
  { streams, settings, scroll }: Ground,
  page: { readonly index: number; readonly key: number; readonly step: number },
  gap: number,
): Reading {
  const { dwellShape, dwellScaleS, scrollDwell } = settings.numbers;
  const u = uniform(streams.dwell, page.index, page.key, page.step);
  const within = 1 - Math.exp(-((gap / (dwellScaleS * UNITS.s)) ** dwellShape));
  const share = u * within;
  const own = normal(uniform(streams.scroll, page.index, page.key, page.step));
  const depth = normalShare(scrollDwell * normal(u) + Math.sqrt(1 - scrollDwell ** 2) * own);
  return {
    seconds: Math.round(weibull(dwellShape, dwellScaleS, share) * 10) / 10,
    scroll: Math.round(quantileAt(scroll, depth) * 100) / 100,
  };
}
