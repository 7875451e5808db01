import type { Event } from "../../src/model/event.ts";
import type { Policy } from "../../src/reference/run.ts";
import type { Segment } from "../../src/rule/ast.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import type { Instant } from "../../src/time/instant.ts";
import { type Line, type Place, type Section, readInstant } from "./lines.ts";
import { type Told, readTold } from "./told.ts";

/** Whether the profile is a member of a segment at an instant. */
export interface MemberQuestion {
  readonly line: number;
  readonly segment: string;
  readonly at: Instant;
  readonly member: boolean;
}

/** Rules that run together over the block's history, and what they make of it. */
export interface RunCase {
  readonly segments: readonly Segment[];
  readonly policy: Policy;
  readonly stretch: { readonly from: Instant; readonly to: Instant };
  readonly questions: readonly MemberQuestion[];
  readonly told: Told;
}

/** Reads rules; throws with the line where they are wrong. */
export function readRules(text: string, line: number, { path, words }: Place): readonly Segment[] {
  const vocabulary = words.length === 0 ? "" : `vocabulary\n${words.join("\n")}\n`;
  const source = { path: `${path}:${line}`, text: vocabulary + text };
  const { segments, findings } = parseRules(source, defaultVocabulary);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0 || segments.length === 0)
    throw new Error(`${source.path}: ${errors.map(({ message }) => message).join("; ")}`);
  return segments;
}

/** Reads what a block says about rules, if it has any. */
export function readRun(
  sections: readonly Section[],
  place: Place & { readonly events: readonly Event[] },
): RunCase | undefined {
  const all = (word: string): readonly Section[] => sections.filter((each) => each.word === word);
  const rules = all("rule");
  if (rules.length === 0) return undefined;
  const questions = all("at").flatMap((each) => readMemberQuestion(each, place));
  const told = readTold(sections, place);
  const end = all("end")[0]?.content.split(/\s+/)[1];
  const named = [...questions, ...place.events, ...told.instants.map((at) => ({ at }))];
  const last = Math.max(place.start, ...named.map(({ at }) => at)) as Instant;
  return {
    segments: rules.flatMap((rule) => readRules(textOf(rule), rule.line, place)),
    policy: { ...readPolicy(all("policy"), place), holdoutDraw: readDraws(all("draw")) },
    stretch: { from: place.start, to: end === undefined ? last : readInstant(end, place) },
    questions,
    told,
  };
}

function textOf({ content, below }: Section): string {
  const lines = [content.replace(/^rule/, "segment"), ...below.map((each) => each.content)];
  return lines.join("\n");
}

function readMemberQuestion({ content, line }: Line, place: Place): readonly MemberQuestion[] {
  const match = /^at (\S+)(?: local)?\s+segment (\w+)\s+(in|out)$/.exec(content);
  if (match === null) return [];
  const [, when, segment, answer] = match as unknown as [string, string, string, string];
  return [{ line, segment, at: readInstant(when, place), member: answer === "in" }];
}

/** What holds for all rules is written as it is in one. */
function readPolicy(lines: readonly Line[], place: Place): Policy {
  if (lines.length === 0) return {};
  const clauses = lines.map(({ content }) => content.slice("policy ".length)).join("\n");
  const text = `segment policy when device = mobile then send email ""\n${clauses}`;
  const [segment] = readRules(text, lines[0]!.line, place);
  const { coolOff, caps, quietHours } = segment!;
  return { coolOff, caps, quietHours };
}

function readDraws(lines: readonly Line[]): NonNullable<Policy["holdoutDraw"]> {
  const draws = new Map(
    lines.map(({ content }) => content.split(/\s+/).slice(1) as [string, string]),
  );
  return (_, segment) => Number(draws.get(segment) ?? 0.999);
}
