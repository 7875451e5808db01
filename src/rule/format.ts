import type { Vocabulary } from "../model/vocabulary.ts";
import type { Finding } from "../text/finding.ts";
import type { Source } from "../text/span.ts";
import { attachComments } from "./format/attach.ts";
import { layoutOf } from "./format/layout.ts";
import { drawLine } from "./format/line.ts";
import { readRuleFile } from "./grammar/file.ts";
import { tokensOf } from "./lexer.ts";

/** A rule file in canonical form, or what keeps it from being read. */
export type Formatted = { readonly text: string } | { readonly findings: readonly Finding[] };

/** The canonical form of a rule file: what it says stays the same, its comments stay at the clause or condition at which
 *  they stand, and its segments and vocabulary blocks keep their order. One with errors is left alone. */
export function formatRules(source: Source, vocabulary: Vocabulary): Formatted {
  const { parts, findings } = readRuleFile(source, vocabulary);
  if (findings.some((each) => each.severity === "error")) return { findings };
  const { tokens, comments } = tokensOf(source.text);
  const layouts = parts.map((part) => layoutOf(part, tokens));
  const lines = layouts.flatMap(({ written }) => written);
  const tail = attachComments({ text: source.text, tokens, comments, lines });
  const blocks = layouts.map(({ printed }) =>
    printed.flatMap((line, index) => drawLine(line, index === 0)).join("\n"),
  );
  const end = tail.map(({ text, gap }) => `${gap ? "\n" : ""}${text}\n`);
  return { text: `${blocks.join("\n\n")}\n${end.join("")}` };
}
