import type { Command } from "commander";
import { checkRules } from "../rule/check.ts";
import type { Finding } from "../text/finding.ts";
import { sortFindings } from "../text/finding.ts";
import { drawFinding } from "../text/frame.ts";
import { positionAt } from "../text/span.ts";
import { optionsOf } from "./context.ts";
import type { Context } from "./context.ts";
import { refuse } from "./refusal.ts";
import { readRules } from "./rules-input.ts";

interface Options {
  readonly vocabulary?: string;
}

/** Adds `check`: what is wrong with rules, without running them. It ends with 2 if a file cannot run, and with 1 if one
 *  could but should not. */
export function registerCheck(program: Command, context: Context): void {
  const command = program
    .command("check")
    .description("find what is wrong with rules, without running them")
    .argument("[files...]", "*.segment files, folders or globs", ["scenarios"])
    .option("--vocabulary <file>", "more words: a file with a vocabulary block, or a preset");
  command.action((files: string[]) => run(command, files, context));
}

function run(command: Command, files: readonly string[], context: Context): void {
  const options = optionsOf<Options>(command);
  const { terminal } = context;
  const { vocabulary } = options;
  const rules = readRules(
    { rules: files, ...(vocabulary === undefined ? {} : { vocabulary }) },
    terminal,
  );
  if (rules.kind === "refused") return refuse(context, rules.mistakes);
  const { findings: unreadable, segments } = rules.value;
  const findings = sortFindings([...unreadable, ...checkRules(segments, rules.value)]);
  terminal.out(options.json ? toJson(findings) : draw(findings, segments.length));
  if (hasError(unreadable)) context.finish(2);
  else if (hasError(findings)) context.finish(1);
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some((each) => each.severity === "error");
}

function draw(findings: readonly Finding[], segments: number): string {
  const count = (severity: Finding["severity"]): number =>
    findings.filter((each) => each.severity === severity).length;
  const drawn = findings.map((each) => `${drawFinding(each)}\n\n`).join("");
  const totals = [
    plural(segments, "segment"),
    plural(count("error"), "error"),
    plural(count("warning"), "warning"),
    plural(count("hint"), "hint"),
  ];
  return `${drawn}${totals.join(", ")}\n`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function toJson(findings: readonly Finding[]): string {
  const documents = findings.map(({ severity, code, message, note, source, span }) => ({
    severity,
    code,
    message,
    note,
    path: source.path,
    ...positionAt(source, span.start),
  }));
  return `${JSON.stringify({ findings: documents }, undefined, 2)}\n`;
}
