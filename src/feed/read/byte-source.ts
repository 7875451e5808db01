/** A file of which parts can be had: the bytes from `start` on, up to and without `end`. */
export interface ByteSource {
  readonly byteLength: number;
  slice(start: number, end?: number): ArrayBuffer;
}

/** The first and the last four bytes of a Parquet file, and of one of which parts are encrypted. */
export const PARQUET_MAGIC = "PAR1";
export const ENCRYPTED_MAGIC = "PARE";

/** Whether bytes begin as a Parquet file does. */
export function beginsAsParquet(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  return head === PARQUET_MAGIC || head === ENCRYPTED_MAGIC;
}

/** Bytes in memory as a file. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    byteLength: bytes.length,
    slice: (start, end) => Uint8Array.from(bytes.subarray(start, end)).buffer,
  };
}
