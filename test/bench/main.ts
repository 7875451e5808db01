import { benchEngine } from "./engine-bench.ts";
import { benchLongWindow } from "./long-window-bench.ts";
import { benchManyRules } from "./many-rules-bench.ts";
import type { Figures } from "./measure.ts";
import { benchPeople, benchStages } from "./people-bench.ts";
import { benchRivals } from "./rivals-bench.ts";
import { benchMemory, benchSimulation } from "./simulation-bench.ts";

// npm run bench [-- --json] [-- --quick]: figures of this machine and, which is what can be compared, ratios of one run.

const isQuick = process.argv.includes("--quick");
const isJson = process.argv.includes("--json");

const parts: readonly (() => Figures | Promise<Figures>)[] = [
  () => benchEngine(isQuick ? 20_000 : 200_000),
  () => benchPeople(isQuick ? 2_000 : 20_000),
  () => benchStages(isQuick ? 2_000 : 20_000),
  () => benchRivals(isQuick ? 400 : 4_000),
  () => benchManyRules(isQuick ? 4_000 : 40_000),
  () => (isQuick ? benchLongWindow(5_000, 20_000) : benchLongWindow(50_000, 200_000)),
  () => benchSimulation(isQuick ? 2_000 : 100_000),
  () => (isQuick ? benchMemory(1_000, 10_000) : benchMemory(100_000, 1_000_000)),
];

const figures: Record<string, number> = {};
for (const part of parts) {
  const found = await part();
  Object.assign(figures, found);
  if (!isJson)
    for (const [name, figure] of Object.entries(found))
      process.stdout.write(`${name.padEnd(48)}${rounded(figure)}\n`);
}
if (isJson) process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);

function rounded(figure: number): string {
  return figure >= 1000 ? Math.round(figure).toLocaleString("en-US") : figure.toFixed(3);
}
