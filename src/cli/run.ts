import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { type Command, InvalidArgumentError } from "commander";
import { json } from "../report/json.ts";
import { plain } from "../report/plain.ts";
import { type Report, reportOf } from "../report/report.ts";
import { planOf } from "../scenario/plan.ts";
import type { Scenario } from "../scenario/read.ts";
import { run as simulate } from "../simulation/run.ts";
import { type Context, optionsOf } from "./context.ts";
import { painter } from "./paint.ts";
import { progressOf } from "./progress.ts";
import { refuse } from "./refusal.ts";
import { loadScenarios } from "./scenarios-input.ts";

interface Options {
  readonly seed?: string;
  readonly profiles?: number;
  readonly workers?: number;
}

/** Adds `run`: simulates scenarios, judges every expectation, and ends with 1 if one failed. */
export function registerRun(program: Command, context: Context): void {
  const command = program
    .command("run")
    .description("simulate scenarios and judge what they expect")
    .argument("[files...]", "scenario files, folders or globs", ["scenarios"])
    .option("--seed <seed>", "another seed than the scenario's")
    .option("--profiles <number>", "another number of people than the scenario's", wholeNumber)
    .option(
      "--workers <number>",
      "threads to run on; what comes out does not depend on it",
      wholeNumber,
    );
  command.action((files: string[]) => runScenarios(command, files, context));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 100_000_000) {
    throw new InvalidArgumentError("It must be a whole number from 1 to 100000000.");
  }
  return number;
}

async function runScenarios(
  command: Command,
  files: readonly string[],
  context: Context,
): Promise<void> {
  const options = optionsOf<Options>(command);
  const { terminal } = context;
  const scenarios = loadScenarios(files, terminal);
  if (scenarios.kind === "refused") return refuse(context, scenarios.mistakes);
  const reports: Report[] = [];
  for (const scenario of scenarios.value) {
    const began = performance.now();
    const report = await runOne(scenario, options, context);
    const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    reports.push(report);
    const { columns, colourOut } = terminal;
    if (options.json !== true)
      terminal.out(plain(report, { columns, paint: painter(colourOut), took }));
    else if (options.verbose === true) terminal.err(`${scenario.name}: simulated in ${took}\n`);
    if (!report.ok) context.finish(1);
  }
  if (options.json === true) terminal.out(documentOf(reports));
}

/** One document: the report of the one scenario, or a list of several. */
function documentOf(reports: readonly Report[]): string {
  const documents = reports.map(json);
  return documents.length === 1
    ? documents.join("")
    : `[\n${documents.map((each) => each.trimEnd()).join(",\n")}\n]\n`;
}

async function runOne(
  given: Scenario,
  options: Options,
  { terminal, version }: Context,
): Promise<Report> {
  const { seed = String(given.seed), profiles = given.profiles } = options;
  const scenario: Scenario = {
    ...given,
    seed: /^\d{1,15}$/.test(seed) ? Number(seed) : seed,
    profiles,
  };
  const progress = progressOf(profiles, terminal);
  const workers = options.workers ?? availableParallelism();
  try {
    const measures = await simulate(planOf(scenario), { workers, onProgress: progress.update });
    return reportOf(scenario, measures, {
      package: version,
      tz: process.versions.tz ?? "unknown",
      again: again(given, options),
    });
  } finally {
    progress.finish();
  }
}

function again({ source }: Scenario, { seed, profiles }: Options): string {
  const words = ["rehearsal", "run", source.path];
  if (seed !== undefined) words.push("--seed", seed);
  if (profiles !== undefined) words.push("--profiles", String(profiles));
  return words.join(" ");
}
