import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import type { Context } from "./context.ts";
import { addEventsOptions, addRulesOptions, addVocabularyOption } from "./input-options.ts";

/** Adds every command, in the order of the help. Only what a command takes is known here; what it does is loaded when it
 *  is called, so that a quick command starts quickly. */
export function addCommands(program: Command, context: Context): void {
  addRun(program, context);
  addCheck(program, context);
  addFormat(program, context);
  addMembers(program, context);
  addReplay(program, context);
  addGenerate(program, context);
  addExplain(program, context);
  addProbe(program, context);
  addExperiment(program, context);
  addHelp(program, context);
}

function addRun(program: Command, context: Context): void {
  const command = program
    .command("run")
    .description("simulate scenarios and judge what they expect")
    .addArgument(files("scenario files, folders or globs"))
    .option("--seed <seed>", "another seed than the scenario's")
    .option("--profiles <number>", "another number of people than the scenario's", wholeNumber)
    .option(
      "--workers <number>",
      "threads to run on; what comes out does not depend on it",
      workersNumber,
    );
  command.action(async (names: string[]) => {
    const { runScenarios } = await import("./run.ts");
    await runScenarios(command, names, context);
  });
}

function addCheck(program: Command, context: Context): void {
  const command = program
    .command("check")
    .description("find what is wrong with rules and scenarios, without running them")
    .addArgument(files("*.segment and *.yaml files, folders or globs"))
    .option("--fix", "rewrite rules where that is safe, and say what was changed");
  addVocabularyOption(command).action(async (names: string[]) => {
    const { check } = await import("./check.ts");
    await check(command, names, context);
  });
}

function addFormat(program: Command, context: Context): void {
  const command = program
    .command("fmt")
    .description("rewrite rules in their canonical form, comments kept")
    .addArgument(files("*.segment files, folders or globs, or - for standard input"))
    .option("--check", "only list the files that would change, and end with 1 if there are any");
  addVocabularyOption(command).action(async (names: string[]) => {
    const { format } = await import("./fmt.ts");
    await format(command, names, context);
  });
}

function addMembers(program: Command, context: Context): void {
  const command = program
    .command("members")
    .description("who is in which segment at given instants");
  addRulesOptions(command).requiredOption("--at <instants...>", "when: 2026-03-10T17:00:00Z");
  addEventsOptions(command).action(async () => {
    const { members } = await import("./members.ts");
    await members(command, context);
  });
}

function addReplay(program: Command, context: Context): void {
  const command = program
    .command("replay")
    .description("put recorded events through the engine: sizes, entries, sends");
  addEventsOptions(addRulesOptions(command)).action(async () => {
    const { replayRecorded } = await import("./replay.ts");
    await replayRecorded(command, context);
  });
}

function addGenerate(program: Command, context: Context): void {
  const command = program
    .command("generate")
    .description("write the events of a scenario's people: as feeds deliver them, or as they were")
    .argument("<scenario>", "a scenario file")
    .option("--out <file>", "where the events go; - is standard output", "-")
    .addOption(
      new Option("--format <form>", "ndjson is Segment's spec; a CSV gets a mapping beside it")
        .choices(["ndjson", "csv", "parquet"])
        .default("ndjson"),
    )
    .option("--true <file>", "also write what truly happened, as NDJSON")
    .option("--seed <seed>", "another seed than the scenario's")
    .option("--profiles <number>", "another number of people than the scenario's", wholeNumber)
    .option(
      "--describe",
      "only say what the people are made with, and where the numbers come from",
    );
  command.action(async (file: string) => {
    const { generate } = await import("./generate.ts");
    await generate(command, file, context);
  });
}

function addExplain(program: Command, context: Context): void {
  const command = program
    .command("explain")
    .description("why a profile is in a segment or not, and what changes next")
    .argument("<profile>", "the id of the profile")
    .requiredOption(
      "--at <instant>",
      "when: 2026-03-10T17:00:00Z, or +38h14min after a scenario's start",
    )
    .option("--segment <name>", "which segment; may be left out if there is only one")
    .option("--scenario <file>", "a person of this scenario; without it, one of recorded events:");
  addEventsOptions(addRulesOptions(command)).action(async (profile: string) => {
    const { explain } = await import("./explain.ts");
    await explain(command, profile, context);
  });
  // A scenario brings both, so neither can be asked for before it is known which form this is.
  for (const option of command.options) option.makeOptionMandatory(option.long === "--at");
}

