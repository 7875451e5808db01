import type { Token } from "../lexer.ts";
import type { Span } from "../../text/span.ts";
import type { Line } from "./line.ts";

/** A text without mistakes, and what it consists of. */
export interface Written {
  readonly text: string;
  /** The last is of kind `end`. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
  /** In the author's order; at least one. */
  readonly lines: readonly Line[];
}

/** A comment and what stands around it. */
export interface Placed {
  /** Without spaces at its end. */
  readonly text: string;
  /** Whether something stands before it on its line. */
  readonly trailing: boolean;
  /** Whether an empty line stands before it, and after it. */
  readonly gaps: { readonly before: boolean; readonly after: boolean };
  /** The lines to which the tokens before and after it belong. */
  readonly above: Line | undefined;
  readonly below: Line | undefined;
  /** By how many characters it stands further in than what follows. */
  readonly inset: number;
}

/** Where each comment stands. */
export function placeComments({ text, tokens, comments, lines }: Written): readonly Placed[] {
  const owners = ownersOf(tokens, lines);
  let next = 0;
  return comments.map(({ start, end }, index): Placed => {
    while (tokens[next]!.kind !== "end" && tokens[next]!.start < start) next += 1;
    const isLast = tokens[next]!.kind === "end";
    const above = owners[next - 1];
    const nextStart = isLast ? text.length : tokens[next]!.start;
    const from = Math.max(tokens[next - 1]?.end ?? 0, comments[index - 1]?.end ?? 0);
    const to = Math.min(nextStart, comments[index + 1]?.start ?? nextStart);
    return {
      text: text.slice(start, end).trimEnd(),
      trailing: above !== undefined && lineEnds(text.slice(tokens[next - 1]!.end, start)) === 0,
      gaps: {
        before: lineEnds(text.slice(from, start)) > 1,
        after: lineEnds(text.slice(end, to)) > 1,
      },
      above: above === undefined ? undefined : lastOfSame(lines, above),
      below: isLast ? undefined : lines[owners[next]!],
      inset: columnOf(text, start) - (isLast ? 0 : columnOf(text, nextStart)),
    };
  });
}

/** The index of the line to which each token belongs, the end apart. */
function ownersOf(tokens: readonly Token[], lines: readonly Line[]): readonly number[] {
  let line = 0;
  return tokens.slice(0, -1).map((token) => {
    while (line < lines.length - 1 && token.start >= lines[line]!.span.end) line += 1;
    // What stands between two lines opens the second, unless it closes the first.
    const isBetween = line > 0 && token.start < lines[line]!.span.start;
    const closes = token.kind === "symbol" && [")", ",", ";"].includes(token.text);
    return isBetween && closes ? line - 1 : line;
  });
}

/** The last of the lines that were made of the same stretch as this one: `between 1 and 3` makes two. */
function lastOfSame(lines: readonly Line[], index: number): Line {
  const { span } = lines[index]!;
  let last = index;
  while (lines[last + 1]?.span.start === span.start && lines[last + 1]?.span.end === span.end)
    last += 1;
  return lines[last]!;
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function columnOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && !/[\n\r]/.test(text[start - 1]!)) start -= 1;
  return at - start;
}
