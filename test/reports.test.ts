import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { packageVersion } from "../src/cli/version.ts";
import { markdown } from "../src/report/markdown.ts";
import { reportOf } from "../src/report/report.ts";
import { planOf } from "../src/scenario/plan.ts";
import { readScenario } from "../src/scenario/read.ts";
import { run } from "../src/simulation/run.ts";

// reports/*.md are the reviewed outputs of the shipped scenarios. A changed one is written beside it for a person to
// compare; `npm run reports` takes it over.

const root = fileURLToPath(new URL("..", import.meta.url));
const names = globSync("scenarios/*.yaml", { cwd: root }).toSorted();

test("there are shipped scenarios", () => {
  expect(names).toContain("scenarios/evening-offer.yaml");
});

test.each(names)("%s comes out as it was reviewed", async (path) => {
  const load = (rule: string) => {
    const name = join(dirname(path), rule);
    return { path: name, text: readFileSync(join(root, name), "utf8") };
  };
  const { scenario, findings } = readScenario(
    { path, text: readFileSync(join(root, path), "utf8") },
    load,
  );
  if (scenario === undefined) throw new Error(findings.map(({ message }) => message).join("; "));
  const measures = await run(planOf(scenario), { workers: 2 });
  const report = reportOf(scenario, measures, {
    package: packageVersion(),
    tz: process.versions.tz ?? "unknown",
  });
  compare(basename(path, ".yaml"), markdown(report));
});

function compare(name: string, found: string): void {
  const golden = join(root, `reports/${name}.md`);
  const changed = join(root, `reports/${name}.changed.md`);
  rmSync(changed, { force: true });
  if (process.env["REHEARSAL_REPORTS"] === "write") return writeFileSync(golden, found);
  const reviewed = existsSync(golden) ? readFileSync(golden, "utf8") : "";
  if (found !== reviewed) writeFileSync(changed, found);
  expect(found, `see reports/${name}.changed.md; npm run reports takes it over`).toBe(reviewed);
}
