import { expect } from "vitest";
import { type CheckContext, checkRules } from "../../../src/rule/check.ts";
import { parseRules } from "../../../src/rule/parser.ts";
import { defaultVocabulary } from "../../../src/rule/vocabulary.ts";
import type { Finding } from "../../../src/text/finding.ts";

/** What a check finds in a text that parses without a finding. */
export function findingsOf(text: string, context: Partial<CheckContext> = {}): readonly Finding[] {
  const source = { path: "a.segment", text };
  const { segments, vocabulary, findings } = parseRules(source, defaultVocabulary);
  expect(findings).toEqual([]);
  return checkRules(segments, { sourceOf: () => source, vocabulary, ...context });
}

/** The same as `severity CODE marked text`, without advice on the number of signals. */
export function check(text: string, context: Partial<CheckContext> = {}): readonly string[] {
  return findingsOf(text, context)
    .filter(({ code }) => !code.endsWith("_SIGNALS"))
    .map(({ severity, code, span }) => `${severity} ${code} ${text.slice(span.start, span.end)}`);
}
