import type { Vocabulary } from "../model/vocabulary.ts";
import { type Finding, sortFindings } from "../text/finding.ts";
import type { Source } from "../text/span.ts";
import type { Segment } from "./ast.ts";
import { Cursor } from "./grammar/cursor.ts";
import { readRuleFile } from "./grammar/file.ts";
import type { Reading } from "./grammar/reading.ts";
import { readVocabularyBlock } from "./grammar/vocabulary/block.ts";

/** What a rule file says. If a finding is an error, `segments` must not be run. */
export interface ParsedRules {
  readonly segments: readonly Segment[];
  /** The words that were given, and those of the file's own vocabulary blocks. */
  readonly vocabulary: Vocabulary;
  readonly findings: readonly Finding[];
}

/** Reads the segments and vocabulary blocks of a file; all mistakes are found in one pass, in the order of the text. Takes
 *  any text whatever, and never throws. */
export function parseRules(source: Source, vocabulary: Vocabulary): ParsedRules {
  const file = readRuleFile(source, vocabulary);
  const segments = file.parts.flatMap((part) => (part.kind === "segment" ? [part.segment] : []));
  return { segments, vocabulary: file.vocabulary, findings: file.findings };
}

/** Reads a file that holds vocabulary blocks only. */
export function parseVocabulary(
  source: Source,
  base: Vocabulary,
): { readonly vocabulary: Vocabulary; readonly findings: readonly Finding[] } {
  const reading: Reading = { cursor: new Cursor(source), words: base, depth: 0 };
  const { cursor } = reading;
  while (cursor.peek().kind !== "end") {
    if (cursor.acceptSymbol(";")) continue;
    if (cursor.accept("vocabulary")) {
      readVocabularyBlock(reading);
      continue;
    }
    cursor.expected('"vocabulary"');
    do cursor.next();
    while (cursor.peek().kind !== "end" && !cursor.is("vocabulary"));
  }
  return { vocabulary: reading.words, findings: sortFindings(cursor.findings) };
}
