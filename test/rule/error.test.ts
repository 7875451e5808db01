import { expect, test } from "vitest";
import { checkRules } from "../../src/rule/check.ts";
import { RULE_HELP } from "../../src/rule/error.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";

test.each(Object.entries(RULE_HELP))("%s is explained, and its example earns it", (code, help) => {
  expect(help.meaning).toMatch(/^.{40,}\.$/);
  const source = { path: "example.segment", text: help.example };
  const { segments, findings } = parseRules(source, defaultVocabulary);
  const checked = checkRules(segments, {
    sourceOf: () => source,
    vocabulary: defaultVocabulary,
    zoneSource: "none",
  });
  expect([...findings, ...checked].map((each) => each.code)).toContain(code);
});

test("an example of a mistake in a text earns nothing else", () => {
  for (const { example } of Object.values(RULE_HELP)) {
    const { findings } = parseRules({ path: "example.segment", text: example }, defaultVocabulary);
    expect(findings.length, example).toBeLessThanOrEqual(1);
  }
});
