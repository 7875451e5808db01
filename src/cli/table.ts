import { columnsOf, padEnd, padStart } from "../text/columns.ts";

/** A column of a table: its heading, and on which side its cells stand. */
export interface Column {
  readonly heading: string;
  readonly align: "left" | "right";
}

/** Rows under headings, each column as wide as its widest cell, three spaces between; a line end after every line. */
export function drawTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ heading }, index) =>
    Math.max(columnsOf(heading), ...rows.map((row) => columnsOf(row[index] ?? ""))),
  );
  const draw = (cells: readonly string[]): string => {
    const padded = columns.map(({ align }, index) =>
      (align === "left" ? padEnd : padStart)(cells[index] ?? "", widths[index] ?? 0),
    );
    return ` ${padded.join("   ")}`.trimEnd();
  };
  return `${[columns.map((each) => each.heading), ...rows].map(draw).join("\n")}\n`;
}

/** A whole number with its thousands apart: `31 106`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, " ");
}