function addProbe(program: Command, context: Context): void {
  const command = program
    .command("probe")
    .description("write people beside every bound of a rule, as a scenario that is ready to run")
    .argument("<rule>", "the rule: a *.segment file")
    .argument(
      "[others...]",
      "rules that it asks for, if they do not stand beside it under their names",
    )
    .option("-o, --output <file>", "write the scenario there, not to stdout")
    .option("--zone <zone>", "where the people live", "Europe/Berlin");
  addVocabularyOption(command).action(async (name: string, others: string[]) => {
    const { probe } = await import("./probe.ts");
    await probe(command, { name, others }, context);
  });
}

function addExperiment(program: Command, context: Context): void {
  const command = program
    .command("experiment")
    .description(
      "analyse a finished experiment: a CSV, NDJSON or Parquet file, one row per profile",
    )
    .argument("<file>", "the file, or - for standard input")
    .requiredOption("--arm <column>", "the column that says in which arm a profile was")
    .option("--control <value>", "which arm is the control; left out, the one called control")
    .requiredOption("--outcome <columns...>", "what to compare: 0 or 1, or amounts")
    .optionsGroup("Looking closer:")
    .option("--by <columns...>", "slice by these columns, known before the test began")
    .option("--segment <files...>", "also judge these segments, rules over the columns")
    .option("--score <column>", "does this score rank profiles by uplift (Qini)?")
    .option("--day <column>", "days since the first exposure: does the effect fade?")
    .option("--id <column>", "the profile's id: is every profile there once?");
  addStrictness(command).action(async (file: string) => {
    const { experiment } = await import("./experiment.ts");
    await experiment(command, file, context);
  });
}

function addStrictness(command: Command): Command {
  return command
    .optionsGroup("How strictly:")
    .option("--weights <arm=weight...>", "what the arms were promised; left out, equal shares")
    .option("--alpha <share>", "false winners allowed: 0.05 or 5%", share, 0.05)
    .option("--power <share>", "the chance that a true uplift of the target is found", share, 0.8)
    .option("--target <uplift>", "the uplift that the test was made to find: 10%", positive, 0.1)
    .option("--per-day <number>", "profiles that enter per day: how long would it take?", positive);
}

function addHelp(program: Command, context: Context): void {
  const command = program
    .command("help")
    .description("what a command takes, or what a code such as UNKNOWN_UNIT means")
    .argument("[topic]", "a command, or a code");
  program.helpCommand(false);
  command.action(async (topic: string | undefined) => {
    const named = program.commands.find((each) => each.name() === topic);
    if (topic === undefined) program.outputHelp();
    else if (named !== undefined) named.outputHelp();
    else {
      const { helpWithCode } = await import("./help.ts");
      helpWithCode(command, topic, context);
    }
  });
}

/** Files of the folder in which people keep them, unless they are named. */
function files(description: string): Argument {
  return new Argument("[files...]", description).default(["scenarios"], "scenarios");
}

/** A share strictly between 0 and 1: 0.05 or 5%. */
function share(text: string): number {
  const value = positive(text);
  if (value < 1) return value;
  throw new InvalidArgumentError("It must lie between 0 and 1: 0.05, or 5%.");
}

function positive(text: string): number {
  const [, digits, percent] = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text) ?? [];
  const value = Number(digits) / (percent === "%" ? 100 : 1);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("It must be a number above 0: 0.1, or 10%.");
}

function wholeNumber(text: string): number {
  return numberUpTo(100_000_000, text);
}

function workersNumber(text: string): number {
  return numberUpTo(1000, text);
}

function numberUpTo(most: number, text: string): number {
  const number = Number(text);
  const isWhole = /^\d+(\.\d+)?(e\d+)?$/i.test(text) && Number.isInteger(number); // 1e6 is one too
  if (!isWhole || number < 1 || number > most)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  return number;
}
