import type { Command } from "commander";
import type { Segment } from "../rule/ast.ts";
import { columnsOf, padEnd } from "../text/columns.ts";
import { printable } from "../text/frame.ts";
import { wrap } from "../text/wrap.ts";
import { formatInstant } from "../time/instant.ts";
import { readInstants } from "./at-option.ts";
import { optionsOf } from "./context.ts";
import type { Context } from "./context.ts";
import { loadEvents } from "./events-input.ts";
import type { EventsOptions, RulesOptions } from "./input-options.ts";
import { membersAt } from "../simulation/members.ts";
import type { MembersAnswer } from "../simulation/members.ts";
import { notice, noticeZones } from "./notices.ts";
import { refuse } from "./refusal.ts";
import { loadRules } from "./rules-input.ts";

type Options = RulesOptions & EventsOptions & { readonly at: readonly string[] };

/** `members`: who is in which segment at given instants, in event time and with all data known. */
export async function members(command: Command, context: Context): Promise<void> {
  const { terminal } = context;
  const options = optionsOf<Options>(command);
  const rules = loadRules(options, terminal);
  const instants = readInstants(options.at, options.inputZone);
  const mistakes = [rules, instants].flatMap((each) =>
    each.kind === "refused" ? each.mistakes : [],
  );
  if (rules.kind === "refused" || instants.kind === "refused") return refuse(context, mistakes);
  const { segments, vocabulary } = rules.value;
  const recording = await loadEvents(options, vocabulary, terminal);
  if (recording.kind === "refused") return refuse(context, recording.mistakes);
  notice(recording.value, options, terminal);
  noticeZones(command, { rules: rules.value, recording: recording.value }, terminal);
  const answers = membersAt(recording.value, {
    segments,
    instants: instants.value,
    defaultZone: options.defaultZone,
  });
  terminal.out(
    options.json
      ? toJson(answers, segments)
      : toTable(answers, { segments, columns: terminal.columns }),
  );
}

/** `[{"at": …, "segments": {name: [ids]}}]`, one instant to a line. */
function toJson(answers: readonly MembersAnswer[], segments: readonly Segment[]): string {
  const lines = answers.map(({ at, members }) => {
    const named = segments.map((each, index) => [each.name, members[index] ?? []] as const);
    return JSON.stringify({ at: formatInstant(at), segments: Object.fromEntries(named) });
  });
  return `[${lines.join(",\n ")}]\n`;
}

/** Segment, size, ids; ids that do not fit go on below themselves. */
function toTable(
  answers: readonly MembersAnswer[],
  { segments, columns }: { readonly segments: readonly Segment[]; readonly columns: number },
): string {
  const names = Math.max(...segments.map((each) => columnsOf(each.name)));
  const digits = Math.max(
    ...answers.flatMap(({ members: all }) => all.map((ids) => `${ids.length}`.length)),
  );
  const indent = names + digits + 6;
  const blocks = answers.map(({ at, members: all }) => {
    const lines = segments.flatMap((each, index) => {
      const ids = all[index] ?? [];
      const [first = "", ...more] = wrap(
        printable(ids.join(" ")),
        Math.max(LEAST_ROOM, columns - indent),
      );
      const head = `  ${padEnd(each.name, names)}  ${`${ids.length}`.padStart(digits)}  ${first}`;
      return [head.trimEnd(), ...more.map((line) => " ".repeat(indent) + line)];
    });
    return [formatInstant(at), ...lines].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

/** The least columns for ids, however long the names of segments are. */
const LEAST_ROOM = 20;
