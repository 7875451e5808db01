import { columnsOf, padEnd, padStart } from "../text/columns.ts";
import { inert } from "./inert.ts";

/** A table of Markdown that also reads well as text. The first column stands at the left, numbers at the right. */
export function table(names: readonly string[], cells: readonly (readonly string[])[]): string {
  const head = names.map(inert);
  const rows = cells.map((row) => row.map(inert));
  const all = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(3, ...all.map((row) => columnsOf(row[column] ?? ""))),
  );
  const isRight = head.map(
    (_, column) => column > 0 && rows.every((row) => /^$|^[-–\d]/.test(row[column] ?? "")),
  );
  const line = (row: readonly string[]): string => {
    const padded = widths.map((width, column) =>
      (isRight[column] ? padStart : padEnd)(row[column] ?? "", width),
    );
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, column) =>
    isRight[column] ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}
