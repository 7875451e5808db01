import type { Finding } from "../../text/finding.ts";
import type { Source, Span } from "../../text/span.ts";
import type { RuleErrorCode } from "../error.ts";
import { type Token, tokensOf } from "../lexer.ts";
import { startsClause } from "./clause-start.ts";

/** What is wrong, in words; `note` stands beside the caret. */
export interface Complaint {
  readonly code: RuleErrorCode;
  readonly message: string;
  readonly note?: string | undefined;
  readonly severity?: "error" | "warning" | undefined;
}

/** A place in the tokens of one source, and what was found wrong so far. INVARIANT: it only ever moves on, so whoever
 *  loops until the end and takes at least one token per turn comes to it. */
export class Cursor {
  readonly source: Source;
  readonly findings: Finding[] = [];
  /** How many parentheses are open here. */
  parentheses = 0;
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(source: Source) {
    this.source = source;
    const { tokens, strays } = tokensOf(source.text);
    this.#tokens = tokens;
    for (const stray of strays) this.#reportStray(stray);
    for (const token of tokens) {
      if (token.unclosed === true)
        this.report(token, {
          code: "UNCLOSED_TEXT",
          message: "the text has no closing quote on its line",
        });
    }
  }

  /** The token `ahead` of the current one, or behind it; the last is of kind `end`. */
  peek(ahead = 0): Token {
    const index = Math.min(this.#index + ahead, this.#tokens.length - 1);
    return this.#tokens[Math.max(0, index)]!;
  }

  /** Takes the current token. The end is never left. */
  next(): Token {
    const token = this.peek();
    if (token.kind === "end") return token;
    this.#index += 1;
    if (token.text === "(" && token.kind === "symbol") this.parentheses += 1;
    if (token.text === ")" && token.kind === "symbol")
      this.parentheses = Math.max(0, this.parentheses - 1);
    return token;
  }

  /** The token taken last; before the first, the first. */
  last(): Token {
    return this.#tokens[Math.max(0, this.#index - 1)]!;
  }

  /** Whether the current tokens are these words, whatever their case. */
  is(...words: readonly string[]): boolean {
    return words.every((word, ahead) => this.peek(ahead).word === word);
  }

  /** Whether a symbol stands `ahead` of here. */
  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "symbol" && token.text === symbol;
  }

  /** Takes these words if they stand here. */
  accept(...words: readonly string[]): boolean {
    if (!this.is(...words)) return false;
    for (const _ of words) this.next();
    return true;
  }

  /** Takes a symbol if it stands here. */
  acceptSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.next();
    return true;
  }

  /** The stretch from `start` to the end of the last token taken. */
  spanFrom(start: Span): Span {
    return { start: start.start, end: Math.max(start.end, this.last().end) };
  }

  /** Notes a mistake and returns `undefined`, which stands for what could not be read. */
  report({ start, end }: Span, { code, message, note, severity }: Complaint): undefined {
    const noted = note === undefined ? {} : { note };
    const { source } = this;
    this.findings.push({
      severity: severity ?? "error",
      code,
      message,
      source,
      span: { start, end },
      ...noted,
    });
  }

  /** Says that something else should stand here. */
  expected(what: string, note?: string): undefined {
    const token = this.peek();
    // What was already reported as a character or quote gone wrong explains itself.
    const message = `expected ${what}, found ${describe(token)}`;
    const advice = note ?? (this.isSymbol(";") ? "a line end is enough" : undefined);
    return this.report(token, { code: "UNEXPECTED", message, note: advice });
  }

  /** Leaves what could not be read: goes on to the next `and`, `or`, closing parenthesis or clause that stands at this
   *  depth of parentheses, or to where `stops` says. */
  recover(depth: number, stops: () => boolean = () => false): void {
    while (!this.isClause()) {
      const isHere = this.parentheses <= depth;
      if (isHere && (this.is("and") || this.is("or") || this.isSymbol(")") || stops())) return;
      this.next();
    }
  }

  /** Takes the parenthesis that closes what was opened at this depth, and hands on what stood inside. If it is missing,
   *  says so once and leaves the parentheses. */
  close<T>(depth: number, inside: T | undefined): T | undefined {
    if (this.parentheses === depth && this.acceptSymbol(")")) return inside;
    if (inside !== undefined) this.expected('")"');
    while (!this.isClause() && this.parentheses >= depth) this.next();
    return undefined;
  }

  /** Whether a clause of a rule, the next rule or the end begins here, perhaps after a semicolon. */
  isClause(): boolean {
    return startsClause(this, this.isSymbol(";") ? 1 : 0);
  }

  /** Whether the next rule, a vocabulary or the end begins here. */
  isRule(): boolean {
    const { kind, word } = this.peek();
    return kind === "end" || ((word === "segment" || word === "vocabulary") && this.isClause());
  }

  #reportStray(stray: Span): void {
    const shown = this.source.text.slice(stray.start, Math.min(stray.end, stray.start + 20));
    this.report(stray, {
      code: "UNEXPECTED_CHARACTER",
      message: `${JSON.stringify(shown)} has no meaning here`,
      note: ADVICE[shown],
    });
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  "&&": "write and",
  "&": "write and",
  "||": "write or",
  "|": "write or",
  "!": "write not",
};

/** A token as a message names it. */
function describe(token: Token): string {
  if (token.kind === "end") return "the end";
  return token.kind === "text" ? "a text in quotes" : `"${token.text}"`;
}
