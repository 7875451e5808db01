import * as zlib from "node:zlib";
import {
  type Compressors,
  type DecodedArray,
  type FileMetaData,
  type SchemaTree,
  parquetMetadataAsync,
  parquetScan,
} from "hyparquet";
import { ENCRYPTED_MAGIC, PARQUET_MAGIC, beginsAsParquet } from "./byte-source.ts";
import type { ByteSource } from "./byte-source.ts";
import type { InputCode } from "./codes.ts";
import { PARSERS } from "./parquet-cell.ts";

/** Why a Parquet file cannot be read: a value, never thrown. */
export interface ParquetProblem {
  readonly code: InputCode;
  readonly message: string;
}

/** Whether an answer is a problem. */
export function isProblem(answer: object | undefined): answer is ParquetProblem {
  return answer !== undefined && "code" in answer;
}

/** Rows of a file, counted from 0: `[from, to)`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** What the least of files needs: its first and last bytes, and the length of the list before them. */
const LEAST_BYTES = 12;

/** Snappy is in the reader itself. LZO and both kinds of LZ4 are in nothing that comes with Node; Zstandard is from 22.15
 *  on. A page never grows beyond what its header says. */
const COMPRESSORS: Compressors = {
  GZIP: (bytes, maxOutputLength) => zlib.gunzipSync(bytes, { maxOutputLength }),
  BROTLI: (bytes, maxOutputLength) => zlib.brotliDecompressSync(bytes, { maxOutputLength }),
  ...(typeof zlib.zstdDecompressSync === "function" && {
    ZSTD: (bytes: Uint8Array, maxOutputLength: number) =>
      zlib.zstdDecompressSync(bytes, { maxOutputLength }),
  }),
};
const CODECS: readonly string[] = ["UNCOMPRESSED", "SNAPPY", ...Object.keys(COMPRESSORS)];

/** Reads the end of a file: which columns it has, and where they are. */
export async function openParquet(source: ByteSource): Promise<FileMetaData | ParquetProblem> {
  const { byteLength } = source;
  const read = (start: number): Buffer =>
    Buffer.from(source.slice(start, Math.min(byteLength, start + 4)));
  if (!beginsAsParquet(read(0)))
    return { code: "NOT_PARQUET", message: "its first bytes are not those of Parquet" };
  const tail = read(Math.max(0, byteLength - 4)).toString("latin1");
  if (tail === ENCRYPTED_MAGIC) return unsupported("it is encrypted");
  if (tail !== PARQUET_MAGIC || byteLength < LEAST_BYTES)
    return broken("its end is missing: it was cut, or is still being written");
  try {
    const metadata = await parquetMetadataAsync(source, { geoparquet: false });
    const rows = metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
    return rows === Number(metadata.num_rows)
      ? metadata
      : broken(`the list of columns at its end is damaged (${rows} of ${metadata.num_rows} rows)`);
  } catch (error) {
    return broken(`the list of columns at its end is damaged (${reasonOf(error)})`);
  }
}

/** The columns of an open file that are read. */
export interface OpenColumns {
  readonly source: ByteSource;
  readonly metadata: FileMetaData;
  readonly columns: readonly SchemaTree[];
}

/** What reads the columns, row range by row range and each for itself: `cells` are the values of all columns over a range
 *  that lies in one of `ranges`. Nothing is read before it is asked for. */
export interface ColumnReader {
  readonly ranges: readonly RowRange[];
  cells(range: RowRange): Promise<readonly DecodedArray[] | ParquetProblem>;
}

/** Makes ready to read columns, or says which of them is compressed in a way that cannot be undone. */
export async function readColumns(open: OpenColumns): Promise<ColumnReader | ParquetProblem> {
  const { source, metadata } = open;
  const names = open.columns.map(({ element }) => element.name);
  const strange = strangeCodec(metadata, names);
  if (strange !== undefined) return strange;
  const settings = { compressors: COMPRESSORS, parsers: PARSERS };
  const scan = await parquetScan({ file: source, metadata, columns: names, ...settings });
  const ranges = scan.ranges.map(({ rowStart, rowEnd }) => ({ from: rowStart, to: rowEnd }));
  const cells: ColumnReader["cells"] = async ({ from, to }) => {
    const all: DecodedArray[] = [];
    for (const column of names) {
      const place = `column "${column}", rows ${from + 1} to ${to}`;
      try {
        const values = await scan.readColumn({ column, rowStart: from, rowEnd: to });
        if (values.length !== to - from) return broken(`${place}: ${values.length} are there`);
        all.push(values);
      } catch (error) {
        return broken(`${place}: ${reasonOf(error)}`);
      }
    }
    return all;
  };
  return { ranges, cells };
}

function strangeCodec(
  { row_groups }: FileMetaData,
  names: readonly string[],
): ParquetProblem | undefined {
  for (const { columns } of row_groups) {
    for (const { meta_data } of columns) {
      const name = meta_data?.path_in_schema[0];
      if (meta_data === undefined || name === undefined || !names.includes(name)) continue;
      if (!CODECS.includes(meta_data.codec))
        return unsupported(
          `column "${name}" is compressed by ${meta_data.codec}; what can be read is ${CODECS.join(", ")}`,
        );
    }
  }
  return undefined;
}

function broken(message: string): ParquetProblem {
  return { code: "BROKEN_PARQUET", message };
}

function unsupported(message: string): ParquetProblem {
  return { code: "UNSUPPORTED_PARQUET", message };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
