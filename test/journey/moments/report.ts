import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { RIGHT, TOLERANCE, missOf } from "./moment.ts";
import type { Part, Row } from "./sheet.ts";

const PATH = fileURLToPath(new URL("../../../reports/people.md", import.meta.url));

const HEAD = `# The people: measured moments

US general retail, seed 7. A figure may be off by ${TOLERANCE} standard errors, which are clustered by profile, and by nothing else; "off"
says by how many it is, 0 within a range. Every row is a test (\`test/journey/moments\`), and the wrong generators in its last
column must fail it. What a target is worth stands before its source: a vendors' average describes one market in one
year, and what is assumed nobody has published.
`;

/** Writes the sheet to reports/people.md, or compares it with what stands there. */
export function writePeople(parts: readonly Part[]): void {
  const text = [HEAD, ...parts.map(partOf)].join("\n");
  if (process.env["REHEARSAL_REPORTS"] === "write") writeFileSync(PATH, text);
  else expect(text).toBe(readFileSync(PATH, "utf8"));
}

function partOf({ title, sample, rows }: Part): string {
  return `## ${title}

${sample[0]!.toUpperCase()}${sample.slice(1)}.

| moment | target | measured | off | | worth and source | wrong generators that it catches |
| --- | ---: | ---: | ---: | --- | --- | --- |
${rows.map(lineOf).join("\n")}
`;
}

function lineOf(row: Row): string {
  const { target, source, worth, name, mutants } = row;
  const { value, error } = row.measure(row.thorough, RIGHT);
  const asked = typeof target === "number" ? shown(target) : target.map(shown).join(" to ");
  const measured = error === 0 ? shown(value) : `${shown(value)} ± ${shown(error)}`;
  const miss = missOf(row, value);
  const off = miss === 0 ? 0 : miss / error;
  const verdict = off <= TOLERANCE ? "✓" : "✗";
  const caught = mutants.map((each) => each.name).join("; ");
  return `| ${name} | ${asked} | ${measured} | ${off.toFixed(1)} | ${verdict} | ${worth}: ${source} | ${caught} |`;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}
