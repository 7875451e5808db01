import type { Values } from "../../model/event.ts";
import { beginsAsParquet, sourceOf } from "./byte-source.ts";
import { eachRow } from "./csv.ts";
import { eachElement } from "./json-array.ts";
import { type Line, eachLine, withoutMark } from "./lines.ts";
import type { ReadTable, TableFault, TableRow } from "./table.ts";
import { flatten, isFields } from "./values.ts";

/** Reads CSV, NDJSON, one JSON array or Parquet, whichever the bytes are. Columns named in `texts` are never read as
 *  numbers. */
export async function readTable(bytes: Uint8Array, texts: readonly string[]): Promise<ReadTable> {
  const content = withoutMark(bytes);
  if (beginsAsParquet(content)) return checked(await readParquet(content, texts));
  const first = content.find((byte) => byte > 0x20);
  const isJson = first === 0x7b || first === 0x5b;
  return checked(isJson ? readJson(content, first === 0x5b) : readCsv(content, new Set(texts)));
}

/** Adds what is wrong with a table that has no rows. */
function checked(read: ReadTable): ReadTable {
  if (read.table.rows.length > 0 || read.faults.length > 0) return read;
  return { ...read, faults: [{ code: "EMPTY_TABLE", message: "there is no row in it" }] };
}

function readCsv(bytes: Uint8Array, texts: ReadonlySet<string>): ReadTable {
  const rows: TableRow[] = [];
  const faults: TableFault[] = [];
  let columns: readonly string[] = [];
  eachRow(bytes, texts, {
    header: (names) => {
      columns = names;
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      if (twice !== undefined)
        faults.push({
          code: "COLUMN_TWICE",
          line: 1,
          message: `two columns are called "${twice}"`,
        });
    },
    row: (line, values) => rows.push({ line, values: values as Values }),
    fault: (line, { message }) => faults.push({ code: "BROKEN_ROW", line, message }),
    unclosed: (line) =>
      faults.push({ code: "BROKEN_ROW", line, message: "a quote is opened and never closed" }),
  });
  return { table: { columns, rows }, faults };
}

async function readParquet(bytes: Uint8Array, texts: readonly string[]): Promise<ReadTable> {
  const { eachParquetRow } = await import("./parquet.ts"); // a CSV file needs none of it
  const rows: TableRow[] = [];
  const faults: TableFault[] = [];
  let columns: readonly string[] = [];
  const wanted = { reads: () => true, texts: new Set(texts) };
  const problem = await eachParquetRow(sourceOf(bytes), wanted, {
    header: (names) => {
      columns = names;
    },
    row: (line, record) => rows.push({ line, values: flatten(record) }),
    fault: (line, { message }) => faults.push({ code: "BROKEN_ROW", line, message }),
  });
  if (problem !== undefined) faults.push({ code: "UNREADABLE_PARQUET", message: problem.message });
  return { table: { columns, rows }, faults };
}

function readJson(bytes: Uint8Array, isArray: boolean): ReadTable {
  const rows: TableRow[] = [];
  const faults: TableFault[] = [];
  const columns = new Set<string>();
  const take = ({ number: line, text }: Line): void => {
    const record = parsed(text);
    if (!isFields(record)) faults.push({ code: "BROKEN_ROW", line, message: "no JSON object" });
    else {
      const values = flatten(record);
      for (const name of Object.keys(values)) columns.add(name);
      rows.push({ line, values });
    }
  };
  if (!isArray) eachLine(bytes, take);
  else {
    const line = eachElement(bytes, take);
    if (line !== undefined)
      faults.push({ code: "BROKEN_ROW", line, message: "the file ends inside of its array" });
  }
  return { table: { columns: [...columns], rows }, faults };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
