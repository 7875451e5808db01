import { isNumber } from "../stats/estimate.ts";
import type { Figure } from "../stats/estimate.ts";
import { holm } from "../stats/multiple.ts";
import { notEstimable } from "../stats/proportion.ts";
import { sampleRatio } from "../stats/sample-ratio.ts";
import type { Experiment, Tables } from "./tables.ts";

/** Whether one group has arms of the promised sizes. */
export interface RatioCheck {
  /** `all`, `channel = Web`, `segment night_owls`. */
  readonly group: string;
  readonly profiles: readonly number[];
  /** Of the whole as it is; of the groups adjusted with Holm. */
  readonly p: Figure;
}

/** With fewer profiles in an arm the test says nothing. */
const LEAST = 8;

/** The sizes of the arms against their weights: of all profiles, of each stratum and of each segment. */
export function ratioChecks({ arms, populations }: Experiment): readonly RatioCheck[] {
  const weights = arms.map(({ weight }) => weight);
  const check = (group: string, { profiles }: Tables): RatioCheck => {
    const isSmall = profiles.some((count, arm) => weights[arm]! > 0 && count < LEAST);
    if (isSmall)
      return { group, profiles, p: notEstimable(`fewer than ${LEAST} profiles in an arm`) };
    const found = sampleRatio(profiles, weights);
    return { group, profiles, p: "status" in found ? found : found.p };
  };
  const [all, ...segments] = populations;
  const groups = [
    ...all!.strata.flatMap(({ by, levels }) =>
      levels.map((level) => check(`${by} = ${level.name}`, level)),
    ),
    ...segments.map((each) => check(`segment ${each.name}`, each)),
  ];
  return [check("all", all!), ...adjusted(groups)];
}

function adjusted(checks: readonly RatioCheck[]): readonly RatioCheck[] {
  const ps = holm(checks.map(({ p }) => p).filter(isNumber));
  let next = 0;
  return checks.map((each) => (isNumber(each.p) ? { ...each, p: ps[next++]! } : each));
}
