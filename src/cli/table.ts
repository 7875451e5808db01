import { columnsOf, padEnd, padStart } from "../text/columns.ts";
import { wrap } from "../text/wrap.ts";

/** A column of a table: its heading, and on which side its cells stand. */
export interface Column {
  readonly heading: string;
  readonly align: "left" | "right";
}

/** How far columns stand apart, and where there is too little room for that. */
const GAP = 3;
const NARROW_GAP = 2;

/** The least columns that a cell of words is squeezed into. */
const LEAST = 8;

/** Rows under headings, each column as wide as its widest cell; a line end after every line. Where that is wider than
 *  `room` columns, they stand closer, then the widest columns of words are wrapped. */
export function drawTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  room = Infinity,
): string {
  const lines = [columns.map((each) => each.heading), ...rows];
  const natural = columns.map((_, index) =>
    Math.max(...lines.map((cells) => columnsOf(cells[index] ?? ""))),
  );
  const gap = totalOf(natural, GAP) <= room ? GAP : NARROW_GAP;
  const widths = squeezed(columns, natural, { gap, room });
  const draw = (cells: readonly string[]): readonly string[] => {
    const parts = columns.map((_, index) => wrap(cells[index] ?? "", widths[index] ?? 0));
    const height = Math.max(...parts.map((each) => each.length));
    return Array.from({ length: height }, (__, line) => {
      const padded = columns.map(({ align }, index) =>
        (align === "left" ? padEnd : padStart)(parts[index]?.[line] ?? "", widths[index] ?? 0),
      );
      return ` ${padded.join(" ".repeat(gap))}`.trimEnd();
    });
  };
  return `${lines.flatMap(draw).join("\n")}\n`;
}

function totalOf(widths: readonly number[], gap: number): number {
  return widths.reduce((sum, each) => sum + each, 1 + gap * (widths.length - 1));
}

/** The widths at which the table fits, taken column by column from the widest of those with words. */
function squeezed(
  columns: readonly Column[],
  natural: readonly number[],
  { gap, room }: { readonly gap: number; readonly room: number },
): readonly number[] {
  const widths = [...natural];
  while (totalOf(widths, gap) > room) {
    const words = columns.map(({ align }, index) => (align === "left" ? widths[index]! : 0));
    const widest = Math.max(...words);
    if (widest <= LEAST) return widths;
    widths[words.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** A whole number with its thousands apart: `31 106`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, " ");
}
