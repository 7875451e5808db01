import type { Vocabulary } from "../model/vocabulary.ts";
import { type Finding, sortFindings } from "../text/finding.ts";
import type { Source } from "../text/span.ts";
import type { Segment } from "./ast.ts";
import { Cursor } from "./grammar/cursor.ts";
import type { Reading } from "./grammar/reading.ts";
import { readSegment } from "./grammar/segment.ts";
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
  const reading: Reading = { cursor: new Cursor(source), words: vocabulary, depth: 0 };
  const { cursor } = reading;
  const segments: Segment[] = [];
  let isEmpty = true;
  while (cursor.peek().kind !== "end") {
    cursor.parentheses = 0;
    if (cursor.acceptSymbol(";")) continue;
    if (cursor.accept("vocabulary")) readVocabularyBlock(reading);
    else if (cursor.is("segment")) {
      const segment = readSegment(reading);
      if (segment !== undefined) segments.push(segment);
    } else skipToSegment(reading);
    isEmpty = false;
  }
  if (isEmpty && cursor.findings.length === 0)
    cursor.report(cursor.peek(), {
      code: "NO_SEGMENT",
      message: 'the file holds no segment: write "segment", a name and "when"',
    });
  return { segments, vocabulary: reading.words, findings: sortFindings(cursor.findings) };
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

function skipToSegment({ cursor }: Reading): void {
  cursor.expected('"segment"', 'a rule begins with "segment", its name and "when"');
  do cursor.next();
  while (!cursor.isRule());
}
