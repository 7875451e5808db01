import type { Vocabulary } from "../model/vocabulary.ts";
import type { Edit, Finding } from "../text/finding.ts";
import type { Source } from "../text/span.ts";
import type { Segment } from "./ast.ts";
import { checkRules } from "./check.ts";
import { isSameSegment } from "./fix/same.ts";
import { spellingOf } from "./fix/spelling.ts";
import { type ParsedRules, parseRules } from "./parser.ts";

/** What the fixing of a file must know besides its text. */
export interface FixContext {
  /** The words that hold before its first line. */
  readonly vocabulary: Vocabulary;
  /** The segments of other files. */
  readonly others: readonly Segment[];
}

/** A text with its safe mistakes put right. */
export interface Fixed {
  readonly text: string;
  /** What was found and put right, in that order; each in the text as it was then. */
  readonly done: readonly Finding[];
}

/** Puts right what is safe, on the author's own text: names that one letter away are known, and what can be left out with
 *  proof that the members stay exactly the same. Fixing a fixed text changes nothing. */
export function fixRules(source: Source, context: FixContext): Fixed {
  const done: Finding[] = [];
  const refused = new Set<string>();
  let current = source;
  for (;;) {
    const step = nextStep(current, context, refused);
    if (step === undefined) return { text: current.text, done };
    current = step.source;
    done.push(step.finding);
  }
}

interface Step {
  readonly finding: Finding;
  readonly source: Source;
}

/** The first fix that proves safe; what does not is remembered, so that it is not tried again. */
function nextStep(source: Source, context: FixContext, refused: Set<string>): Step | undefined {
  const before = parseRules(source, context.vocabulary);
  for (const finding of findingsOf(source, before, context)) {
    const edits = finding.fix ?? spellingOf(finding, before.vocabulary);
    const key = `${finding.code} ${source.text.slice(finding.span.start, finding.span.end)}`;
    if (edits === undefined || refused.has(key)) continue;
    const edited = { ...source, text: edit(source.text, edits) };
    const after = parseRules(edited, context.vocabulary);
    if (isSafe(before, after, context))
      return { finding: { ...finding, fix: edits }, source: edited };
    refused.add(key);
  }
  return undefined;
}

function findingsOf(
  source: Source,
  { segments, findings, vocabulary }: ParsedRules,
  { others }: FixContext,
): readonly Finding[] {
  if (errorsOf(findings) > 0) return findings;
  const own = new Set(segments.map(({ name }) => name));
  const known = others.filter(({ name }) => !own.has(name));
  const checked = checkRules(segments, { sourceOf: () => source, vocabulary, known });
  return [...findings, ...checked];
}

/** Whether an edit took a mistake away, or changed nothing that a segment does. */
function isSafe(before: ParsedRules, after: ParsedRules, { others }: FixContext): boolean {
  if (after.findings.length < before.findings.length)
    return errorsOf(after.findings) <= errorsOf(before.findings);
  return (
    errorsOf(before.findings) === 0 &&
    errorsOf(after.findings) === 0 &&
    before.segments.length === after.segments.length &&
    before.segments.every((segment, index) =>
      isSameSegment(segment, after.segments[index]!, [...before.segments, ...others]),
    )
  );
}

function errorsOf(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === "error").length;
}

/** The text with its edits made; they do not overlap. */
function edit(text: string, edits: readonly Edit[]): string {
  const last = edits.toSorted((a, b) => b.span.start - a.span.start);
  return last.reduce(
    (edited, { span, text: written }) =>
      edited.slice(0, span.start) + written + edited.slice(span.end),
    text,
  );
}
