import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { formatCount } from "../report/format.ts";
import { json } from "../report/json.ts";
import { plain } from "../report/plain.ts";
import { type Report, reportOf } from "../report/report.ts";
import { planOf } from "../scenario/plan.ts";
import type { Scenario } from "../scenario/read.ts";
import { run as simulate } from "../simulation/run.ts";
import type { Context, GlobalOptions } from "./context.ts";
import { onInterruption } from "./interruption.ts";
import { painter } from "./paint.ts";
import { progressOf } from "./progress.ts";

/** The own options of `run`. */
export interface RunningOptions {
  readonly seed?: string;
  readonly profiles?: number;
  readonly workers?: number;
}

type Options = RunningOptions & GlobalOptions;

/** Simulates scenarios one after the other, judges every expectation and prints what came of it; ends with 1 if one
 *  failed. */
export async function rehearse(
  scenarios: readonly Scenario[],
  options: Options,
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const reports: Report[] = [];
  for (const scenario of scenarios) {
    const began = performance.now();
    const report = await runOne(scenario, options, context);
    if (report === undefined) break;
    const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    reports.push(report);
    const { columns, colourOut } = terminal;
    if (options.json !== true)
      terminal.out(plain(report, { columns, paint: painter(colourOut), took }));
    else if (options.verbose === true) terminal.err(`${scenario.name}: simulated in ${took}\n`);
    if (!report.ok) context.finish(1);
  }
  if (options.json === true && reports.length > 0) terminal.out(documentOf(reports));
}

/** One document: the report of the one scenario, or a list of several. */
function documentOf(reports: readonly Report[]): string {
  const documents = reports.map(json);
  return documents.length === 1
    ? documents.join("")
    : `[\n${documents.map((each) => each.trimEnd()).join(",\n")}\n]\n`;
}

/** The report of a scenario, or `undefined` if somebody stopped the run. */
async function runOne(
  given: Scenario,
  options: Options,
  { terminal, version, finish }: Context,
): Promise<Report | undefined> {
  const { seed = String(given.seed), profiles = given.profiles } = options;
  const scenario: Scenario = {
    ...given,
    seed: /^\d{1,15}$/.test(seed) ? Number(seed) : seed,
    profiles,
  };
  const progress = progressOf(profiles, terminal);
  const stopping = new AbortController();
  const forget = onInterruption((code) => {
    finish(code);
    stopping.abort();
    progress.finish();
    const done = `${formatCount(progress.done())} of ${formatCount(profiles)} profiles`;
    terminal.err(`stopped: ${given.name} after ${done}; it was not judged\n`);
  });
  const workers = options.workers ?? availableParallelism();
  try {
    const measures = await simulate(planOf(scenario), {
      workers,
      onProgress: progress.update,
      signal: stopping.signal,
    });
    return reportOf(scenario, measures, {
      package: version,
      tz: process.versions.tz ?? "unknown",
      again: again(given, options),
    });
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    return undefined;
  } finally {
    forget();
    progress.finish();
  }
}

function again({ source }: Scenario, { seed, profiles }: Options): string {
  const words = ["rehearsal", "run", source.path];
  if (seed !== undefined) words.push("--seed", seed);
  if (profiles !== undefined) words.push("--profiles", String(profiles));
  return words.join(" ");
}
