import { isUtf8 } from "node:buffer";

/** One line of a file, or one element of a JSON array: its text, or `undefined` if its bytes are not UTF-8. */
export interface Line {
  readonly number: number;
  readonly text: string | undefined;
  /** Whether the file ends in this line without a line break. */
  readonly isLast: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const BOM = [0xef, 0xbb, 0xbf] as const;

/** The bytes without a byte order mark. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return BOM.every((each, index) => bytes[index] === each) ? bytes.subarray(BOM.length) : bytes;
}

/** Calls `take` for every line that is not blank. No text longer than one line is ever built. */
export function eachLine(bytes: Uint8Array, take: (line: Line) => void): void {
  const decode = createDecoder(bytes);
  let number = 1;
  for (let start = 0; start < bytes.length; number += 1) {
    const feed = bytes.indexOf(LF, start);
    const isLast = feed < 0;
    const end = isLast ? bytes.length : feed;
    const text = decode(start, bytes[end - 1] === CR ? Math.max(start, end - 1) : end);
    if (text === undefined || text.trim() !== "") take({ number, text, isLast });
    start = end + 1;
  }
}

/** Reads stretches of `bytes` as text; one that is not UTF-8 is `undefined`. Where all of it is valid, which is checked
 *  once, a stretch costs a copy and no more. */
export function createDecoder(
  bytes: Uint8Array,
): (start: number, end: number) => string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return (start, end) => buffer.toString("utf8", start, end);
  return (start, end) =>
    isUtf8(buffer.subarray(start, end)) ? buffer.toString("utf8", start, end) : undefined;
}

/** The numbers of the lines that are not UTF-8. */
export function linesNotUtf8(bytes: Uint8Array): ReadonlySet<number> {
  const found = new Set<number>();
  if (isUtf8(bytes)) return found;
  eachLine(bytes, ({ number, text }) => {
    if (text === undefined) found.add(number);
  });
  return found;
}
