import { type Figure, isNumber } from "../stats/estimate.ts";
import { normalQuantile, reachOf } from "../stats/normal.ts";
import { detectableRate } from "../stats/plan/power.ts";
import { type Aim, holdoutCost, unequalSizes } from "../stats/plan/sample-size.ts";
import { notEstimable } from "../stats/proportion.ts";
import type { Pair } from "../stats/rates/pair.ts";
import type { Sample, Settings } from "./tables.ts";
import { momentsOf } from "./uplift.ts";

/** What it takes to find the target uplift, and what these arms can find. */
export interface Plan {
  /** Profiles of both arms, split as they are. */
  readonly needed: Figure;
  readonly found: number;
  /** The smallest uplift that these arms find with the wished power. */
  readonly detectable: Figure;
  /** How many times the profiles of two equal arms a holdout of each share would need. */
  readonly holdouts: readonly { readonly share: number; readonly cost: Figure }[];
  /** Days until the needed profiles have entered, in whole weeks. */
  readonly days: Figure;
}

/** Holdouts that people ask for. */
const SHARES = [0.2, 0.1, 0.05] as const;

/** Plans the comparison of two arms from the control's outcome; a target is an uplift, so the control must have some. */
export function planOf(pair: Pair<Sample>, settings: Settings): Plan {
  const needed = neededFor(pair, settings);
  return {
    needed,
    found: pair.treatment.of + pair.control.of,
    detectable: detectableOf(pair, settings),
    holdouts: SHARES.map((share) => ({ share, cost: costOf(pair, settings, share) })),
    days: isNumber(needed) ? daysFor(needed, settings.perDay) : needed,
  };
}

/** Whether the arms are large enough for the target. */
export function isTestable({ needed, found }: Plan): boolean {
  return isNumber(needed) && needed <= found;
}

/** Days until `profiles` have entered at `perDay`, rounded up to whole weeks because weekdays differ. */
export function daysFor(profiles: number, perDay: number | undefined): Figure {
  if (perDay === undefined) return notEstimable("how many enter per day is not known");
  return 7 * Math.ceil(profiles / perDay / 7);
}

const NO_BASE = notEstimable("the control has nothing of it, so no uplift can be aimed at");

function neededFor(pair: Pair<Sample>, { target, ...aim }: Settings): Figure {
  const { treatment, control } = pair;
  if (treatment.of === 0 || control.of === 0) return notEstimable("an arm has no profiles");
  const split = control.of / treatment.of;
  const base = momentsOf(control).mean;
  if (base <= 0) return NO_BASE;
  if (control.kind === "mean") {
    const variance = momentsOf(treatment).variance + momentsOf(control).variance / split;
    const size = (reachBoth(aim) ** 2 * variance) / (target * base) ** 2;
    return Math.ceil(size) + Math.ceil(split * size);
  }
  const aimed = base * (1 + target);
  if (aimed >= 1) return notEstimable("the target is above 100 %");
  const sizes = unequalSizes({ control: base, treatment: aimed }, split, aim);
  return Math.ceil(sizes.treatment) + Math.ceil(sizes.control);
}

function detectableOf({ treatment, control }: Pair<Sample>, aim: Aim): Figure {
  if (treatment.of === 0 || control.of === 0) return notEstimable("an arm has no profiles");
  const base = momentsOf(control).mean;
  if (base <= 0) return NO_BASE;
  if (control.kind === "mean") {
    const [first, second] = [momentsOf(treatment), momentsOf(control)];
    const error = Math.sqrt(first.variance / treatment.of + second.variance / control.of);
    return (reachBoth(aim) * error) / base;
  }
  const rate = detectableRate(base, { treatment: treatment.of, control: control.of }, aim);
  return isNumber(rate) ? rate / base - 1 : rate;
}

function costOf({ control }: Pair<Sample>, { target, ...aim }: Settings, share: number): Figure {
  const base = momentsOf(control).mean;
  if (control.kind === "mean") return 1 / (4 * share * (1 - share)); // equal variances
  if (base <= 0 || base * (1 + target) >= 1) return NO_BASE;
  return holdoutCost({ control: base, treatment: base * (1 + target) }, share, aim);
}

function reachBoth({ alpha, power }: Aim): number {
  return reachOf(1 - alpha) + normalQuantile(power);
}
