import { expect } from "vitest";
import { membersAt } from "../../src/simulation/members.ts";
import { replay } from "../../src/simulation/replay.ts";
import type { Recording } from "../../src/feed/read/recording.ts";
import type { Segment } from "../../src/rule/ast.ts";
import { instant } from "../../src/time/instant.ts";
import { byPerson, flowBy, membersBy } from "./brute-force.ts";
import type { HandRule, Row } from "./brute-force.ts";

/** What is compared: our rules over our recording, and hand-written rules over the raw rows. */
export interface Agreement {
  readonly segments: readonly Segment[];
  readonly recording: Recording;
  readonly rows: readonly Row[];
  readonly rules: readonly HandRule[];
}

/** The members at each instant are the same, id by id, and at one of them at least somebody is in. */
export function expectSameMembers(
  { segments, recording, rows, rules }: Agreement,
  instants: readonly number[],
): void {
  const people = byPerson(rows);
  const answers = membersAt(recording, {
    segments,
    instants: instants.map(instant),
    defaultZone: "UTC",
  });
  const wanted = instants.map((at) =>
    segments.map(({ name }) => membersBy(ruleOf(rules, name), people, at)),
  );
  expect(answers.map((each) => each.members)).toEqual(wanted);
  for (const [index] of segments.entries())
    expect(wanted.some((each) => each[index]!.length > 0)).toBe(true);
}

/** Entries, exits, fires, people ever in and members at the end are the same. */
export function expectSameFlow(
  { segments, recording, rows, rules }: Agreement,
  ticks: readonly number[],
): void {
  const stretch = recording.span!;
  const { segments: found } = replay(recording, stretch, {
    segments,
    defaultZone: "UTC",
    points: 4,
  });
  const people = byPerson(rows);
  for (const { name, entries, exits, fires, size, members } of found) {
    const wanted = flowBy(ruleOf(rules, name), people, { ticks, end: stretch.to });
    expect({ name, entries, exits, fires, atTheEnd: size, members }).toEqual({ name, ...wanted });
  }
}

function ruleOf(rules: readonly HandRule[], name: string): HandRule {
  const rule = rules.find((each) => each.name === name);
  if (rule === undefined) throw new Error(`no rule by hand for ${name}`);
  return rule;
}
