import type { Vocabulary } from "../model/vocabulary.ts";
import { type Finding, sortFindings } from "../text/finding.ts";
import { didYouMean } from "../text/suggest.ts";
import type { Source } from "../text/span.ts";
import type { Duration } from "../time/duration.ts";
import type { Condition, Segment, SendAction } from "./ast.ts";
import { bindThings } from "./binding.ts";
import { readCondition, startsCondition } from "./grammar/condition.ts";
import { Cursor } from "./grammar/cursor.ts";
import { isReserved } from "./grammar/keywords.ts";
import { readLength } from "./grammar/length.ts";
import type { Reading } from "./grammar/reading.ts";
import { readSend } from "./grammar/send.ts";
import { readVocabularyBlock } from "./grammar/vocabulary-block.ts";
import type { Token } from "./lexer.ts";

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
  while (cursor.peek().kind !== "end" && !cursor.is("segment") && !cursor.is("vocabulary"));
}

/** The clauses of a segment as far as they were read; `null` stands for one that was wrong. */
interface Clauses {
  when?: Condition | null;
  then?: SendAction | null;
  coolOff?: Duration | null;
}

function readSegment(reading: Reading): Segment | undefined {
  const { cursor } = reading;
  const start = cursor.next();
  const name = readName(reading);
  const clauses: Clauses = {};
  while (!isNextFile(cursor)) readClause(reading, clauses);
  const { when, then, coolOff } = clauses;
  if (when === undefined) {
    const message = 'the segment does not say who is in it: write "when" and a condition';
    cursor.report(start, { code: "MISSING_WHEN", message });
  }
  if (!when) return undefined;
  return {
    kind: "segment",
    span: cursor.spanFrom(start),
    name: name ?? nameOf(cursor.source.path),
    named: name !== undefined,
    when,
    ...(then ? { then } : {}),
    ...(typeof coolOff === "number" ? { coolOff } : {}),
  };
}

function isNextFile(cursor: Cursor): boolean {
  return cursor.peek().kind === "end" || cursor.is("segment") || cursor.is("vocabulary");
}

/** Reads the segment's name, if one is written; all up to the next clause belongs to it. */
function readName({ cursor }: Reading): string | undefined {
  const token = cursor.peek();
  if (cursor.isClause() || token.kind === "end") return undefined;
  cursor.next();
  cursor.acceptSymbol(":");
  const isOne = token.kind === "word" && cursor.isClause();
  if (isOne && !isReserved(token.text)) return token.text;
  while (!cursor.isClause()) cursor.next();
  const written = cursor.source.text.slice(token.start, cursor.last().end);
  const wanted = nameOf(written.slice(0, 60));
  const advice = isOne || wanted === "" ? 'expected a name and "when"' : `write ${wanted}`;
  const code = isOne ? "RESERVED_NAME" : "UNEXPECTED";
  cursor.report(cursor.spanFrom(token), {
    code,
    message: `"${written.slice(0, 60)}" is no name: ${advice}`,
  });
  return undefined;
}

/** The name that a segment without one has: that of its file, `evening-offer.segment` → `evening_offer`. */
function nameOf(path: string): string {
  const base = path.split(/[\\/]/).at(-1) ?? "";
  return base.replace(/(.)\..*$/s, "$1").replace(/[^\p{L}\p{N}]+/gu, "_");
}

function readClause(reading: Reading, clauses: Clauses): void {
  const { cursor } = reading;
  const start = cursor.peek();
  const before = cursor.findings.length;
  cursor.parentheses = 0;
  if (cursor.accept("when")) {
    checkOnce(reading, start, clauses.when);
    clauses.when = readWhen(reading) ?? null;
  } else if (cursor.accept("then")) {
    checkOnce(reading, start, clauses.then);
    clauses.then = readSend(reading) ?? null;
  } else if (acceptCoolOff(cursor)) {
    checkOnce(reading, start, clauses.coolOff);
    clauses.coolOff = readLength(cursor) ?? null;
  } else {
    complainOfRest(reading);
    return;
  }
  if (!cursor.isClause() && cursor.findings.length === before) complainOfRest(reading);
  while (!cursor.isClause()) cursor.next();
}

function complainOfRest({ cursor }: Reading): void {
  cursor.expected("and, or, when, then, cool off or the end");
  do cursor.next();
  while (!cursor.isClause());
}

function checkOnce({ cursor }: Reading, start: Token, earlier: unknown): void {
  if (earlier === undefined) return;
  const message = `a segment has one "${start.text}"`;
  cursor.report(start, { code: "REPEATED", message });
}

function acceptCoolOff(cursor: Cursor): boolean {
  if (cursor.accept("cool_off") || cursor.accept("cool", "off")) return true;
  if (!cursor.is("cool") || !cursor.isSymbol("-", 1) || cursor.peek(2).word !== "off") return false;
  for (let taken = 0; taken < 3; taken++) cursor.next();
  return true;
}

/** Reads the condition; where an `and` or `or` is missing it says so and reads on for further mistakes. */
function readWhen(reading: Reading): Condition | undefined {
  const { cursor } = reading;
  let condition = readCondition(reading);
  while (!cursor.isClause()) {
    condition = undefined;
    const { kind, text, word } = cursor.peek();
    const note = kind === "word" ? didYouMean(word, ["and", "or", "then", "segment"]) : undefined;
    if (cursor.findings.at(-1)?.span.start !== cursor.peek().start)
      cursor.expected("and, or, then or the end", note);
    if (kind === "symbol" || !startsCondition(reading, text)) cursor.next();
    else readCondition(reading);
  }
  return condition && bindAndComplain(reading, condition);
}

function bindAndComplain({ cursor }: Reading, condition: Condition): Condition | undefined {
  const { condition: bound, faults } = bindThings(condition);
  for (const { code, count } of faults) {
    const thing = count.of?.thing ?? "";
    const message =
      code === "THAT_WITHOUT_SAME"
        ? `"of that ${thing}" refers to nothing: write "of the same ${thing}" in a count of this "and"`
        : `"of the same ${thing}" needs a count that wants an event, such as "product_views >= 2 of the same ${thing}", in its "and"`;
    cursor.report(count.span, { code, message });
  }
  return faults.length === 0 ? bound : undefined;
}
