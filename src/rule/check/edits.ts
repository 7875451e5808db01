import type { Edit } from "../../text/finding.ts";
import type { Span } from "../../text/span.ts";
import type { Token } from "../lexer.ts";
import type { Fix } from "./remark.ts";

/** A text and its tokens. */
export interface Lexed {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** What a fix changes in a text, or `undefined` if it does not stand there as it was read. Comments are kept. */
export function editsOf(fix: Fix, lexed: Lexed): readonly Edit[] | undefined {
  return fix.kind === "leave_out"
    ? leaveOut(fix.part, fix.joint, lexed)
    : affirm([fix.outer, fix.inner], lexed);
}

/** The part goes with the joint before it, or if it is the first with the one after it. */
function leaveOut(part: Span, joint: "and" | "or", lexed: Lexed): readonly Edit[] | undefined {
  const { tokens } = lexed;
  let first = tokens.findIndex(({ start }) => start === part.start);
  let last = tokens.findLastIndex(({ end }) => end === part.end);
  if (first === -1 || last < first) return undefined;
  while (tokens[first - 1]?.text === "(" && tokens[last + 1]?.text === ")") {
    first -= 1;
    last += 1;
  }
  const isJoint = (index: number): boolean => tokens[index]?.word === joint;
  const stretch = (from: number, to: number): Span => ({
    start: tokens[from]!.start,
    end: tokens[to]!.end,
  });
  if (isJoint(first - 1)) {
    const pieces = [stretch(first - 1, first - 1), stretch(first, last)];
    return tidied(joined(pieces, lexed), "before", lexed);
  }
  if (!isJoint(last + 1)) return undefined;
  const pieces = [stretch(first, last), stretch(last + 1, last + 1)];
  return tidied(joined(pieces, lexed), "after", lexed);
}

/** Both words `not`, with the space after them. */
function affirm(negations: readonly Span[], lexed: Lexed): readonly Edit[] | undefined {
  const words = negations.map(({ start }) => lexed.tokens.find((each) => each.start === start));
  if (words.some((each) => each?.word !== "not")) return undefined;
  return tidied(words as readonly Token[], "after", lexed);
}

/** Pieces that have nothing but space between them as one. */
function joined(pieces: readonly Span[], { text }: Lexed): readonly Span[] {
  const [first, second] = pieces;
  if (first === undefined || second === undefined) return pieces;
  if (text.slice(first.end, second.start).trim() !== "") return pieces;
  return [{ start: first.start, end: second.end }];
}

/** Takes pieces out, each with the space on one side of it; a line of which nothing is left goes as a whole. */
function tidied(
  pieces: readonly Span[],
  side: "before" | "after",
  { text }: Lexed,
): readonly Edit[] {
  return pieces.map(({ start, end }) => {
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const lineEnd = text.indexOf("\n", end) === -1 ? text.length : text.indexOf("\n", end);
    const isAlone = isBlank(text.slice(lineStart, start)) && isBlank(text.slice(end, lineEnd));
    if (isAlone) return { span: { start: Math.max(0, lineStart - 1), end: lineEnd }, text: "" };
    const before = /[ \t]*$/.exec(text.slice(lineStart, start))![0].length;
    const after = /^[ \t]*/.exec(text.slice(end, lineEnd))![0].length;
    const isFirst = lineStart + before === start;
    return side === "before" && !isFirst
      ? { span: { start: start - before, end }, text: "" }
      : { span: { start, end: end + after }, text: "" };
  });
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
