import type { Command } from "commander";
import { INPUT_HELP, MAPPING_HELP, REJECTION_HELP } from "../feed/read/codes.ts";
import { TABLE_HELP } from "../feed/read/table-codes.ts";
import { RULE_HELP } from "../rule/error.ts";
import { SCENARIO_ERRORS } from "../scenario/error.ts";
import { nearest } from "../text/suggest.ts";
import { wrap } from "../text/wrap.ts";
import { CLI_HELP } from "./codes.ts";
import { optionsOf } from "./context.ts";
import type { Context } from "./context.ts";

/** What a code means where it is found: the same word may be earned in several places. */
export interface Meaning {
  readonly where: string;
  readonly meaning: string;
  /** A rule that earns it. */
  readonly example?: string;
}

/** Every code of the program, with its meanings. */
export const MEANINGS: ReadonlyMap<string, readonly Meaning[]> = collect();

function collect(): ReadonlyMap<string, readonly Meaning[]> {
  const meanings = new Map<string, readonly Meaning[]>();
  const add = (code: string, meaning: Meaning): void => {
    meanings.set(code, [...(meanings.get(code) ?? []), meaning]);
  };
  for (const [code, help] of Object.entries(RULE_HELP)) add(code, { where: "in a rule", ...help });
  const tables = [
    ["in a scenario", SCENARIO_ERRORS],
    ["in a record of events", REJECTION_HELP],
    ["of a file of events", INPUT_HELP],
    ["in a mapping", MAPPING_HELP],
    ["in a table of profiles", TABLE_HELP],
    ["on the command line", CLI_HELP],
  ] as const;
  for (const [where, table] of tables)
    for (const [code, meaning] of Object.entries(table)) add(code, { where, meaning });
  return meanings;
}

/** `help CODE`: what a code means. An unknown one ends with 2 and the nearest that there is. */
export function helpWithCode(command: Command, topic: string, context: Context): void {
  const { terminal } = context;
  const code = topic.toUpperCase().replaceAll("-", "_");
  const meanings = MEANINGS.get(code);
  if (meanings === undefined) {
    terminal.err(refusalOf(command, topic, code));
    context.finish(2);
  } else {
    const { json } = optionsOf(command);
    terminal.out(
      json
        ? `${JSON.stringify({ code, meanings }, undefined, 2)}\n`
        : draw(code, meanings, terminal.columns),
    );
  }
}

function refusalOf(command: Command, topic: string, code: string): string {
  const commands = command.parent?.commands.map((each) => each.name()) ?? [];
  const hint = nearest(topic, commands) ?? nearest(code, [...MEANINGS.keys()]);
  const advice =
    hint === undefined ? `there are the commands ${commands.join(", ")}` : `did you mean ${hint}?`;
  return `error: there is no help about ${topic}: ${advice}\n`;
}

function draw(code: string, meanings: readonly Meaning[], columns: number): string {
  const blocks = meanings.map(({ where, meaning, example }) => [
    ` ${where}`,
    ...wrap(meaning.replaceAll("`", ""), Math.max(20, columns - 3)).map((line) => `   ${line}`),
    ...(example === undefined
      ? []
      : ["", "   for example", ...example.split("\n").map((line) => `     ${line}`)]),
  ]);
  return ` ${code}\n\n${blocks.map((lines) => `${lines.map((line) => line.trimEnd()).join("\n")}\n`).join("\n")}`;
}
