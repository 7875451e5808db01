import type { Command } from "commander";
import { type Context, optionsOf } from "./context.ts";
import { refuse } from "./refusal.ts";
import type { RunningOptions } from "./rehearse.ts";
import { loadScenarios } from "./scenarios-input.ts";

/** `run`: simulates scenarios, judges every expectation, and ends with 1 if one failed. */
export async function runScenarios(
  command: Command,
  files: readonly string[],
  context: Context,
): Promise<void> {
  const scenarios = loadScenarios(files, context.terminal);
  if (scenarios.kind === "refused") return refuse(context, scenarios.mistakes);
  const { rehearse } = await import("./rehearse.ts"); // the simulation is large, and mistakes need none of it
  await rehearse(scenarios.value, optionsOf<RunningOptions>(command), context);
}
