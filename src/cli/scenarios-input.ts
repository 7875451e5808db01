import { dirname, join } from "node:path";
import { type Scenario, readScenario } from "../scenario/read.ts";
import type { Finding } from "../text/finding.ts";
import { drawFinding } from "../text/frame.ts";
import type { Source } from "../text/span.ts";
import { SCENARIO_ENDING, findFiles, readText } from "./files.ts";
import { type Loaded, loaded, refused } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

/** A scenario file: what it says, if it can be run, and what was found in it and in its rules. */
export interface ScenarioFile {
  readonly path: string;
  readonly scenario: Scenario | undefined;
  readonly findings: readonly Finding[];
}

/** Reads scenario files; what is wrong with their texts is a finding, what is wrong with the files a refusal. A folder
 *  stands for the scenarios right in it. */
export function readScenarioFiles(
  names: readonly string[],
  terminal: Terminal,
): Loaded<readonly ScenarioFile[]> {
  const paths = findFiles(names, { what: "scenarios", ending: SCENARIO_ENDING, deep: false });
  if (paths.kind === "refused") return paths;
  const files: ScenarioFile[] = [];
  const mistakes: string[] = [];
  for (const path of paths.value) {
    const text = readText(path, terminal);
    if (text.kind === "refused") mistakes.push(...text.mistakes);
    else files.push(readOne({ path, text: text.value }, terminal));
  }
  return mistakes.length > 0 ? refused(...mistakes) : loaded(files);
}

/** Reads scenarios that are to run: an error in one of them is a refusal of all. */
export function loadScenarios(
  names: readonly string[],
  terminal: Terminal,
): Loaded<readonly Scenario[]> {
  const files = readScenarioFiles(names, terminal);
  if (files.kind === "refused") return files;
  const errors = files.value.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === "error"),
  );
  if (errors.length > 0) return refused(...errors.map(drawFinding));
  return loaded(files.value.flatMap(({ scenario }) => scenario ?? []));
}

function readOne(source: Source, terminal: Terminal): ScenarioFile {
  // A scenario names its rules by paths relative to itself.
  const load = (name: string): Source | { readonly fault: string } => {
    const path = join(dirname(source.path), name);
    const found = findFiles([path], { what: "rules" });
    const text = found.kind === "refused" ? found : readText(path, terminal);
    return text.kind === "loaded"
      ? { path, text: text.value }
      : { fault: text.mistakes.map(withoutCode).join("; ") };
  };
  return { path: source.path, ...readScenario(source, load) } as ScenarioFile;
}

/** The finding that quotes the mistake has a code of its own. */
function withoutCode(drawn: string): string {
  return drawn.replace(/^error [A-Z0-9_]+: /, "");
}
