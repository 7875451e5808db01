import type { Source, Span } from "./span.ts";

/** How much a finding weighs: an error stops the run, a warning and a hint do not. */
export type Severity = "error" | "warning" | "hint";

/** A text to stand in place of a stretch of a source. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What was found in a text, as a value: what it is, where it stands, and what to write instead. */
export interface Finding {
  readonly severity: Severity;
  /** SCREAMING_SNAKE, stable, explained in a README. */
  readonly code: string;
  readonly message: string;
  readonly source: Source;
  readonly span: Span;
  /** Stands beside the caret: `did you mean "precision"?` */
  readonly note?: string | undefined;
  /** What a machine may do about it, if that is safe. */
  readonly fix?: readonly Edit[] | undefined;
}

/** Findings in the order of their files and places. The order of `findings` decides between files. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const paths = [...new Set(findings.map((each) => each.source.path))];
  const rank = (each: Finding): number => paths.indexOf(each.source.path);
  return findings.toSorted(
    (a, b) => rank(a) - rank(b) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
}
