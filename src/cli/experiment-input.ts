import type { Design, ProfileRow } from "../experiment/fold.ts";
import type { Arm } from "../experiment/tables.ts";
import { numbersOf, textsOf } from "../feed/read/cells.ts";
import { readTable } from "../feed/read/read-table.ts";
import type { Table, TableFault } from "../feed/read/table.ts";
import { printable } from "../text/frame.ts";
import { didYouMean } from "../text/suggest.ts";
import type { GlobalOptions } from "./context.ts";
import { findFiles, nameOf, readBytes } from "./files.ts";
import { type Loaded, loaded, mistake, refused } from "./refusal.ts";
import { type RowSegment, loadRowSegments } from "./row-segments.ts";
import type { Terminal } from "./terminal.ts";

/** The options of `experiment`. */
export interface ExperimentOptions extends GlobalOptions {
  readonly arm: string;
  readonly control?: string;
  readonly outcome: readonly string[];
  readonly by?: readonly string[];
  readonly segment?: readonly string[];
  readonly score?: string;
  readonly day?: string;
  readonly id?: string;
  readonly weights?: readonly string[];
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
      const hint = didYouMean(name!, columns) ?? `there are ${columns.join(", ")}`;
      return mistake("UNKNOWN_COLUMN", printable(`there is no column "${name}"; ${hint}`));
    });
}

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
  const { by = [], segment = [], day, score } = options;
  const arms = textsOf(table, options.arm);
  const outcomes = options.outcome.map((name) => numbersOf(table, name));
  const levels = by.map((name) => textsOf(table, name));
  const [days, scores] = [day, score].map((name) =>
    name === undefined ? undefined : numbersOf(table, name),
  );
  const ids = options.id === undefined ? undefined : textsOf(table, options.id);
  const columns = [arms, ...outcomes, ...levels, days, scores, ids];
  const faults = columns.flatMap((each) => each?.faults ?? []);
  const order = faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const segments =
    segment.length === 0
      ? loaded<readonly RowSegment[]>([])
      : loadRowSegments(segment, { table, forbidden: [options.arm, ...options.outcome] }, terminal);
  const named = readArms([...new Set(arms.cells)], options);
  const mistakes = [
    ...order.map(place),
    ...(segments.kind === "refused" ? segments.mistakes : []),
    ...(named.kind === "refused" && arms.faults.length === 0 ? named.mistakes : []),
    ...by.flatMap((name, index) => levelMistakes(name, levels[index]!.cells)),
  ];
  if (mistakes.length > 0 || segments.kind === "refused" || named.kind === "refused")
    return { kind: "refused", mistakes }; // not spread: a column that is empty all through has one for each row
  const numbers = new Map(named.value.map(({ name }, index) => [name, index]));
  const rows = arms.cells.map((arm, row): ProfileRow => ({
    arm: numbers.get(arm)!,
    values: outcomes.map(({ cells }) => cells[row]!),
    levels: levels.map(({ cells }) => cells[row]!),
    segments: segments.value.map(({ members }) => members[row]!),
    day: days?.cells[row],
  }));
  const design: Design = {
    arms: named.value,
    outcomes: options.outcome,
    by,
    segments: segments.value.map(({ name }) => name),
    faults: ids === undefined ? undefined : repeats(table, ids.cells, options.arm),
  };
  return loaded({ design, rows, scores: scores?.cells });
}

/** The most values of a column by which it makes sense to slice. */
const MOST_LEVELS = 60;

function levelMistakes(name: string, cells: readonly string[]): readonly string[] {
  const levels = new Set(cells).size;
  if (levels <= MOST_LEVELS) return [];
  const message = `column "${name}" has ${levels} values; ${MOST_LEVELS} at most can be compared`;
  return [mistake("TOO_MANY_LEVELS", message)];
}

/** The arms, the control first and the others by code unit, with what they were promised. */
function readArms(names: readonly string[], options: ExperimentOptions): Loaded<readonly Arm[]> {
  const { arm, control: wanted, weights } = options;
  const listed = names.map((name) => `"${printable(name)}"`).join(", ");
  const control = names.find((name) =>
    wanted === undefined ? name.toLowerCase() === "control" : name === wanted,
  );
  if (names.length < 2)
    return refused(mistake("ONE_ARM", `column "${arm}" has one value only: ${listed}`));
  if (control === undefined) {
    const hint = wanted === undefined ? undefined : didYouMean(wanted, names);
    const asked =
      wanted === undefined ? "no arm is called control" : `no row has the arm "${wanted}"`;
    return refused(mistake("UNKNOWN_ARM", `${asked}; ${hint ?? `--control may be ${listed}`}`));
  }
  const order = [control, ...names.filter((each) => each !== control).toSorted(byCodeUnit)];
  const mistakes: string[] = [];
  const promised = new Map((weights ?? []).map((text) => readWeight(text, names, mistakes)));
  if (mistakes.length > 0) return refused(...mistakes);
  const missing = order.filter((name) => weights !== undefined && !promised.has(name));
  if (missing.length > 0)
    return refused(mistake("WRONG_VALUE", `--weights says nothing of "${missing.join('", "')}"`));
  return loaded(order.map((name) => ({ name, weight: promised.get(name) ?? 1 })));
}

function readWeight(
  text: string,
  names: readonly string[],
  mistakes: string[],
): readonly [string, number] {
  const [, name = "", number = ""] = /^(.*)=([\d.]+)%?$/s.exec(text) ?? [];
  const weight = Number(number);
  if (number === "" || !(weight > 0))
    mistakes.push(
      mistake("WRONG_VALUE", `--weights ${text}: write arm=weight, with a weight above 0`),
    );
  else if (!names.includes(name)) {
    const hint = didYouMean(name, names) ?? `there are ${names.join(", ")}`;
    mistakes.push(mistake("UNKNOWN_ARM", `--weights: no row has the arm "${name}"; ${hint}`));
  }
  return [name, weight];
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
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
