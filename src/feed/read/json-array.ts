import { createDecoder } from "./lines.ts";
import type { Line } from "./lines.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const LF = 0x0a;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Calls `take` for every element of a file that is one JSON array, with the line on which the element begins. The
 *  array is cut by counting brackets outside of texts, so that one broken element leaves the others readable. Returns
 *  the line on which a file ends that was cut before the array was closed. */
export function eachElement(bytes: Uint8Array, take: (line: Line) => void): number | undefined {
  const decode = createDecoder(bytes);
  const scan = { depth: 0, start: -1, line: 1, startLine: 1, isText: false };
  const finish = (end: number, isLast: boolean): void => {
    const text = scan.start < 0 ? "" : decode(scan.start, end);
    scan.start = -1;
    if (text === undefined || text.trim() !== "") take({ number: scan.startLine, text, isLast });
  };
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte === LF) scan.line += 1;
    if (scan.depth > 0 && scan.start < 0 && byte > 0x20 && byte !== COMMA && isInside(byte, scan)) {
      scan.start = index;
      scan.startLine = scan.line;
    }
    if (scan.isText) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) scan.isText = false;
    } else if (byte === QUOTE) scan.isText = true;
    else if (OPENING.has(byte)) scan.depth += 1;
    else if (CLOSING.has(byte)) {
      scan.depth -= 1;
      if (scan.depth === 0) finish(index, false);
    } else if (byte === COMMA && scan.depth === 1) finish(index, false);
  }
  if (scan.depth === 1 && scan.start >= 0) finish(bytes.length, false);
  return scan.depth > 0 ? scan.line : undefined;
}

/** The bracket that closes the array itself belongs to no element. */
function isInside(byte: number, scan: { readonly depth: number }): boolean {
  return !(scan.depth === 1 && CLOSING.has(byte));
}
