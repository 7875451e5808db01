import type { ExploredCell } from "../../experiment/explore.ts";
import { isNumber } from "../../experiment/figures.ts";
import type { Outcome } from "../../experiment/tables.ts";
import { columnsOf, padEnd } from "../../text/columns.ts";
import { formatCount } from "../format.ts";
import { formatDifference, formatP, signed } from "./figures.ts";
import type { ExperimentReport } from "./report.ts";

/** How many cells people are shown. */
const SHOWN = 20;

/** The exploratory table, the most striking cells first, with what chance alone would make of so many looks. */
export function explorationLines({ analysis }: ExperimentReport): readonly string[] {
  const { exploration, experiment } = analysis;
  const { cells, expectedFalseWinners, chanceOfAny, testable, smallest } = exploration;
  const sorted = cells.toSorted((a, b) => weightOf(a) - weightOf(b)).slice(0, SHOWN);
  const outcomeOf = (cell: ExploredCell): Outcome =>
    experiment.outcomes.find(({ name }) => name === cell.outcome)!;
  const rows = sorted.map((cell) => rowOf(cell, outcomeOf(cell)));
  const head = ["group", "outcome, arm", "profiles", "difference", "drawn to the mean", "q"];
  const widths = head.map((name, column) =>
    Math.max(columnsOf(name), ...rows.map((row) => columnsOf(row[column]!))),
  );
  const line = (row: readonly string[]): string =>
    `   ${row.map((cell, column) => padEnd(cell, widths[column]!)).join("  ")}`.trimEnd();
  const hidden = cells.length - sorted.length;
  return [
    "",
    ` Exploring: no verdict rests on it. ${cells.length} cells, ${testable} of them large enough for the target, the smallest with ${formatCount(smallest)} profiles. By chance alone ${expectedFalseWinners.toFixed(1)} would win, any with a chance of ${chanceOfAny.toFixed(2)}; q is p after Benjamini and Hochberg.`,
    line(head),
    ...rows.map(line),
    ...(hidden > 0 ? [`   and ${hidden} more, in --json`] : []),
    "",
  ];
}

function weightOf({ q }: ExploredCell): number {
  return isNumber(q) ? q : 2;
}

function rowOf(cell: ExploredCell, outcome: Outcome): readonly string[] {
  const { group, arm, profiles, effect, shrunk, q } = cell;
  const drawn = isNumber(shrunk)
    ? `${signed(shrunk * (outcome.kind === "rate" ? 100 : 1))}${outcome.kind === "rate" ? " pp" : ""}`
    : "–";
  const difference =
    effect.difference.status === "estimated" ? formatDifference(effect.difference, outcome) : "–";
  const found = isNumber(q) ? formatP(q) : "–";
  return [group, `${outcome.name}, ${arm}`, formatCount(profiles), difference, drawn, found];
}
