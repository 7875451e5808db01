import { type Figure, isNumber } from "../stats/estimate.ts";
import { benjaminiHochberg } from "../stats/multiple.ts";
import { shrunk } from "../stats/strata/cochran.ts";
import { isTestable, planOf } from "./power.ts";
import { type Experiment, type Settings, type Tables, pairOf } from "./tables.ts";
import { type Effect, effectOf, roughEffect } from "./uplift.ts";

/** One cell of the exploratory table: an outcome of an arm in one group. */
export interface ExploredCell {
  readonly group: string;
  readonly outcome: string;
  readonly arm: string;
  readonly profiles: number;
  readonly effect: Effect;
  /** After Benjamini and Hochberg over the whole table. */
  readonly q: Figure;
  /** The difference drawn towards that of all groups, by as much as chance explains it. */
  readonly shrunk: Figure;
  readonly isTestable: boolean;
}

/** Every group, outcome and arm at once. No verdict rests on it. */
export interface Exploration {
  readonly cells: readonly ExploredCell[];
  /** How many of the cells would win by chance alone, and how likely any is if they were independent. */
  readonly expectedFalseWinners: number;
  readonly chanceOfAny: number;
  readonly testable: number;
  readonly smallest: number;
}

type Found = Omit<ExploredCell, "q" | "shrunk"> & {
  readonly rough: ReturnType<typeof roughEffect>;
};

/** Looks into all groups: the segments and every value of every column. */
export function explore(experiment: Experiment, settings: Settings): Exploration {
  const found = groupsOf(experiment).flatMap((group) => cellsOf(experiment, group, settings));
  const tested = found.flatMap(({ effect }) => (isNumber(effect.p) ? [effect.p] : []));
  const qs = benjaminiHochberg(tested);
  let next = 0;
  const drawn = shrinkWithin(found);
  const cells = found.map(({ rough, ...cell }, index): ExploredCell => ({
    ...cell,
    q: isNumber(cell.effect.p) ? qs[next++]! : cell.effect.p,
    shrunk: "status" in rough ? rough : drawn[index]!,
  }));
  return {
    cells,
    expectedFalseWinners: tested.length * settings.alpha,
    chanceOfAny: 1 - (1 - settings.alpha) ** tested.length,
    testable: cells.filter((each) => each.isTestable).length,
    smallest: Math.min(...cells.map(({ profiles }) => profiles), Infinity),
  };
}

function groupsOf({ populations }: Experiment): readonly Tables[] {
  const [all, ...segments] = populations;
  const levels = all!.strata.flatMap(({ by, levels: each }) =>
    each.map((level) => ({ ...level, name: `${by} = ${level.name}` })),
  );
  return [all!, ...segments.map((each) => ({ ...each, name: `segment ${each.name}` })), ...levels];
}

function cellsOf(
  { arms, outcomes }: Experiment,
  group: Tables,
  settings: Settings,
): readonly Found[] {
  return outcomes.flatMap(({ name: outcome }, index) =>
    arms.slice(1).map(({ name: arm }, before): Found => {
      const pair = pairOf(group, before + 1, index);
      return {
        group: group.name,
        outcome,
        arm,
        profiles: pair.treatment.of + pair.control.of,
        effect: effectOf(pair, settings.alpha),
        isTestable: isTestable(planOf(pair, settings)),
        rough: roughEffect(pair),
      };
    }),
  );
}

/** Shrinks the differences of one outcome and arm over its groups; what is not estimable stays 0 and is not read. */
function shrinkWithin(found: readonly Found[]): readonly number[] {
  const drawn = found.map(() => 0);
  const families = Map.groupBy(found.keys(), (index) =>
    JSON.stringify([found[index]!.outcome, found[index]!.arm]),
  );
  for (const family of families.values()) {
    const own = family.flatMap((index) => {
      const { rough, group } = found[index]!;
      return "status" in rough || group === "all" ? [] : [{ index, rough }];
    });
    for (const [place, value] of shrunk(own.map(({ rough }) => rough)).entries())
      drawn[own[place]!.index] = value;
    for (const index of family) {
      const { rough, group } = found[index]!;
      if (group === "all" && !("status" in rough)) drawn[index] = rough.value;
    }
  }
  return drawn;
}
