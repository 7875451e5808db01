import { foldRows } from "../../src/experiment/fold.ts";
import type { Experiment, Settings } from "../../src/experiment/tables.ts";
import { USUAL_SETTINGS } from "../../src/experiment/tables.ts";

/** One stratum of an experiment with one rate: converted and all of the control, then of the treatment. */
export interface Cells {
  readonly control: readonly [number, number];
  readonly offer: readonly [number, number];
  readonly device?: string;
  readonly day?: number;
}

/** An experiment with the outcome `converted` that has these counts. */
export function experimentOf(...cells: readonly Cells[]): Experiment {
  const rows = cells.flatMap(({ control, offer, device = "mobile", day }) =>
    [control, offer].flatMap(([converted, all], arm) =>
      Array.from({ length: all }, (_, index) => ({
        arm,
        values: [index < converted ? 1 : 0],
        levels: [device],
        segments: [],
        day,
      })),
    ),
  );
  return foldRows(
    {
      arms: [
        { name: "control", weight: 1 },
        { name: "offer", weight: 1 },
      ],
      outcomes: ["converted"],
      by: cells.some(({ device }) => device !== undefined) ? ["device"] : [],
      segments: [],
      faults: undefined,
    },
    rows,
  );
}

/** The usual settings, with a target that small tables can reach. */
export const SETTINGS: Settings = { ...USUAL_SETTINGS, target: 0.5 };
