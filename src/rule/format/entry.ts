import type { Duration } from "../../time/duration.ts";
import { formatDuration } from "../../time/duration.ts";
import type { Entry } from "../grammar/vocabulary/block.ts";
import type { Token } from "../lexer.ts";
import { printMetricEntry, printPartEntry } from "../print/vocabulary.ts";
import { printWord } from "../print/value.ts";
import { quote } from "../quote.ts";

/** A line of a vocabulary block in canonical form. One that means less than it says, such as `use klaviyo`, is printed as
 *  it was written. */
export function printEntry({ kind, words }: Entry, tokens: readonly Token[]): string {
  switch (kind) {
    case "metric":
      return printMetricEntry(...only(words.metrics));
    case "part":
      return printPartEntry(...only(words.parts));
    case "attribute":
      return `attribute ${only(words.attributes).join(" ")}`;
    case "thing": {
      const [name, key] = only(words.things);
      return `thing ${name} = ${printWord(key)}`;
    }
    case "score":
      return `score ${words.scores![0]}`;
    case "device":
      return `device ${words.devices![0]}`;
    case "area":
      return `area ${words.areas![0]}`;
    case "session":
      return `session gap ${formatDuration(words.sessionGap as Duration)}`;
    case "use":
    case "event":
      return printTokens(tokens);
  }
}

function only<T>(words: Readonly<Record<string, T>> | undefined): readonly [string, T] {
  return Object.entries(words ?? {})[0]!;
}

/** The tokens with one space between two, none before a comma and none around a hyphen. */
function printTokens(tokens: readonly Token[]): string {
  let text = "";
  for (const [index, token] of tokens.entries()) {
    const isTight = isSymbol(token, ",-") || isSymbol(tokens[index - 1], "-");
    if (index > 0 && !isTight) text += " ";
    text += index === 0 ? token.word : printToken(token);
  }
  return text;
}

function isSymbol(token: Token | undefined, symbols: string): boolean {
  return token?.kind === "symbol" && symbols.includes(token.text);
}

function printToken({ kind, text }: Token): string {
  return kind === "text" ? quote(text) : text;
}
