import { bisect, reachBeyond } from "../numeric/bisect.ts";
import { type NotEstimable, notEstimable } from "../proportion.ts";
import { type Counted, type RatePair, rate, whyEmpty } from "../rates/pair.ts";
import { chiSquareAbove } from "../tail/chi-square.ts";
import { normalTails } from "../tail/normal.ts";

/** Whether two strata have one difference, in points. */
export interface DifferenceOfDifferences {
  readonly difference: number;
  readonly z: number;
  readonly p: number;
}

/** The difference of two strata's differences, each with its unpooled variance: interaction on the additive scale. */
export function differenceOfDifferences(
  first: RatePair,
  second: RatePair,
): DifferenceOfDifferences | NotEstimable {
  const reason = whyEmpty(first) ?? whyEmpty(second);
  if (reason !== undefined) return notEstimable(`in a stratum ${reason}`);
  const arms = [first.treatment, first.control, second.treatment, second.control];
  const variance = arms.reduce((sum, arm) => sum + (rate(arm) * (1 - rate(arm))) / arm.of, 0);
  if (variance === 0) return notEstimable("no variation in either stratum");
  const difference = differenceOf(first) - differenceOf(second);
  const z = difference / Math.sqrt(variance);
  return { difference, z, p: normalTails(z) };
}

function differenceOf({ treatment, control }: RatePair): number {
  return rate(treatment) - rate(control);
}

/** What a likelihood-ratio test says. */
export interface LikelihoodRatio {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/** Whether strata have one odds ratio: the deviance of the logistic model without interaction (R: glm of treatment +
 *  stratum against treatment × stratum). Strata in which an arm is empty, or nobody or everybody converted, say nothing and
 *  are left out. Given the odds ratio each stratum is solved in closed form, so only one number is searched. */
export function oddsInteraction(strata: readonly RatePair[]): LikelihoodRatio | NotEstimable {
  const used = strata.filter((each) => whyEmpty(each) === undefined && varies(each));
  if (used.length < 2) return notEstimable("fewer than two strata vary");
  const events = total(used, ({ treatment }) => treatment.count);
  const most = total(used, ({ treatment, control }) =>
    Math.min(treatment.of, treatment.count + control.count),
  );
  const least = total(used, ({ treatment, control }) =>
    Math.max(0, treatment.count - (control.of - control.count)),
  );
  if (events <= least || events >= most)
    return notEstimable("the treatment has no events, or only events, in every stratum");
  const logOdds = commonLogOdds(used, events);
  const statistic = Math.max(
    0,
    2 * total(used, (each) => devianceOf(each, expectedTreated(each, logOdds))),
  );
  return { statistic, df: used.length - 1, p: chiSquareAbove(statistic, used.length - 1) };
}

/** The log odds ratio at which the strata together expect the treated events that came. */
function commonLogOdds(strata: readonly RatePair[], events: number): number {
  const isLow = (logOdds: number): boolean =>
    total(strata, (each) => expectedTreated(each, logOdds)) < events;
  const isHigh = (logOdds: number): boolean => !isLow(logOdds);
  return isLow(0)
    ? bisect(isLow, 0, reachBeyond(isLow, 0, { step: 1, limit: 500 }))
    : bisect(isHigh, 0, reachBeyond(isHigh, 0, { step: -1, limit: -500 }));
}

/** Treated events of a stratum at an odds ratio, its margins kept: the root of a quadratic that does not cancel. */
function expectedTreated({ treatment, control }: RatePair, logOdds: number): number {
  const odds = Math.exp(logOdds);
  const events = treatment.count + control.count;
  const a = 1 - odds;
  const b = control.of - events + odds * (treatment.of + events);
  const c = odds * treatment.of * events;
  return (2 * c) / (b + Math.sqrt(Math.max(0, b * b + 4 * a * c)));
}

function devianceOf({ treatment, control }: RatePair, treated: number): number {
  const untreated = treatment.count + control.count - treated;
  return gain(treatment, treated) + gain(control, untreated);
}

function gain({ count, of }: Counted, expected: number): number {
  const rest = of - count;
  return (
    (count === 0 ? 0 : count * Math.log(count / expected)) +
    (rest === 0 ? 0 : rest * Math.log(rest / (of - expected)))
  );
}

function varies({ treatment, control }: RatePair): boolean {
  const events = treatment.count + control.count;
  return events > 0 && events < treatment.of + control.of;
}

function total(strata: readonly RatePair[], value: (pair: RatePair) => number): number {
  return strata.reduce((sum, each) => sum + value(each), 0);
}
