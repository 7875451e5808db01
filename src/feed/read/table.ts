import type { Values } from "../../model/event.ts";
import type { TableCode } from "./table-codes.ts";

/** A row of a table and where it stands: its line in a text, its number in a Parquet file; both count from 1. */
export interface TableRow {
  readonly line: number;
  readonly values: Values;
}

/** What is wrong with a table; `line` is absent where it concerns all of it. */
export interface TableFault {
  readonly code: TableCode;
  readonly line?: number;
  readonly message: string;
}

/** A file of one row per profile: the names of its columns in their order, and its rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A table as it was read, and what could not be: with any fault nothing should be concluded from it. */
export interface ReadTable {
  readonly table: Table;
  readonly faults: readonly TableFault[];
}
