import { resolve } from "node:path";
import type { Command } from "commander";
import { truthLine } from "../feed/write/segment.ts";
import { formatCount } from "../report/format.ts";
import { planOf } from "../scenario/plan.ts";
import type { Scenario } from "../scenario/read.ts";
import { World } from "../simulation/world.ts";
import { type Context, optionsOf } from "./context.ts";
import { describe, describeAsJson } from "./describe.ts";
import { STDIN, unwritable } from "./files.ts";
import { onInterruption } from "./interruption.ts";
import { progressOf } from "./progress.ts";
import { mistake, refuse } from "./refusal.ts";
import { loadScenarios } from "./scenarios-input.ts";
import { type Format, type Sink, TextFile, openSink } from "./sink.ts";
import type { Terminal } from "./terminal.ts";

/** The own options of `generate`. */
interface GeneratingOptions {
  readonly out: string;
  readonly format: Format;
  readonly true?: string;
  readonly seed?: string;
  readonly profiles?: number;
  readonly describe?: true;
}

const NOTHING = "No file was written.";

/** How many lives are written between two looks at the outside. */
const BLOCK = 64;

/** `generate`: writes the events of a scenario's people as its feeds deliver them, and on request as they truly were. */
export async function generate(command: Command, file: string, context: Context): Promise<void> {
  const { terminal } = context;
  const options = optionsOf<GeneratingOptions>(command);
  const scenarios = loadScenarios([file], terminal);
  if (scenarios.kind === "refused") return refuse(context, scenarios.mistakes);
  const [given] = scenarios.value;
  if (given === undefined) return undefined;
  const { seed = given.seed, profiles = given.profiles, out, format } = options;
  const scenario: Scenario = { ...given, seed, profiles };
  if (options.describe === true) {
    terminal.out(
      options.json === true ? describeAsJson(scenario) : describe(scenario, terminal.columns),
    );
    return undefined;
  }
  if (format === "parquet" && out === STDIN) {
    const message = "Parquet cannot go to standard output: name a file with --out";
    return refuse(context, [mistake("WRONG_VALUE", message)]);
  }
  const paths = options.true === undefined ? [out] : [out, options.true];
  if (new Set(paths.map((each) => resolve(each))).size < paths.length) {
    const message = `--out and --true both name ${outputOf(out)}, which would mix them`;
    return refuse(context, [mistake("WRONG_VALUE", message)]);
  }
  let sinks: Sinks | undefined;
  try {
    sinks = await openSinks(options, terminal);
    await writeLives(scenario, sinks, context);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    sinks?.drop();
    return refuse(context, [unwritable(paths.map(outputOf).join(" or "), error)], NOTHING);
  }
  return undefined;
}

function outputOf(path: string): string {
  return path === STDIN ? "standard output" : path;
}

/** The outputs of a run: what feeds deliver, and on request what truly happened. */
interface Sinks {
  readonly observed: Sink;
  readonly truth: TextFile | undefined;
  /** What there is of the output if the run is stopped. */
  readonly leftBehind: string;
  /** Makes the files be there, all of them or none. */
  finish(): void;
  /** Leaves no file behind. */
  drop(): void;
}

async function openSinks(options: GeneratingOptions, terminal: Terminal): Promise<Sinks> {
  const observed = await openSink(options.out, options.format, terminal);
  const truth = options.true === undefined ? undefined : new TextFile(options.true, terminal);
  return {
    observed,
    truth,
    leftBehind: options.out === STDIN ? "what stdout got is not whole" : "no file was written",
    finish: () => {
      truth?.end();
      observed.end();
      truth?.keep();
      observed.keep();
    },
    drop: () => {
      truth?.drop();
      observed.drop();
    },
  };
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/** Lets everybody live, one after the other, and writes what arrives; what arrives after the run is not in it. A run that is
 *  stopped leaves no file. */
async function writeLives(scenario: Scenario, sinks: Sinks, context: Context): Promise<void> {
  const { terminal, finish } = context;
  const world = new World({ ...planOf(scenario), twin: false });
  const progress = progressOf(scenario.profiles, terminal);
  let isStopped = false;
  let events = 0;
  const forget = onInterruption((code) => {
    finish(code);
    isStopped = true;
  });
  let index = 0;
  try {
    for (; index < scenario.profiles && !isStopped; index++) {
      const id = world.idOf(index);
      world.live(index, {
        arrived: (event) => {
          events += 1;
          sinks.observed.write(id, event);
        },
        ...(sinks.truth && { happened: (event) => sinks.truth?.add(truthLine(id, event)) }),
      });
      if (index % BLOCK !== BLOCK - 1) continue;
      progress.update(index + 1);
      await new Promise(setImmediate); // lets signals and the terminal have their turn
      await terminal.drained();
    }
    if (isStopped) sinks.drop();
    else sinks.finish();
  } finally {
    forget();
    progress.finish();
  }
  const profiles = formatCount(index);
  terminal.err(
    isStopped
      ? `stopped after ${profiles} of ${formatCount(scenario.profiles)} profiles; ${sinks.leftBehind}\n`
      : `${formatCount(events)} events of ${profiles} profiles written\n`,
  );
}
