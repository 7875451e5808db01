import type { Design, ProfileRow } from "../experiment/fold.ts";
import { numbersOf, textsOf } from "../feed/read/cells.ts";
import { readTable } from "../feed/read/read-table.ts";
import type { Table, TableFault } from "../feed/read/table.ts";
import { printable } from "../text/frame.ts";
import { didYouMean } from "../text/suggest.ts";
import type { GlobalOptions } from "./context.ts";
import { type ArmOptions, readArms } from "./experiment-arms.ts";
import { findFiles, nameOf, readBytes } from "./files.ts";
import { type Loaded, loaded, mistake, refused } from "./refusal.ts";
import { type RowSegment, loadRowSegments } from "./row-segments.ts";
import type { Terminal } from "./terminal.ts";

/** The options of `experiment`. */
export interface ExperimentOptions extends GlobalOptions, ArmOptions {
  readonly outcome: readonly string[];
  readonly by?: readonly string[];
  readonly segment?: readonly string[];
  readonly score?: string;
  readonly day?: string;
  readonly id?: string;
  readonly alpha: number;
  readonly power: number;
  readonly target: number;
  readonly perDay?: number;
}

/** What is analysed: the rows, what they are rows of, and the score of each if one is asked for. */
export interface ExperimentInput {
  readonly design: Design;
  readonly rows: readonly ProfileRow[];
  readonly scores: readonly number[] | undefined;
}

/** Reads the rows of an experiment from a file; everything that is wrong with them is told at once. */
export async function loadExperiment(
  name: string,
  options: ExperimentOptions,
  terminal: Terminal,
): Promise<Loaded<ExperimentInput>> {
  const files = findFiles([name], { what: "the experiment" });
  if (files.kind === "refused") return files;
  const path = files.value[0]!;
  if (files.value.length > 1)
    return refused(mistake("WRONG_VALUE", `${name} stands for several files; name one`));
  const bytes = readBytes(path, terminal);
  if (bytes.kind === "refused") return bytes;
  const { table, faults } = await readTable(bytes.value, textColumns(options));
  const place = (fault: TableFault): string => drawFault(nameOf(path), fault);
  if (faults.length > 0) return { kind: "refused", mistakes: faults.map(place) };
  const wrong = [...columnMistakes(table, options), ...roleMistakes(options)];
  return wrong.length > 0 ? refused(...wrong) : readRows(table, { options, place, terminal });
}

function drawFault(path: string, { code, line, message }: TableFault): string {
  return mistake(code, printable(`${path}${line === undefined ? "" : `:${line}`}: ${message}`));
}

function textColumns({ arm, by = [], id }: ExperimentOptions): readonly string[] {
  return [arm, ...by, ...(id === undefined ? [] : [id])];
}

function columnMistakes({ columns }: Table, options: ExperimentOptions): readonly string[] {
  const { outcome, score, day } = options;
  const named = [...textColumns(options), ...outcome, score, day];
  return [...new Set(named)]
    .filter((name) => name !== undefined && !columns.includes(name))
    .map((name) => {
      const hint = didYouMean(name!, columns) ?? `there are ${listed(columns)}`;
      return mistake("UNKNOWN_COLUMN", printable(`there is no column "${name}"; ${hint}`));
    });
}

