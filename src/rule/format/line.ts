import type { Span } from "../../text/span.ts";

/** A comment at a line. */
export interface Comment {
  /** From its `#` on, without spaces at its end. */
  readonly text: string;
  /** Whether something stands before it on its line. */
  readonly trailing: boolean;
  /** Whether an empty line follows it. */
  readonly gap: boolean;
}

/** A line of the canonical text, what it was made of, and the comments that stand at it. */
export interface Line {
  readonly text: string;
  /** Where the author wrote what it says. */
  readonly span: Span;
  /** Whether it begins a clause or a part of the file. */
  readonly opens: boolean;
  /** Comments before and inside what it says, in their order; the last may stand at its end. */
  readonly comments: Comment[];
  /** Comments below it, further in than what follows. */
  readonly below: string[];
}

/** A line without comments. */
export function lineOf(text: string, span: Span, opens: boolean): Line {
  return { text, span, opens, comments: [], below: [] };
}

/** The line with its comments; `keepsGaps` keeps the empty lines between those before it. */
export function drawLine({ text, comments, below }: Line, keepsGaps: boolean): readonly string[] {
  const indent = /^ */.exec(text)![0];
  const last = comments.at(-1);
  const trailing = last?.trailing === true ? last : undefined;
  const before = trailing === undefined ? comments : comments.slice(0, -1);
  return [
    ...before.flatMap((each) => [indent + each.text, ...(keepsGaps && each.gap ? [""] : [])]),
    trailing === undefined ? text : `${text} ${trailing.text}`,
    ...below.map((each) => `  ${each}`),
  ];
}
