import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { type Moment, holds } from "./sheet.ts";
import type { Estimate } from "./tally.ts";

/** A part of the sheet. */
export interface Part {
  readonly title: string;
  readonly rows: readonly { readonly moment: Moment; readonly found: Estimate }[];
}

const PATH = fileURLToPath(new URL("../../../reports/people.md", import.meta.url));

const HEAD = `# The people: measured moments

US general retail, 20 000 people for 60 days, seed 7. A figure may be off by its slack and four standard errors, which are
clustered by profile. Every row is a test (\`test/journey/moments\`), and nearly every one has a wrong generator that it
must catch. Targets are published figures, many of them vendors' averages; "assumed" is said where there is none.
`;

/** Writes the sheet to reports/people.md, or compares it with what stands there. */
export function writePeople(parts: readonly Part[]): void {
  const text = [HEAD, ...parts.map(partOf)].join("\n");
  if (process.env["REHEARSAL_REPORTS"] === "write") writeFileSync(PATH, text);
  else expect(text).toBe(readFileSync(PATH, "utf8"));
}

function partOf({ title, rows }: Part): string {
  const lines = rows.map(({ moment, found }) => {
    const { target, slack, source, name } = moment;
    const asked = typeof target === "number" ? shown(target) : target.map(shown).join(" to ");
    const measured =
      found.error === 0 ? shown(found.value) : `${shown(found.value)} ± ${shown(found.error)}`;
    const verdict = holds(moment, found) ? "✓" : "✗";
    return `| ${name} | ${asked} | ${shown(slack)} | ${measured} | ${verdict} | ${source} |`;
  });
  return `## ${title}

| moment | target | slack | measured | | source |
| --- | ---: | ---: | ---: | --- | --- |
${lines.join("\n")}
`;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}
