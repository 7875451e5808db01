import { parse } from "csv-parse/sync";
import type { Fault } from "./rejection.ts";
import { linesNotUtf8 } from "./lines.ts";
import type { Fields } from "./values.ts";

/** What hears of the rows of a CSV file. */
export interface CsvListener {
  header(names: readonly string[]): void;
  row(line: number, record: Fields): void;
  fault(line: number, fault: Fault): void;
  /** A quote was opened in that line or a later one, and all that follows is inside of it. */
  unclosed(line: number): void;
}

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** Reads CSV by RFC 4180: the first row names the columns; commas, semicolons, tabs or bars part the cells, whichever the
 *  first row has most of. Cells that look like a number or a truth value are one, unless their column is in `texts`; an
 *  empty cell is missing. A row is placed at the line on which it ends. */
export function eachRow(
  bytes: Uint8Array,
  texts: ReadonlySet<string>,
  listener: CsvListener,
): void {
  const broken = linesNotUtf8(bytes);
  let names: readonly string[] | undefined;
  let lineBefore = 0;
  const take = (cells: readonly string[], line: number): void => {
    const first = lineBefore + 1;
    lineBefore = line;
    if (names === undefined) listener.header((names = cells.map((each) => each.trim())));
    else if (isBroken(broken, first, line))
      listener.fault(line, { code: "NOT_UTF8", message: "the bytes of this row are not UTF-8" });
    else if (cells.length !== names.length) listener.fault(line, unequal(names, cells));
    else listener.row(line, toRecord(names, cells, texts));
  };
  parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    delimiter: separatorOf(bytes),
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (cells: string[], { lines }) => {
      take(cells, lines);
      return null;
    },
    on_skip: (error) => {
      const line = Number(error?.["lines"] ?? lineBefore + 1);
      if (error?.code === "CSV_QUOTE_NOT_CLOSED") {
        listener.unclosed(lineBefore + 1);
        return undefined;
      }
      listener.fault(line, { code: "NOT_CSV", message: error?.message ?? "not CSV" });
      return undefined;
    },
  });
}

function separatorOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0x0a);
  const head = Buffer.from(bytes.subarray(0, end < 0 ? bytes.length : end)).toString("utf8");
  const count = (separator: string): number => head.split(separator).length;
  return SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

function isBroken(broken: ReadonlySet<number>, first: number, last: number): boolean {
  if (broken.size === 0) return false;
  for (let line = first; line <= last; line++) if (broken.has(line)) return true;
  return false;
}

function unequal(names: readonly string[], cells: readonly string[]): Fault {
  return {
    code: "NOT_A_RECORD",
    message: `${cells.length} cells, but the first row names ${names.length} columns`,
  };
}

function toRecord(
  names: readonly string[],
  cells: readonly string[],
  texts: ReadonlySet<string>,
): Fields {
  const record: Record<string, string | number | boolean> = {};
  for (let index = 0; index < names.length; index++) {
    const cell = cells[index]!;
    const name = names[index]!;
    if (cell !== "") record[name] = texts.has(name) ? cell : valueOf(cell);
  }
  return record;
}

const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;

/** `007`, `1e3` and numbers of more than 15 digits stay text: they are ids, or would be changed by reading them. */
function valueOf(cell: string): string | number | boolean {
  if (cell === "true") return true;
  if (cell === "false") return false;
  return NUMBER.test(cell) ? Number(cell) : cell;
}
