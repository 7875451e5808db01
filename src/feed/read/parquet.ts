import { type DecodedArray, type SchemaTree, parquetSchema } from "hyparquet";
import type { Value } from "../../model/event.ts";
import type { ByteSource } from "./byte-source.ts";
import { Unusable, dateStyleOf, valueOfCell } from "./parquet-cell.ts";
import { isProblem, openParquet, readColumns } from "./parquet-file.ts";
import type { ParquetProblem } from "./parquet-file.ts";
import { type Fault, isFault } from "./rejection.ts";
import type { Fields } from "./values.ts";

/** What hears of the rows of a Parquet file; they count from 1. */
export interface ParquetListener {
  header(names: readonly string[]): void;
  row(number: number, record: Fields): void;
  fault(number: number, fault: Fault): void;
}

/** Which columns are read, and in which of them numbers stay text. */
export interface Wanted {
  readonly reads: (column: string) => boolean;
  readonly texts: ReadonlySet<string>;
}

/** How many rows are decoded at a time: memory holds so many rows of the columns that are read, and one page of each. */
const SLICE = 20_000;

/** Reads Parquet slice by slice, and of its columns only those that are wanted; a cell without a value is missing. Says what
 *  is wrong with the file, if anything: the rows before the damage have been told by then. */
export async function eachParquetRow(
  source: ByteSource,
  { reads, texts }: Wanted,
  listener: ParquetListener,
): Promise<ParquetProblem | undefined> {
  const metadata = await openParquet(source);
  if (isProblem(metadata)) return metadata;
  const all = parquetSchema(metadata).children;
  listener.header(all.map(({ element }) => element.name));
  const columns = all.filter(({ element }) => reads(element.name));
  if (columns.length === 0) return noneRead(all);
  const reader = await readColumns({ source, metadata, columns });
  if (isProblem(reader)) return reader;
  const cellsOf = columns.map((column) => cellReader(column, texts));
  for (const { from, to } of reader.ranges) {
    for (let first = from; first < to; first += SLICE) {
      const cells = await reader.cells({ from: first, to: Math.min(first + SLICE, to) });
      if (isProblem(cells)) return cells;
      for (let row = 0; row < cells[0]!.length; row++) {
        const record = recordOf(cells, cellsOf, row);
        if (isFault(record)) listener.fault(first + row + 1, record);
        else listener.row(first + row + 1, record.values);
      }
    }
  }
  return undefined;
}

function noneRead(all: readonly SchemaTree[]): ParquetProblem {
  const names = all.map(({ element }) => element.name).join(", ");
  return { code: "MISSING_COLUMN", message: `no column is mapped; there are ${names}` };
}

/** Puts one cell into a record, or says why it cannot be used. */
type CellReader = (cell: unknown, record: Record<string, Value>) => Fault | undefined;

function cellReader(column: SchemaTree, texts: ReadonlySet<string>): CellReader {
  const { name } = column.element;
  const style = dateStyleOf(column);
  const isText = texts.has(name);
  return (cell, record) => {
    const value = valueOfCell(cell, style);
    if (value === undefined) return undefined;
    if (value instanceof Unusable) {
      const { code, message } = value.fault;
      return { code, message: `column "${name}": ${message}` };
    }
    record[name] = isText && typeof value !== "object" ? String(value) : value;
    return undefined;
  };
}

function recordOf(
  cells: readonly DecodedArray[],
  readers: readonly CellReader[],
  row: number,
): { readonly values: Fields } | Fault {
  const values: Record<string, Value> = {};
  for (const [index, read] of readers.entries()) {
    const fault = read(cells[index]![row], values);
    if (fault !== undefined) return fault;
  }
  return { values };
}
