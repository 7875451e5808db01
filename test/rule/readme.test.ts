import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { checkRules } from "../../src/rule/check.ts";
import { RULE_HELP } from "../../src/rule/error.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { printSegment } from "../../src/rule/printer.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";

const README = readFileSync(new URL("../../src/rule/README.md", import.meta.url), "utf8");
const EXAMPLES = [...README.matchAll(/^```segment\n(.*?)^```$/gms)].map((match) => match[1]!);
const RULES = new URL("../../scenarios/rules/", import.meta.url);

test("the manual has examples of everything", () => {
  expect(EXAMPLES.length).toBeGreaterThan(10);
});

test.each(EXAMPLES)("the manual's example parses: %s", (text) => {
  const source = { path: "README.segment", text };
  const { segments, findings } = parseRules(source, defaultVocabulary);
  expect(findings).toEqual([]);
  expect(segments).toHaveLength(1);
  const checked = checkRules(segments, { sourceOf: () => source });
  expect(checked.filter((each) => each.severity === "error")).toEqual([]);
});

test("the first example is in canonical form, as it says", () => {
  const { segments } = parseRules(
    { path: "README.segment", text: EXAMPLES[0]! },
    defaultVocabulary,
  );
  expect(EXAMPLES[0]).toBe(
    `# A comment runs to the end of its line.\n${printSegment(segments[0]!)}`,
  );
});

test("the manual's table has every code, with its meaning", () => {
  for (const [code, { meaning }] of Object.entries(RULE_HELP))
    expect(README).toContain(`| \`${code}\` | ${meaning} |`);
  expect(README.match(/^\| `[A-Z_]+` \|/gm)).toHaveLength(Object.keys(RULE_HELP).length);
});

test.each(readdirSync(RULES).filter((name) => name.endsWith(".segment")))(
  "the shipped rule %s is sound, called after its file, canonical, and has a comment above it",
  (name) => {
    const source = { path: name, text: readFileSync(new URL(name, RULES), "utf8") };
    const { segments, findings } = parseRules(source, defaultVocabulary);
    expect(findings).toEqual([]);
    expect(segments.map((each) => each.name)).toEqual([
      name.replace(".segment", "").replaceAll("-", "_"),
    ]);
    const checked = checkRules(segments, { sourceOf: () => source });
    expect(checked.filter((each) => each.severity !== "hint")).toEqual([]);
    expect(source.text).toMatch(/^# \S/);
    if (name !== "article-evening-offer.segment")
      expect(source.text.endsWith(printSegment(segments[0]!))).toBe(true);
  },
);
