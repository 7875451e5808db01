import { quantile } from "../stats/describe.ts";
import { type Moments, momentsOf } from "../stats/means/moments.ts";
import type { Arm, Experiment, Outcome, Population, Sample, Strata, Tables } from "./tables.ts";

/** One profile: its arm by number, a value for each outcome, and where it belongs. */
export interface ProfileRow {
  readonly arm: number;
  readonly values: readonly number[];
  /** Its value of each column by which is sliced. */
  readonly levels: readonly string[];
  /** Whether it is in each segment. */
  readonly segments: readonly boolean[];
  /** Days since its first exposure, if they are known. */
  readonly day?: number | undefined;
}

/** What the rows of an experiment are rows of. */
export interface Design {
  readonly arms: readonly Arm[];
  readonly outcomes: readonly string[];
  readonly by: readonly string[];
  readonly segments: readonly string[];
  /** Profiles that stand more than once; unknown where they have no id. */
  readonly faults: readonly string[] | undefined;
}

/** The largest values of money that a second look cuts: those above this share of all. */
const CUT = 0.999;

/** Adds up the rows of an experiment, one per profile. An outcome is a rate if nobody has anything but 0 or 1. */
export function foldRows(design: Design, rows: readonly ProfileRow[]): Experiment {
  const outcomes = design.outcomes.map((name, index): Outcome => {
    const isRate = rows.every(({ values }) => values[index] === 0 || values[index] === 1);
    return { name, kind: isRate ? "rate" : "mean" };
  });
  const population = (name: string, own: readonly ProfileRow[]): Population => ({
    ...tablesOf(name, own, { design, outcomes }),
    strata: design.by.map((by, index) => strataOf(by, own, { design, outcomes, index })),
    days: daysOf(own, { design, outcomes }),
    winsorised: tablesOf(name, cut(own, outcomes), { design, outcomes }).samples,
  });
  const { arms, faults } = design;
  const segments = design.segments.map((name, index) =>
    population(
      name,
      rows.filter((row) => row.segments[index]),
    ),
  );
  return { arms, outcomes, faults, populations: [population("all", rows), ...segments] };
}

interface Frame {
  readonly design: Design;
  readonly outcomes: readonly Outcome[];
}

function tablesOf(name: string, rows: readonly ProfileRow[], { design, outcomes }: Frame): Tables {
  const byArm = design.arms.map((_, arm) => rows.filter((row) => row.arm === arm));
  return {
    name,
    profiles: byArm.map((own) => own.length),
    samples: outcomes.map(({ kind }, index) =>
      byArm.map((own) =>
        sampleOf(
          kind,
          own.map(({ values }) => values[index]!),
        ),
      ),
    ),
  };
}

function sampleOf(kind: Outcome["kind"], values: readonly number[]): Sample {
  const { of, mean, variance }: Moments = momentsOf(values);
  if (kind === "mean") return { kind, of, mean, variance };
  return { kind, of, count: values.reduce((sum, each) => sum + each, 0) };
}

function strataOf(
  by: string,
  rows: readonly ProfileRow[],
  { design, outcomes, index }: Frame & { readonly index: number },
): Strata {
  const groups = Map.groupBy(rows, ({ levels }) => levels[index]!);
  const levels = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { by, levels: levels.map(([name, own]) => tablesOf(name, own, { design, outcomes })) };
}

function daysOf(rows: readonly ProfileRow[], frame: Frame): Population["days"] {
  const groups = Map.groupBy(rows, ({ day }) => day);
  return [...groups]
    .flatMap(([day, own]) => (day === undefined ? [] : [{ day, own }]))
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, own }) => ({ day, ...tablesOf(String(day), own, frame) }));
}

/** The rows with the largest values of each mean cut to the same height in all arms. */
function cut(rows: readonly ProfileRow[], outcomes: readonly Outcome[]): readonly ProfileRow[] {
  const most = outcomes.map(({ kind }, index) =>
    kind === "rate" || rows.length === 0
      ? Infinity
      : quantile(
          rows.map(({ values }) => values[index]!),
          CUT,
        ),
  );
  return rows.map((row) => ({
    ...row,
    values: row.values.map((value, index) => Math.min(value, most[index]!)),
  }));
}
