import { parquetReadObjects } from "hyparquet";
import type { Value, Values } from "../../model/event.ts";
import type { ReadTable, TableRow } from "./table.ts";
import { flatten } from "./values.ts";

const MAGIC = [0x50, 0x41, 0x52, 0x31] as const; // "PAR1"

/** Whether the bytes begin as a Parquet file does. */
export function isParquet(bytes: Uint8Array): boolean {
  return MAGIC.every((each, index) => bytes[index] === each);
}

/** The rows of a Parquet file, numbered from 1. Whole numbers of 64 bits become numbers, dates their ISO text. */
export async function readParquet(bytes: Uint8Array): Promise<ReadTable> {
  const file = new Uint8Array(bytes).buffer;
  try {
    const records = await parquetReadObjects({ file });
    const rows = records.map((record, index): TableRow => ({
      line: index + 1,
      values: flatten(plain(record) as Values),
    }));
    return { table: { columns: Object.keys(rows[0]?.values ?? {}), rows }, faults: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      table: { columns: [], rows: [] },
      faults: [{ code: "UNREADABLE_PARQUET", message }],
    };
  }
}

function plain(value: unknown): Value {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return (value ?? null) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}
