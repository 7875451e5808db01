import type { Span } from "../text/span.ts";
import { readText } from "./quote.ts";

/** The smallest part of a rule's text that means something. */
export interface Token extends Span {
  readonly kind: "word" | "text" | "number" | "time" | "symbol" | "end";
  /** A word, number or time as written; a text without quotes; a symbol in its plain spelling (`<=` for `≤`). */
  readonly text: string;
  /** The word in small letters, by which keywords are known; empty for everything else. */
  readonly word: string;
  /** A text whose closing quote is missing. */
  readonly unclosed?: boolean;
}

// Zero-width characters come along when text is pasted from web pages.
const SPACE = /[\s\u200b-\u200d\u2060]+/y;
const COMMENT = /#[^\n\r]*/y;
const WORD = /[\p{L}_$][\p{L}\p{N}\p{M}_$]*(?:\.[\p{L}_$][\p{L}\p{N}\p{M}_$]*)*/uy;
const TIME = /\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?(?!\d)/y;
// Whatever sticks to a number belongs to it, `48h`, `1h30min`, `10_000`: what it is worth is decided by who asks.
const NUMBER = /\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:[\p{L}\p{N}\p{M}_]|\.(?=\d))*/iuy;
// What programmers write for `and` and `or` is refused, but understood, so that it is one mistake and not two.
const JOINT = /&&?|\|\|?/y;
const SYMBOL = /\.\.\.?|…|<=|>=|<>|!=|==|[=<>≤≥≠(),:;+%\-‐‑‒–—−]/y;

const PLAIN_SYMBOLS: Readonly<Record<string, string>> = {
  "...": "..",
  "…": "..",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "<>": "!=",
  "==": "=",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "−": "-",
};

/** The tokens of a text in its order, the last one of kind `end`; the stretches that do not belong in a rule; the comments,
 *  each from its `#` to the end of its line. Takes any text whatever, in time linear in its length. */
export function tokensOf(text: string): {
  readonly tokens: readonly Token[];
  readonly strays: readonly Span[];
  readonly comments: readonly Span[];
} {
  const tokens: Token[] = [];
  const comments: Span[] = [];
  const strays: { start: number; end: number }[] = [];
  let at = skipBlank(text, 0, comments);
  while (at < text.length) {
    const joint = matchAt(JOINT, text, at);
    const token = joint === undefined ? tokenAt(text, at) : jointToken(joint, at);
    const last = strays.at(-1);
    if (joint !== undefined) strays.push({ start: at, end: at + joint.length });
    if (token !== undefined) tokens.push(token);
    else if (last?.end === at) last.end += 1;
    else strays.push({ start: at, end: at + 1 });
    at = skipBlank(text, token?.end ?? at + 1, comments);
  }
  const end = tokens.at(-1)?.end ?? 0;
  tokens.push({ kind: "end", text: "", word: "", start: end, end });
  return { tokens, strays, comments };
}

/** The first place from `from` on where neither space nor comment stands; comments on the way are noted. */
function skipBlank(text: string, from: number, comments: Span[]): number {
  let at = from;
  for (;;) {
    const space = matchAt(SPACE, text, at);
    const comment = space === undefined ? matchAt(COMMENT, text, at) : undefined;
    const found = space ?? comment;
    if (found === undefined) return at;
    if (comment !== undefined) comments.push({ start: at, end: at + comment.length });
    at += found.length;
  }
}

function tokenAt(text: string, start: number): Token | undefined {
  const word = matchAt(WORD, text, start);
  if (word !== undefined) return token("word", word, start);
  const time = matchAt(TIME, text, start);
  if (time !== undefined) return token("time", time, start);
  const number = matchAt(NUMBER, text, start);
  if (number !== undefined) return token("number", number, start);
  const symbol = matchAt(SYMBOL, text, start);
  if (symbol !== undefined) return symbolToken(symbol, start);
  const quoted = readText(text, start);
  if (quoted === undefined) return undefined;
  const { value, end, closed } = quoted;
  return { kind: "text", text: value, word: "", start, end, ...(closed ? {} : { unclosed: true }) };
}

function token(kind: "word" | "time" | "number", text: string, start: number): Token {
  const word = kind === "word" ? text.toLowerCase() : "";
  return { kind, text, word, start, end: start + text.length };
}

function symbolToken(written: string, start: number): Token {
  const text = PLAIN_SYMBOLS[written] ?? written;
  return { kind: "symbol", text, word: "", start, end: start + written.length };
}

function jointToken(written: string, start: number): Token {
  const word = written.startsWith("&") ? "and" : "or";
  return { kind: "word", text: written, word, start, end: start + written.length };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
