import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { holds } from "../../src/reference/holds.ts";
import { membershipAt } from "../engine/play.ts";
import { type Block, readCases } from "./read.ts";

const folder = new URL(".", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".case"))
  .toSorted();
const blocks: readonly (readonly [string, Block])[] = files.flatMap((file) =>
  readCases(file, readFileSync(new URL(file, folder), "utf8")).map(
    (block) => [`${file}:${block.line}`, block] as const,
  ),
);

test("there are cases, and each has a question", () => {
  expect(blocks.length).toBeGreaterThan(30);
  for (const [, block] of blocks) expect(block.questions.length).toBeGreaterThan(0);
});

describe("the reference", () => {
  test.each(blocks)("%s", (_, { law, history, questions }) => {
    for (const { line, text, condition, at, member } of questions) {
      expect([line, text, holds(condition, history, at)], law).toEqual([line, text, member]);
    }
  });
});

describe("the engine", () => {
  test.each(blocks)("%s", (_, { law, history, questions }) => {
    for (const { line, text, condition, at, member } of questions) {
      expect([line, text, membershipAt(condition, history, [at])[0]], law).toEqual([
        line,
        text,
        member,
      ]);
    }
  });
});
