import { columnsOf, padEnd, padStart } from "../text/columns.ts";

/** A table of Markdown that also reads well as text. The first column stands at the left, numbers at the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(3, ...all.map((row) => columnsOf(row[column] ?? ""))),
  );
  const isRight = head.map(
    (_, column) => column > 0 && rows.every((row) => /^$|^[-–\d]/.test(row[column] ?? "")),
  );
  const line = (row: readonly string[]): string => {
    const cells = widths.map((width, column) =>
      (isRight[column] ? padStart : padEnd)(row[column] ?? "", width),
    );
    return `| ${cells.join(" | ")} |`;
  };
  const rule = widths.map((width, column) =>
    isRight[column] ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}
