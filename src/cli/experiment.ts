import type { Command } from "commander";
import { analyse } from "../experiment/analyse.ts";
import { foldRows } from "../experiment/fold.ts";
import { rankings } from "../experiment/ranking.ts";
import { USUAL_SETTINGS } from "../experiment/tables.ts";
import { experimentJson } from "../report/experiment/json.ts";
import { experimentPlain } from "../report/experiment/plain.ts";
import { optionsOf } from "./context.ts";
import type { Context } from "./context.ts";
import { type ExperimentOptions, loadExperiment } from "./experiment-input.ts";
import { painter } from "./paint.ts";
import { refuse } from "./refusal.ts";

/** `experiment`: what may be concluded from a finished experiment. Ends with 1 if it is invalid, since nothing may; every
 *  other verdict is an answer. */
export async function experiment(command: Command, file: string, context: Context): Promise<void> {
  const { terminal, version } = context;
  const options = optionsOf<ExperimentOptions>(command);
  const input = await loadExperiment(file, options, terminal);
  if (input.kind === "refused") return refuse(context, input.mistakes);
  const { design, rows, scores } = input.value;
  const { alpha, power, target, perDay } = options;
  const settings = { ...USUAL_SETTINGS, alpha, power, target, perDay };
  const folded = foldRows(design, rows);
  const report = {
    file,
    version,
    analysis: analyse(folded, settings),
    rankings: scores === undefined ? [] : rankings(folded, rows, scores),
  };
  const paint = painter(terminal.colourOut);
  terminal.out(
    options.json
      ? experimentJson(report)
      : experimentPlain(report, { columns: terminal.columns, paint }),
  );
  if (report.analysis.comparisons.some(({ verdict }) => verdict === "invalid")) context.finish(1);
}
