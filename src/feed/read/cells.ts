import type { Value } from "../../model/event.ts";
import type { Table, TableFault } from "./table.ts";

/** A column of a table as it is wanted, row for row, and what is wrong with its cells. */
export interface Column<T> {
  readonly cells: readonly T[];
  readonly faults: readonly TableFault[];
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A column as finite numbers; true is 1 and false 0. An empty cell is a fault, and so is any other text. */
export function numbersOf(table: Table, column: string): Column<number> {
  return read(table, column, (value) => {
    if (typeof value === "boolean") return value ? 1 : 0;
    const number = typeof value === "string" && NUMBER.test(value.trim()) ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : undefined;
  });
}

/** A column as texts. An empty cell is a fault. */
export function textsOf(table: Table, column: string): Column<string> {
  return read(table, column, (value) => (typeof value === "object" ? undefined : String(value)));
}

function read<T>(
  { rows }: Table,
  column: string,
  take: (value: Value) => T | undefined,
): Column<T> {
  const cells: T[] = [];
  const faults: TableFault[] = [];
  for (const { line, values } of rows) {
    const value = Object.hasOwn(values, column) ? values[column] : undefined;
    const isMissing = value === undefined || value === null || value === "";
    const cell = isMissing ? undefined : take(value);
    if (cell !== undefined) cells.push(cell);
    else if (isMissing)
      faults.push({ code: "MISSING_CELL", line, message: `column "${column}" is empty` });
    else {
      const message = `column "${column}" holds ${JSON.stringify(value)}`;
      faults.push({ code: "NOT_A_NUMBER", line, message });
    }
  }
  return { cells, faults };
}
