import type { Analysis } from "../../experiment/analyse.ts";
import type { Ranking } from "../../experiment/ranking.ts";

/** What is reported of a finished experiment. */
export interface ExperimentReport {
  /** The file as it was named. */
  readonly file: string;
  readonly version: string;
  readonly analysis: Analysis;
  readonly rankings: readonly Ranking[];
}
