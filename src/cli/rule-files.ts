import type { Vocabulary } from "../model/vocabulary.ts";
import type { Segment } from "../rule/ast.ts";
import { parseRules } from "../rule/parser.ts";
import type { Source } from "../text/span.ts";
import { nameOf, readText } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** A rule file, the words that hold before its first line, and its segments. */
export interface RuleFile {
  readonly path: string;
  readonly source: Source;
  readonly vocabulary: Vocabulary;
  readonly segments: readonly Segment[];
}

/** Reads rule files that are to be rewritten, whatever is wrong with their rules; the words that one defines hold in those
 *  after it. `mistakes` tells of those that cannot be read. */
export function readRuleFiles(
  paths: readonly string[],
  base: Vocabulary,
  terminal: Terminal,
): { readonly files: readonly RuleFile[]; readonly mistakes: readonly string[] } {
  const files: RuleFile[] = [];
  const mistakes: string[] = [];
  let vocabulary = base;
  for (const path of paths) {
    const text = readText(path, terminal);
    if (text.kind === "refused") {
      mistakes.push(...text.mistakes);
      continue;
    }
    const source = { path: nameOf(path), text: text.value };
    const parsed = parseRules(source, vocabulary);
    files.push({ path, source, vocabulary, segments: parsed.segments });
    vocabulary = parsed.vocabulary;
  }
  return { files, mistakes };
}
