import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Sender } from "../../src/engine/sender.ts";
import type { History } from "../../src/model/profile.ts";
import { holds } from "../../src/reference/holds.ts";
import { type Run, runReference } from "../../src/reference/run.ts";
import type { Condition } from "../../src/rule/ast.ts";
import type { Instant } from "../../src/time/instant.ts";
import { membershipAt } from "../engine/play.ts";
import { type Block, readCases } from "./read.ts";
import type { RunCase } from "./run.ts";
import { tell } from "./told.ts";

const folder = new URL(".", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".case"))
  .toSorted();
const blocks: readonly (readonly [string, Block])[] = files.flatMap((file) =>
  readCases(file, readFileSync(new URL(file, folder), "utf8")).map(
    (block) => [`${file}:${block.line}`, block] as const,
  ),
);

/** Something that reads the language: whether a condition holds, and what rules make of a profile. */
interface Reading {
  readonly holds: (condition: Condition, history: History, at: Instant) => boolean;
  readonly run: (rules: RunCase, history: History) => Omit<Run, "past">;
}

const reference: Reading = {
  holds,
  run: ({ segments, stretch, policy }, history) => runReference(segments, history, stretch, policy),
};

const engine: Reading = {
  holds: (condition, history, at) => membershipAt(condition, history, [at])[0]!,
  run: runEngine,
};

function runEngine({ segments, stretch, policy }: RunCase, history: History): Omit<Run, "past"> {
  const { defaultZone, profile, events } = history;
  const sender = new Sender(segments, { ...policy, defaultZone });
  sender.reset(profile, stretch.from);
  for (const event of events.toSorted((a, b) => a.arrivedAt - b.arrivedAt))
    if (event.arrivedAt <= stretch.to) sender.engine.push(event);
  sender.engine.advanceTo(stretch.to);
  return sender.outcome;
}

test("there are cases, and each asks something", () => {
  expect(blocks.length).toBeGreaterThan(30);
  for (const [name, { questions, run }] of blocks) {
    const asked =
      questions.length + (run?.questions.length ?? 0) + (run?.told.instants.length ?? 0);
    const tellsOfNothing = Object.values(run?.told ?? {}).some((lines) => lines?.length === 0);
    expect(asked > 0 || tellsOfNothing, name).toBe(true);
  }
});

describe.each([
  ["reference", reference],
  ["engine", engine],
] as const)("the %s", (_, reading) => {
  test.each(blocks)("%s", (__, { law, history, questions, run }) => {
    for (const { line, text, condition, at, member } of questions) {
      expect([line, text, reading.holds(condition, history, at)], law).toEqual([
        line,
        text,
        member,
      ]);
    }
    if (run !== undefined) askRun(law, run, reading.run(run, history));
  });
});

function askRun(
  law: string,
  { segments, questions, told }: RunCase,
  made: Omit<Run, "past">,
): void {
  for (const { line, segment, at, member } of questions) {
    const last = made.transitions.findLast(
      (each) => each.at <= at && segments[each.segment]?.name === segment,
    );
    expect([line, segment, last?.kind === "entered"], law).toEqual([line, segment, member]);
  }
  const { instants: _, ...wanted } = told;
  expect(tell(made, segments, told), law).toEqual(wanted);
}
