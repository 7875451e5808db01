import type { Command } from "commander";
import type { Segment } from "../rule/ast.ts";
import { padEnd } from "../text/columns.ts";
import { formatInstant } from "../time/instant.ts";
import { readInstants } from "./at-option.ts";
import { optionsOf } from "./context.ts";
import type { Context } from "./context.ts";
import { addEventsOptions, loadEvents } from "./events-input.ts";
import type { EventsOptions } from "./events-input.ts";
import { membersAt } from "./membership.ts";
import type { MembersAnswer } from "./membership.ts";
import { notice } from "./notices.ts";
import { refuse } from "./refusal.ts";
import { addRulesOptions, loadRules } from "./rules-input.ts";
import type { RulesOptions } from "./rules-input.ts";

type Options = RulesOptions & EventsOptions & { readonly at: readonly string[] };

/** Adds `members`: who is in which segment at given instants, in event time and with all data known. */
export function registerMembers(program: Command, context: Context): void {
  const command = program
    .command("members")
    .description("who is in which segment at given instants");
  addRulesOptions(command).requiredOption("--at <instants...>", "when: 2026-03-10T17:00:00Z");
  addEventsOptions(command).action(() => run(command, context));
}

function run(command: Command, context: Context): void {
  const { terminal } = context;
  const options = optionsOf<Options>(command);
  const rules = loadRules(options, terminal);
  const instants = readInstants(options.at, options.inputZone);
  const mistakes = [rules, instants].flatMap((each) =>
    each.kind === "refused" ? each.mistakes : [],
  );
  if (rules.kind === "refused" || instants.kind === "refused") return refuse(context, mistakes);
  const { segments, vocabulary } = rules.value;
  const recording = loadEvents(options, vocabulary, terminal);
  if (recording.kind === "refused") return refuse(context, recording.mistakes);
  notice(recording.value, options, terminal);
  const answers = membersAt(recording.value, {
    segments,
    instants: instants.value,
    defaultZone: options.defaultZone,
  });
  terminal.out(options.json ? toJson(answers, segments) : toTable(answers, segments));
}

/** `[{"at": …, "segments": {name: [ids]}}]`, one instant to a line. */
function toJson(answers: readonly MembersAnswer[], segments: readonly Segment[]): string {
  const lines = answers.map(({ at, members }) => {
    const named = segments.map((each, index) => [each.name, members[index] ?? []] as const);
    return JSON.stringify({ at: formatInstant(at), segments: Object.fromEntries(named) });
  });
  return `[${lines.join(",\n ")}]\n`;
}

function toTable(answers: readonly MembersAnswer[], segments: readonly Segment[]): string {
  const width = Math.max(...segments.map((each) => each.name.length));
  const digits = Math.max(
    ...answers.flatMap(({ members }) => members.map((ids) => `${ids.length}`.length)),
  );
  const blocks = answers.map(({ at, members }) => {
    const lines = segments.map((each, index) => {
      const ids = members[index] ?? [];
      return `  ${padEnd(each.name, width)}  ${`${ids.length}`.padStart(digits)}  ${ids.join(" ")}`.trimEnd();
    });
    return [formatInstant(at), ...lines].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}
