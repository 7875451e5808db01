import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadEvents } from "../../src/cli/events-input.ts";
import type { Loaded } from "../../src/cli/refusal.ts";
import { loadRules } from "../../src/cli/rules-input.ts";
import type { Rules } from "../../src/cli/rules-input.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import type { Recording } from "../../src/feed/read/recording.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A folder of real data beside the checkout, or `undefined` with a message that cannot be overlooked. */
export function findData(folder: string): string | undefined {
  const path = join(root, "../shared/data", folder);
  if (existsSync(path)) return path;
  process.stderr.write(`\nSKIPPED: the real data of ${folder} are not at ${path}\n\n`);
  return undefined;
}

/** A file of the shipped scenarios. */
export function scenarioPath(path: string): string {
  return join(root, "scenarios", path);
}

const terminal: Terminal = {
  out: () => {},
  err: () => {},
  drained: async () => {},
  readInput: () => new Uint8Array(),
  colourOut: false,
  colourErr: false,
  isInteractive: false,
  columns: 100,
  columnsErr: 100,
};

/** The shipped rules and mapping of a scenario folder over events, read as the commands read them. */
export async function load(
  folder: string,
  events: readonly string[],
): Promise<{ readonly rules: Rules; readonly recording: Recording }> {
  const rules = get(loadRules({ rules: [scenarioPath(folder)] }, terminal));
  const options = {
    events,
    mapping: scenarioPath(`${folder}/mapping.yaml`),
    defaultZone: "UTC",
    maxRejected: "0",
  };
  return { rules, recording: get(await loadEvents(options, rules.vocabulary, terminal)) };
}

function get<T>(read: Loaded<T>): T {
  if (read.kind === "loaded") return read.value;
  throw new Error(read.mistakes.join("\n"));
}
