import type { Command } from "commander";
import type { ExperimentReport } from "../report/experiment/report.ts";
import { optionsOf } from "./context.ts";
import type { Context } from "./context.ts";
import {
  type ExperimentInput,
  type ExperimentOptions,
  loadExperiment,
} from "./experiment-input.ts";
import { nameOf } from "./files.ts";
import { painter } from "./paint.ts";
import { refuse } from "./refusal.ts";

/** `experiment`: what may be concluded from a finished experiment. Ends with 1 if it is invalid, since nothing may; every
 *  other verdict is an answer. */
export async function experiment(command: Command, file: string, context: Context): Promise<void> {
  const { terminal, version } = context;
  const options = optionsOf<ExperimentOptions>(command);
  const input = await loadExperiment(file, options, terminal);
  if (input.kind === "refused") return refuse(context, input.mistakes);
  const report = { file: nameOf(file), version, ...(await concluded(input.value, options)) };
  terminal.out(await drawn(report, options, context));
  if (report.analysis.comparisons.some(({ verdict }) => verdict === "invalid")) context.finish(1);
}

/** The tail functions take a tenth of a second to load, so a file that is refused does not wait for them. */
async function concluded({ design, rows, scores }: ExperimentInput, options: ExperimentOptions) {
  const { alpha, power, target, perDay } = options;
  const { analyse } = await import("../experiment/analyse.ts");
  const { foldRows } = await import("../experiment/fold.ts");
  const { rankings } = await import("../experiment/ranking.ts");
  const { USUAL_SETTINGS } = await import("../experiment/tables.ts");
  const folded = foldRows(design, rows);
  return {
    analysis: analyse(folded, { ...USUAL_SETTINGS, alpha, power, target, perDay }),
    rankings: scores === undefined ? [] : rankings(folded, rows, scores),
  };
}

async function drawn(report: ExperimentReport, { json }: ExperimentOptions, { terminal }: Context) {
  if (json === true) {
    const { experimentJson } = await import("../report/experiment/json.ts");
    return experimentJson(report);
  }
  const { experimentPlain } = await import("../report/experiment/plain.ts");
  return experimentPlain(report, { columns: terminal.columns, paint: painter(terminal.colourOut) });
}
