import type { Span } from "../../text/span.ts";
import type { SendAction } from "../ast.ts";
import type { FilePart } from "../grammar/file.ts";
import type { PlacedClause } from "../grammar/segment.ts";
import type { Token } from "../lexer.ts";
import { linesOfWhen, printClauses, printHead } from "../print/segment.ts";
import { printEntry } from "./entry.ts";
import { type Line, lineOf } from "./line.ts";

/** The lines of a part of a file: as the author ordered them, and as they are printed. */
export interface Layout {
  readonly written: readonly Line[];
  readonly printed: readonly Line[];
}

/** Lays out a part of a file whose tokens are given. */
export function layoutOf(part: FilePart, tokens: readonly Token[]): Layout {
  return part.kind === "segment" ? layoutSegment(part, tokens) : layoutVocabulary(part, tokens);
}

function layoutVocabulary(
  { span, entries }: Extract<FilePart, { readonly kind: "vocabulary" }>,
  tokens: readonly Token[],
): Layout {
  const head = lineOf("vocabulary", headOf(span, entries[0]?.span), true);
  const lines = entries.map((entry) =>
    lineOf(`  ${printEntry(entry, tokensIn(tokens, entry.span))}`, entry.span, false),
  );
  return { written: [head, ...lines], printed: [head, ...lines] };
}

function layoutSegment(
  part: Extract<FilePart, { readonly kind: "segment" }>,
  tokens: readonly Token[],
): Layout {
  const { segment, clauses, span } = part;
  const head = lineOf(printHead(segment), headOf(span, clauses[0]?.span), true);
  const groups = printClauses(segment).map(({ name, number, lines }) => {
    const placed = clauses.filter((each) => each.name === name)[number]!;
    const spans = spansOf(part, placed, tokens);
    return {
      at: placed.span.start,
      lines: lines.map((text, index) => lineOf(text, spans[index]!, index === 0)),
    };
  });
  const written = groups.toSorted((a, b) => a.at - b.at);
  return {
    written: [head, ...written.flatMap(({ lines }) => lines)],
    printed: [head, ...groups.flatMap(({ lines }) => lines)],
  };
}

/** From the first word of a part to what comes first in it. */
function headOf({ start, end }: Span, first: Span | undefined): Span {
  return { start, end: first?.start ?? end };
}

/** Where each line of a clause was written. */
function spansOf(
  { segment, clauses }: Extract<FilePart, { readonly kind: "segment" }>,
  { name, span }: PlacedClause,
  tokens: readonly Token[],
): readonly Span[] {
  switch (name) {
    case "when": {
      const conditions = linesOfWhen(segment.when).map((each) => each.span);
      return conditions.map(({ start, end }, index) => ({
        start: index === 0 ? span.start : start,
        end: index === conditions.length - 1 ? span.end : end,
      }));
    }
    case "then":
      return sendSpans(segment.then!, span, tokens);
    case "followUps": {
      const placed = clauses.filter((each) => each.name === name);
      const number = placed.findIndex((each) => each.span === span);
      return sendSpans(segment.followUps![number]!.send, span, tokens);
    }
    default:
      return [span];
  }
}

/** A send has a line for its subject, with what stands before it, and one for each value, with the word that joins it to
 *  what stands before. */
function sendSpans(send: SendAction, span: Span, tokens: readonly Token[]): readonly Span[] {
  const written = tokensIn(tokens, { start: send.span.start, end: span.end });
  const values = written.flatMap((token, index) => {
    const [before, after] = [written[index - 1], written[index + 1]];
    if (after?.kind !== "symbol" || after.text !== "=") return [];
    const isJoined = before?.word === "with" || before?.word === "and";
    return [isJoined ? before.start : token.start];
  });
  const starts = [span.start, ...values];
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? span.end }));
}

/** The tokens inside a span. */
function tokensIn(tokens: readonly Token[], { start, end }: Span): readonly Token[] {
  const from = firstFrom(tokens, start);
  let to = from;
  while (to < tokens.length && tokens[to]!.kind !== "end" && tokens[to]!.end <= end) to += 1;
  return tokens.slice(from, to);
}

/** The index of the first token that begins at `start` or later; tokens ascend. */
function firstFrom(tokens: readonly Token[], start: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
