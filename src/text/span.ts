/** Positions in a text, and what is drawn with characters. */

/** A stretch of a source: offsets in UTF-16 units, `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text and the name under which the author knows it. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A place in a source; lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset. A column counts code points, as editors do. */
export function positionAt(source: Source, offset: number): Position {
  const head = source.text.slice(0, offset);
  const lineStart = head.lastIndexOf("\n") + 1;
  let line = 1;
  for (let index = head.indexOf("\n"); index !== -1; index = head.indexOf("\n", index + 1))
    line += 1;
  return { line, column: Array.from(head.slice(lineStart)).length + 1 };
}
