import { columnsOf } from "../text/columns.ts";

/** What a terminal must not be sent from somebody's names: controls, reversals of direction, halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu;

/** Where a line may be broken: at a single space, but neither within `1 690` nor before `%`. */
const GAP = /(?<=\S) (?=\S)(?!%|(?<=\d )\d{3}(?!\d))/;

/** Breaks a text into lines that are no wider than `columns`, at spaces, or within a word that no line can hold. Those
 *  after the first begin with `indent` spaces, or fewer where there is little room. */
export function wrap(
  text: string,
  { columns, indent }: { readonly columns: number; readonly indent: number },
): readonly string[] {
  const clean = text.replace(UNPRINTABLE, "\ufffd");
  if (columnsOf(clean) <= columns) return [clean];
  const hang = " ".repeat(Math.min(indent, Math.floor((2 * columns) / 5)));
  const start = /^\s*/.exec(clean)?.[0] ?? "";
  const lines: string[] = [];
  let line = "";
  for (const word of clean.slice(start.length).split(GAP)) {
    const before = line === "" ? start : `${line} `;
    if (line !== "" && columnsOf(before + word) > columns) {
      lines.push(line);
      line = hang + word;
    } else line = before + word;
    const [last = "", ...full] = cut(line, columns, hang).toReversed();
    lines.push(...full.toReversed());
    line = last;
  }
  return [...lines, line];
}

/** Cuts a line that is one wide word. */
function cut(line: string, columns: number, hang: string): readonly string[] {
  if (columnsOf(line) <= columns) return [line];
  const lines: string[] = [];
  let part = "";
  for (const character of line) {
    if (columnsOf(part + character) > columns) {
      lines.push(part);
      part = hang;
    }
    part += character;
  }
  return [...lines, part];
}
