import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { checkRules } from "../../src/rule/check.ts";
import { RULE_HELP } from "../../src/rule/error.ts";
import { formatRules } from "../../src/rule/format.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { printCondition, printSegment } from "../../src/rule/printer.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";

const README = readFileSync(new URL("../../src/rule/README.md", import.meta.url), "utf8");
const EXAMPLES = [...README.matchAll(/^```segment\n(.*?)^```$/gms)].map((match) => match[1]!);
const RULES = new URL("../../scenarios/rules/", import.meta.url);

/** The code in the cells of the rows below a heading of a table. */
function rowsBelow(heading: string): readonly (readonly (readonly string[])[])[] {
  const [, below = ""] = README.split(`\n| ${heading} |`);
  const table = below.slice(0, below.indexOf("\n\n")).split("\n").slice(2);
  const codeIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
  return table.map((row) => row.split("|").slice(1, -1).map(codeIn));
}

test("the manual has examples of everything", () => {
  expect(EXAMPLES.length).toBeGreaterThan(25);
});

test.each(EXAMPLES)("the manual's example parses: %s", (text) => {
  const source = { path: "README.segment", text };
  const { segments, findings } = parseRules(source, defaultVocabulary);
  expect(findings).toEqual([]);
  expect(segments.length).toBeGreaterThan(0);
  const checked = checkRules(segments, { sourceOf: () => source });
  expect(checked.filter((each) => each.severity === "error")).toEqual([]);
  expect(formatRules(source, defaultVocabulary)).toEqual({ text });
});

test("the manual shows every kind of condition and every clause", () => {
  const seen = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      seen.add(key === "kind" ? String(value) : key);
      visit(value);
    }
  };
  for (const text of EXAMPLES)
    visit(parseRules({ path: "README.segment", text }, defaultVocabulary).segments);
  const kinds =
    "and or not some count aggregate recency sequence held device place attribute instant fresh consent session in_session in_segment segment_change weekday local_time clock_time last ever calendar since";
  const clauses =
    "refines evidence when relax until then followUps unless gate coolOff reEnter staleAfter caps quietHours priority holdout";
  for (const each of `${kinds} ${clauses}`.split(" ")) expect(seen).toContain(each);
});

const SPELLINGS = rowsBelow("you may write | which is printed").map((cells) => cells.flat());

test.each(SPELLINGS)("%s is printed %s", (...both) => {
  for (const text of both) {
    const source = { path: "a.segment", text: `segment a when ${text}` };
    const { segments, findings } = parseRules(source, defaultVocabulary);
    expect(findings).toEqual([]);
    expect(printCondition(segments[0]!.when)).toBe(both[1]);
  }
});

const WINDOWS = rowsBelow("window | which events").flatMap(([cell]) => cell!);

test.each(WINDOWS)("the window %s is understood where it belongs", (window) => {
  const count = `opens >= 1 ${window === "utc" ? "today utc" : window}`;
  const text =
    window === "since send"
      ? `segment a when vip = true after 1d unless ${count} send email "A"`
      : `segment a when vip = true until ${count}`;
  expect(parseRules({ path: "a", text }, defaultVocabulary).findings).toEqual([]);
});

test("the manual's table has every code, with its meaning", () => {
  const rows = README.split("\n").filter((line) => /^\| `[A-Z_]+` \|/.test(line));
  const codes = Object.entries(RULE_HELP);
  expect(rows).toEqual(codes.map(([code, { meaning }]) => `| \`${code}\` | ${meaning} |`));
});

const SHIPPED = readdirSync(RULES)
  .filter((name) => name.endsWith(".segment"))
  .map((name) => {
    const source = { path: name, text: readFileSync(new URL(name, RULES), "utf8") };
    return { source, ...parseRules(source, defaultVocabulary) };
  });

test("the shipped rules are sound together", () => {
  const segments = SHIPPED.flatMap((each) => each.segments);
  const sourceOf = (segment: (typeof segments)[number]) =>
    SHIPPED.find((each) => each.segments.includes(segment))!.source;
  const checked = checkRules(segments, { sourceOf });
  expect(checked.filter((each) => each.severity === "error")).toEqual([]);
});

test.each(SHIPPED)(
  "the shipped rule $source.path is called after its file, canonical, and has a comment above it",
  ({ source, segments, findings }) => {
    expect(findings).toEqual([]);
    expect(segments.map((each) => each.name)).toEqual([
      source.path.replace(".segment", "").replaceAll("-", "_"),
    ]);
    // Several of them say the same in other words, so that one would shadow the other: each is looked at alone.
    const checked = checkRules(segments, { sourceOf: () => source });
    expect(checked.filter((each) => each.severity === "warning")).toEqual([]);
    expect(source.text).toMatch(/^# \S/);
    if (source.path !== "article-evening-offer.segment")
      expect(source.text.endsWith(printSegment(segments[0]!))).toBe(true);
  },
);
