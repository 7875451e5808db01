import { fixRules } from "../rule/fix.ts";
import type { Edit, Finding } from "../text/finding.ts";
import { positionAt } from "../text/span.ts";
import { RULE_ENDING, STDIN, findFiles, writeText } from "./files.ts";
import { type Loaded, loaded, mistake, refused } from "./refusal.ts";
import { type RuleFile, readRuleFiles } from "./rule-files.ts";
import { loadVocabulary } from "./rules-input.ts";
import type { Terminal } from "./terminal.ts";

/** Puts right what is safe in rule files, and says what was; a file of which nothing is wrong is not written. */
export function fixFiles(
  names: readonly string[],
  vocabulary: string | undefined,
  terminal: Terminal,
): Loaded<readonly Finding[]> {
  const files = findFiles(names, { what: "rules", ending: RULE_ENDING });
  const words = loadVocabulary(vocabulary, terminal);
  const mistakes = [files, words].flatMap((each) => (each.kind === "refused" ? each.mistakes : []));
  if (files.kind === "refused" || words.kind === "refused") return refused(...mistakes);
  if (files.value.includes(STDIN))
    return refused(mistake("WRONG_VALUE", "--fix writes files, and standard input is none"));
  const read = readRuleFiles(files.value, words.value, terminal);
  if (read.mistakes.length > 0) return refused(...read.mistakes);
  const outcomes = read.files.map((file) => fixOne(file, read.files));
  const failed = outcomes.flatMap((each) => (each.kind === "refused" ? each.mistakes : []));
  if (failed.length > 0) return refused(...failed);
  return loaded(outcomes.flatMap((each) => (each.kind === "loaded" ? each.value : [])));
}

function fixOne(file: RuleFile, all: readonly RuleFile[]): Loaded<readonly Finding[]> {
  const { source, vocabulary } = file;
  const others = all.filter((each) => each !== file).flatMap(({ segments }) => segments);
  const { text, done } = fixRules(source, { vocabulary, others });
  if (text === source.text) return loaded([]);
  const written = writeText(source.path, text);
  return written.kind === "refused" ? written : loaded(done);
}

/** What was put right, a line for each. */
export function drawFixed(fixed: readonly Finding[]): string {
  const lines = fixed.map((finding) => {
    const { code, source, span } = finding;
    const { line, column } = positionAt(source, span.start);
    return `fixed ${source.path}:${line}:${column} ${code}: ${changesOf(finding).map(words).join(", ")}\n`;
  });
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}

/** What was taken out of the text, and what was written instead. */
export function changesOf({ source, fix = [] }: Finding): readonly Change[] {
  return fix.map(({ span, text }: Edit) => ({
    was: source.text.slice(span.start, span.end).trim(),
    is: text,
  }));
}

/** A piece of text before and after. */
export interface Change {
  readonly was: string;
  readonly is: string;
}

function words({ was, is }: Change): string {
  return is === "" ? `left out ${quoted(was)}` : `wrote ${quoted(is)} for ${quoted(was)}`;
}

function quoted(text: string): string {
  return `“${text.replaceAll(/\s+/g, " ")}”`;
}
