import type { Comparison } from "../../experiment/analyse.ts";
import type { ExploredCell } from "../../experiment/explore.ts";
import { isNumber } from "../../experiment/figures.ts";
import type { Outcome } from "../../experiment/tables.ts";
import { columnsOf, padEnd } from "../../text/columns.ts";
import { formatCount } from "../format.ts";
import { formatDifference, formatP, signed } from "./figures.ts";
import type { ExperimentReport } from "./report.ts";

/** How many cells people are shown. */
const SHOWN = 20;

/** Headings, and which columns are left out where there is little room: the highest number first, 0 never. */
const COLUMNS = [
  { head: "group", leaves: 0 },
  { head: "outcome, arm", leaves: 0 },
  { head: "profiles", leaves: 2 },
  { head: "difference", leaves: 0 },
  { head: "drawn to the mean", leaves: 1 },
  { head: "q", leaves: 0 },
] as const;

/** The exploratory table, the most striking cells first, with what chance alone would make of so many looks. */
export function explorationLines(
  { analysis }: ExperimentReport,
  columns: number,
): readonly string[] {
  const { exploration, experiment, comparisons } = analysis;
  if (comparisons.length === exploration.cells.length && comparisons.every(isSeen)) return [""];
  const { cells, expectedFalseWinners, chanceOfAny, testable, smallest } = exploration;
  const sorted = cells.toSorted((a, b) => weightOf(a) - weightOf(b)).slice(0, SHOWN);
  const outcomeOf = (cell: ExploredCell): Outcome =>
    experiment.outcomes.find(({ name }) => name === cell.outcome)!;
  const rows = sorted.map((cell) => rowOf(cell, outcomeOf(cell)));
  const hidden = cells.length - sorted.length;
  return [
    "",
    ` Exploring: no verdict rests on it. Of ${cells.length} cells ${testable} are large enough for the target; the smallest has ${formatCount(smallest)} profiles. By chance alone ${expectedFalseWinners.toFixed(1)} would win, any with a chance of ${chanceOfAny.toFixed(2)}; q is p after Benjamini and Hochberg.`,
    ...drawn(rows, columns),
    ...(hidden > 0 ? [`   and ${hidden} more, in --json`] : []),
    "",
  ];
}

/** The rows under their headings, with as many columns as there is room for. */
function drawn(rows: readonly (readonly string[])[], columns: number): readonly string[] {
  const all = [COLUMNS.map(({ head }) => head), ...rows];
  const widths = COLUMNS.map((_, column) => Math.max(...all.map((row) => columnsOf(row[column]!))));
  const kept = [2, 1, 0].map((most) =>
    COLUMNS.flatMap(({ leaves }, column) => (leaves <= most ? [column] : [])),
  );
  const width = (shown: readonly number[]): number =>
    shown.reduce((sum, column) => sum + 2 + widths[column]!, 1);
  const shown = kept.find((each) => width(each) <= columns) ?? kept.at(-1)!;
  return all.map((row) =>
    `   ${shown.map((column) => padEnd(row[column]!, widths[column]!)).join("  ")}`.trimEnd(),
  );
}

/** Whether the effect stands among the verdicts already. */
function isSeen({ verdict }: Comparison): boolean {
  return verdict !== "untestable";
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
