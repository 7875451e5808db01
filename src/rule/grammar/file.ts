import type { Vocabulary } from "../../model/vocabulary.ts";
import { type Finding, sortFindings } from "../../text/finding.ts";
import type { Source, Span } from "../../text/span.ts";
import type { Segment } from "../ast.ts";
import { Cursor } from "./cursor.ts";
import type { Reading } from "./reading.ts";
import { type PlacedClause, readSegment } from "./segment.ts";
import { type Entry, readVocabularyBlock } from "./vocabulary/block.ts";

/** A part of a rule file, and where it stands. */
export type FilePart =
  | { readonly kind: "vocabulary"; readonly span: Span; readonly entries: readonly Entry[] }
  | {
      readonly kind: "segment";
      readonly span: Span;
      readonly segment: Segment;
      readonly clauses: readonly PlacedClause[];
    };

/** What a rule file says, part by part. */
export interface RuleFile {
  readonly parts: readonly FilePart[];
  /** The words that were given, and those of the file's own vocabulary blocks. */
  readonly vocabulary: Vocabulary;
  readonly findings: readonly Finding[];
}

/** Reads the segments and vocabulary blocks of a file; all mistakes are found in one pass, in the order of the text. Takes
 *  any text whatever, and never throws. */
export function readRuleFile(source: Source, vocabulary: Vocabulary): RuleFile {
  const reading: Reading = { cursor: new Cursor(source), words: vocabulary, depth: 0 };
  const { cursor } = reading;
  const parts: FilePart[] = [];
  let isEmpty = true;
  while (cursor.peek().kind !== "end") {
    cursor.parentheses = 0;
    if (cursor.acceptSymbol(";")) continue;
    const part = readPart(reading);
    if (part !== undefined) parts.push(part);
    isEmpty = false;
  }
  if (isEmpty && cursor.findings.length === 0)
    cursor.report(cursor.peek(), {
      code: "NO_SEGMENT",
      message: 'the file holds no segment: write "segment", a name and "when"',
    });
  return { parts, vocabulary: reading.words, findings: sortFindings(cursor.findings) };
}

function readPart(reading: Reading): FilePart | undefined {
  const { cursor } = reading;
  const start = cursor.peek();
  if (cursor.accept("vocabulary")) {
    const entries = readVocabularyBlock(reading);
    return { kind: "vocabulary", span: cursor.spanFrom(start), entries };
  }
  if (cursor.is("segment")) {
    const clauses: PlacedClause[] = [];
    const segment = readSegment(reading, clauses);
    return segment && { kind: "segment", span: cursor.spanFrom(start), segment, clauses };
  }
  cursor.expected('"segment"', 'a rule begins with "segment", its name and "when"');
  do cursor.next();
  while (!cursor.isRule());
  return undefined;
}
