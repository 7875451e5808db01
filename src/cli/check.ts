import { globSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { checkNames, checkRules } from "../rule/check.ts";
import type { Finding } from "../text/finding.ts";
import { sortFindings } from "../text/finding.ts";
import { drawFinding } from "../text/frame.ts";
import { positionAt } from "../text/span.ts";
import { optionsOf } from "./context.ts";
import type { Context } from "./context.ts";
import { type Loaded, SHOWN, loaded, pointer, refuse } from "./refusal.ts";
import { RULE_ENDING, SCENARIO_ENDING } from "./files.ts";
import { changesOf, drawFixed, fixFiles } from "./fix.ts";
import { readRules } from "./rules-input.ts";
import type { Terminal } from "./terminal.ts";

interface Options {
  readonly vocabulary?: string;
  readonly fix?: true;
}

/** `check`: what is wrong with rules and scenarios, without running them. It ends with 2 if a file cannot run, and with 1
 *  if one could but should not. With `--fix` the rules are first put right where that is safe. */
export async function check(
  command: Command,
  names: readonly string[],
  context: Context,
): Promise<void> {
  const options = optionsOf<Options>(command);
  const { terminal } = context;
  const { vocabulary } = options;
  const sorted = sortNames(names);
  const none = loaded([]);
  const fixed =
    options.fix === true && sorted.rules.length > 0
      ? fixFiles(sorted.rules, vocabulary, terminal)
      : none;
  if (fixed.kind === "refused") return refuse(context, fixed.mistakes);
  const rules =
    sorted.rules.length === 0 ? none : findingsOfRules(sorted.rules, vocabulary, terminal);
  const scenarios =
    sorted.scenarios.length === 0 ? none : await findingsOfScenarios(sorted.scenarios, terminal);
  const mistakes = [rules, scenarios].flatMap((each) =>
    each.kind === "refused" ? each.mistakes : [],
  );
  if (rules.kind === "refused" || scenarios.kind === "refused") return refuse(context, mistakes);
  const checked = [...rules.value, ...scenarios.value];
  const findings = withoutDoubles(checked.flatMap((each) => each.findings));
  const document = options.fix === true ? { fixed: fixed.value } : {};
  terminal.out(
    options.json
      ? toJson(findings, document)
      : `${drawFixed(fixed.value)}${draw(findings, checked)}`,
  );
  if (checked.some((each) => each.cannotRun)) context.finish(2);
  else if (hasError(findings)) context.finish(1);
}

/** A group of files of one kind that was checked. */
interface Checked {
  readonly noun: "segment" | "scenario";
  readonly count: number;
  readonly findings: readonly Finding[];
  /** Whether a file cannot even be run. */
  readonly cannotRun: boolean;
}

/** Files by their ending; a folder is looked at for both, and what is in it decides. */
function sortNames(names: readonly string[]): {
  readonly rules: readonly string[];
  readonly scenarios: readonly string[];
} {
  const isScenario = (name: string): boolean => /\.ya?ml$/.test(name);
  const folders = names.filter(isFolder);
  const files = names.filter((name) => !isFolder(name));
  const holding = (ending: string, deep: boolean): readonly string[] =>
    folders.filter((name) => globSync(`${name}${deep ? "/**" : ""}/*${ending}`).length > 0);
  const withRules = holding(RULE_ENDING, true);
  const withScenarios = holding(SCENARIO_ENDING, false);
  const empty = folders.filter(
    (name) => !withRules.includes(name) && !withScenarios.includes(name),
  );
  return {
    rules: [...files.filter((name) => !isScenario(name)), ...withRules, ...empty],
    scenarios: [...files.filter(isScenario), ...withScenarios],
  };
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

function findingsOfRules(
  names: readonly string[],
  vocabulary: string | undefined,
  terminal: Terminal,
): Loaded<readonly Checked[]> {
  const rules = readRules(
    { rules: names, ...(vocabulary === undefined ? {} : { vocabulary }) },
    terminal,
  );
  if (rules.kind === "refused") return rules;
  const { findings: unreadable, segments } = rules.value;
  const checked = checkRules(segments, rules.value);
  const findings = sortFindings([...unreadable, ...checked]);
  const isBroken = hasError(unreadable) || checkNames(segments, rules.value).length > 0;
  return loaded([{ noun: "segment", count: segments.length, findings, cannotRun: isBroken }]);
}

async function findingsOfScenarios(
  names: readonly string[],
  terminal: Terminal,
): Promise<Loaded<readonly Checked[]>> {
  const { readScenarioFiles } = await import("./scenarios-input.ts");
  const files = readScenarioFiles(names, terminal);
  if (files.kind === "refused") return files;
  const findings = files.value.flatMap((file) => file.findings);
  return loaded([
    { noun: "scenario", count: files.value.length, findings, cannotRun: hasError(findings) },
  ]);
}

/** A rule that is checked by itself and for a scenario says the same thing twice. */
function withoutDoubles(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ code, source, span }: Finding): string =>
    `${code} ${resolve(source.path)} ${span.start}`;
  const byKey = new Map(findings.toReversed().map((finding) => [keyOf(finding), finding]));
  return findings.filter((finding) => byKey.get(keyOf(finding)) === finding);
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some((each) => each.severity === "error");
}

function draw(findings: readonly Finding[], checked: readonly Checked[]): string {
  const count = (severity: Finding["severity"]): number =>
    findings.filter((each) => each.severity === severity).length;
  const shown = findings.slice(0, SHOWN).map((each) => `${drawFinding(each)}\n\n`);
  const hidden = findings.length - shown.length;
  const drawn = `${shown.join("")}${hidden > 0 ? `and ${hidden} more\n\n` : ""}`;
  const totals = [
    ...checked.map(({ count: files, noun }) => plural(files, noun)),
    plural(count("error"), "error"),
    plural(count("warning"), "warning"),
    plural(count("hint"), "hint"),
  ];
  const fixable = findings.filter(({ fix }) => fix !== undefined).length;
  if (fixable > 0) totals.push(`${fixable} to be put right with --fix`);
  const gravest = (["error", "warning", "hint"] as const)
    .flatMap((severity) => findings.filter((each) => each.severity === severity))
    .slice(0, 1);
  const more = pointer(gravest.map(drawFinding));
  return `${drawn}${totals.join(", ")}${more === "" ? "" : `.${more}`}\n`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function toJson(
  findings: readonly Finding[],
  { fixed }: { readonly fixed?: readonly Finding[] },
): string {
  const changed = fixed?.map((each) => ({ ...toDocument(each), changes: changesOf(each) }));
  const document = { fixed: changed, findings: findings.map(toDocument) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function toDocument({ severity, code, message, note, source, span }: Finding) {
  return { severity, code, message, note, path: source.path, ...positionAt(source, span.start) };
}