/** The first of many names. */
function listed(names: readonly string[]): string {
  const rest = names.length - LISTED;
  return names.slice(0, LISTED).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

const LISTED = 20;

/** The test must not sort those whom it compares. */
function roleMistakes({ arm, outcome, by = [], id, day, score }: ExperimentOptions) {
  const all = [arm, ...outcome, ...by, id, day].filter((name) => name !== undefined);
  const twice = all.filter((name, index) => all.indexOf(name) !== index);
  const scored = [arm, ...outcome].filter((name) => name === score);
  return [...new Set([...twice, ...scored])].map((name) =>
    mistake("COLUMN_TWICE_USED", `column "${name}" is given two parts to play`),
  );
}

interface Reading {
  readonly options: ExperimentOptions;
  readonly place: (fault: TableFault) => string;
  readonly terminal: Terminal;
}

function readRows(table: Table, reading: Reading): Loaded<ExperimentInput> {
  const { options, place, terminal } = reading;
  const columns = columnsOf(table, options);
  const { arms, outcomes, levels, days, scores, ids } = columns;
  const faults = [arms, ...outcomes, ...levels, days, scores, ids].flatMap(
    (each) => each?.faults ?? [],
  );
  const segments = readSegments(table, options, terminal);
  const named = readArms([...new Set(arms.cells)], options);
  const mistakes = [
    ...faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(place),
    ...(segments.kind === "refused" ? segments.mistakes : []),
    ...(named.kind === "refused" && arms.faults.length === 0 ? named.mistakes : []),
    ...levels.flatMap(({ cells }, index) => levelMistakes(options.by?.[index] ?? "", cells)),
  ];
  if (mistakes.length > 0 || segments.kind === "refused" || named.kind === "refused")
    return { kind: "refused", mistakes }; // not spread: a column that is empty all through has one for each row
  const design: Design = {
    arms: named.value,
    outcomes: options.outcome,
    by: options.by ?? [],
    segments: segments.value.map(({ name }) => name),
    faults: ids === undefined ? undefined : repeats(table, ids.cells, options.arm),
  };
  return loaded({ design, rows: rowsOf(columns, design, segments.value), scores: scores?.cells });
}

type Columns = ReturnType<typeof columnsOf>;

/** The columns that the options name, each as what it is there for. */
function columnsOf(table: Table, { arm, outcome, by = [], day, score, id }: ExperimentOptions) {
  return {
    arms: textsOf(table, arm),
    outcomes: outcome.map((name) => numbersOf(table, name)),
    levels: by.map((name) => textsOf(table, name)),
    days: day === undefined ? undefined : numbersOf(table, day),
    scores: score === undefined ? undefined : numbersOf(table, score),
    ids: id === undefined ? undefined : textsOf(table, id),
  };
}

/** No segment may read what the test decided. */
function readSegments(
  table: Table,
  { segment, arm, outcome }: ExperimentOptions,
  terminal: Terminal,
): Loaded<readonly RowSegment[]> {
  if (segment === undefined) return loaded([]);
  return loadRowSegments(segment, { table, forbidden: [arm, ...outcome] }, terminal);
}

function rowsOf(
  { arms, outcomes, levels, days }: Columns,
  design: Design,
  segments: readonly RowSegment[],
): readonly ProfileRow[] {
  const numbers = new Map(design.arms.map(({ name }, index) => [name, index]));
  return arms.cells.map((arm, row): ProfileRow => ({
    arm: numbers.get(arm)!,
    values: outcomes.map(({ cells }) => cells[row]!),
    levels: levels.map(({ cells }) => cells[row]!),
    segments: segments.map(({ members }) => members[row]!),
    day: days?.cells[row],
  }));
}

/** The most values of a column by which it makes sense to slice. */
const MOST_LEVELS = 60;

function levelMistakes(name: string, cells: readonly string[]): readonly string[] {
  const levels = new Set(cells).size;
  if (levels <= MOST_LEVELS) return [];
  const message = `column "${name}" has ${levels} values; ${MOST_LEVELS} at most can be compared`;
  return [mistake("TOO_MANY_LEVELS", message)];
}

/** How many offending profiles are named. */
const NAMED = 3;

/** Profiles that stand in more than one row: the unit of analysis is the profile, so nothing can be concluded. */
function repeats(table: Table, ids: readonly string[], arm: string): readonly string[] {
  const byId = Map.groupBy(table.rows, (_, index) => ids[index]!);
  const repeated = [...byId].filter(([, rows]) => rows.length > 1);
  const named = repeated.slice(0, NAMED).map(([name, rows]) => {
    const arms = new Set(rows.map(({ values }) => values[arm]));
    const where = arms.size > 1 ? `in ${arms.size} arms` : `${rows.length} times`;
    return `${printable(name)} stands ${where}, first on line ${rows[0]!.line}`;
  });
  const rest = repeated.length - named.length;
  return rest > 0 ? [...named, `and ${rest} more`] : named;
}
