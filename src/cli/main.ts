/** The command line: the only room that touches files, the terminal, the environment and exit codes. */
import { Command, CommanderError, Option } from "commander";
import { addCommands } from "./commands.ts";
import { weightier } from "./context.ts";
import type { Context, ExitCode, GlobalOptions } from "./context.ts";
import { openTerminal } from "./terminal.ts";
import type { ColourChoice, Terminal } from "./terminal.ts";
import { packageVersion } from "./version.ts";

/** Runs the program with `args` (without node and script) and says how it ended. Never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const version = packageVersion();
  let ended: ExitCode = 0;
  const finish = (code: ExitCode): void => {
    ended = weightier(ended, code);
    process.exitCode = ended; // for whoever ends the process before this is over: a closed pipe
  };
  const terminal = openTerminal(colourChoice(args));
  try {
    const program = createProgram({ terminal, version, finish });
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    finish(error instanceof CommanderError ? codeOf(error) : reportBug(terminal, version, error));
  }
  return ended;
}

/** The whole command line. */
function createProgram(context: Context): Command {
  const program = createRoot(context);
  addCommands(program, context);
  return program;
}

function createRoot({ terminal, version }: Context): Command {
  const program = new Command("rehearsal")
    .description("Rehearse an email segment on synthetic or recorded people before it goes live.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      "after",
      '\nBegin with "rehearsal run scenarios/evening-offer.yaml". "rehearsal help run" says\nwhat a command takes, "rehearsal help UNKNOWN_UNIT" what a message means.',
    )
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
      getOutHasColors: () => terminal.colourOut,
      getErrHasColors: () => terminal.colourErr,
    });
  addGlobalOptions(program);
  program.hook("preAction", (_, command) => {
    const { cwd } = command.optsWithGlobals<GlobalOptions>();
    if (cwd !== undefined) enter(command, cwd);
  });
  return program;
}

function addGlobalOptions(program: Command): void {
  program
    .option("--json", "print one JSON document on stdout")
    .option("-q, --quiet", "print results and errors only")
    .option("-v, --verbose", "print more about what was read")
    .addOption(
      new Option("--color <when>", "colour the output")
        .choices(["auto", "always", "never"])
        .default("auto"),
    )
    .option("--cwd <folder>", "work in that folder");
}

function enter(command: Command, folder: string): void {
  try {
    process.chdir(folder);
  } catch {
    command.error(`error: --cwd ${folder} is no folder that can be entered`);
  }
}

/** Help and version that were asked for end with 0; every mistake in the use of the program with 2. */
function codeOf(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? 0 : 2;
}

/** The colour is needed before commander reads the options: usage errors are coloured too. */
function colourChoice(args: readonly string[]): ColourChoice {
  const index = args.findIndex((each) => each === "--color" || each.startsWith("--color="));
  if (index < 0) return "auto";
  const value = args[index]?.split("=")[1] ?? args[index + 1];
  return value === "always" || value === "never" ? value : "auto";
}

function reportBug(terminal: Terminal, version: string, error: unknown): ExitCode {
  const text = error instanceof Error ? error.message : String(error);
  terminal.err(
    `rehearsal ${version} has a bug: ${text}\n` +
      "Please report it with the command that you ran and, if you can, its files.\n",
  );
  if (process.env["REHEARSAL_DEBUG"] !== undefined && error instanceof Error)
    terminal.err(`${error.stack ?? ""}\n`);
  return 70;
}
