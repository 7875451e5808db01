import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EQUIVALENT } from "./equivalent.ts";

// Every comparison of the engine is flipped at its bound (`<` and `<=`, `>` and `>=`) in a copy, and something that the
// engine is asked must notice. Those that nothing can notice stand in equivalent.ts.

const source = new URL("../../src/", import.meta.url);
const copies = new URL(`../.mutants/${process.pid}/`, import.meta.url);
afterAll(() => rmSync(copies, { recursive: true, force: true }), 60_000);

interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

const FLIPPED: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };

function mutantsOf(file: string): readonly Mutant[] {
  const text = readFileSync(new URL(`engine/${file}`, source), "utf8");
  return [...text.matchAll(/ (<=|>=|<|>) /g)].flatMap(({ index, 1: operator }) => {
    const lineStart = text.lastIndexOf("\n", index) + 1;
    const line = text.slice(lineStart, text.indexOf("\n", index)).trim();
    if (/^(\*|\/\/|\/\*\*)/.test(line)) return [];
    const which = [...text.slice(lineStart, index).matchAll(/ (<=|>=|<|>) /g)].length;
    const flipped = `${text.slice(0, index)} ${FLIPPED[operator!]} ${text.slice(index + operator!.length + 2)}`;
    return [
      { name: `${file}: ${line}${which === 0 ? "" : ` #${which + 1}`}`, file, text: flipped },
    ];
  });
}

/** A copy of the engine, with the mutant in it if there is one, among the other rooms. */
function layOut(mutant: Mutant | undefined, index: number): string {
  const folder = new URL(`${index}/`, copies);
  mkdirSync(folder, { recursive: true });
  cpSync(new URL("engine/", source), new URL("engine/", folder), { recursive: true });
  for (const room of ["model", "rule", "text", "time"]) {
    symlinkSync(fileURLToPath(new URL(room, source)), fileURLToPath(new URL(room, folder)));
  }
  if (mutant !== undefined) writeFileSync(new URL(`engine/${mutant.file}`, folder), mutant.text);
  return fileURLToPath(new URL("engine", folder));
}

/** Workers that wait for a mutant. They live on: most of what they ask with is loaded once. */
const idle: Worker[] = [];
afterAll(() => Promise.all(idle.map((worker) => worker.terminate())), 60_000);

/** Whether something noticed the mutant; one that never ends, or ends badly, is noticed too. */
async function isNoticed(folder: string, timeout: number): Promise<boolean> {
  const worker =
    idle.pop() ?? new Worker(new URL("./mutant-worker.ts", import.meta.url), { execArgv: [] });
  const signal = AbortSignal.timeout(Math.ceil(timeout));
  worker.postMessage(folder);
  try {
    const [said] = (await once(worker, "message", { signal })) as [string];
    idle.push(worker);
    return said !== "nothing noticed";
  } catch {
    await worker.terminate();
    return true;
  }
}

/** All of them, and whether every excuse is true, take longer than a test may: `npm run prove` tries them, a test each
 *  ninth. */
const isProof = process.env["REHEARSAL_CASES"] !== undefined;

const files = readdirSync(new URL("engine/", source), { recursive: true, encoding: "utf8" });
const mutants = files
  .filter((file) => file.endsWith(".ts"))
  .toSorted()
  .flatMap(mutantsOf);

/** How long a mutant may take; four times as long as the engine itself, in milliseconds. */
let patience = 0;

beforeAll(async () => {
  const began = performance.now();
  expect(await isNoticed(layOut(undefined, mutants.length), 110_000)).toBe(false);
  patience = 4 * (performance.now() - began);
}, 120_000);

test("there are comparisons to flip, and every excuse names one of them", () => {
  expect(mutants.length).toBeGreaterThan(30);
  const names = new Set(mutants.map(({ name }) => name));
  expect(Object.keys(EQUIVALENT).filter((name) => !names.has(name))).toEqual([]);
});

describe.concurrent("a flipped comparison is noticed", () => {
  const tried = isProof
    ? mutants
    : mutants.filter(({ name }, index) => index % 9 === 0 && !(name in EQUIVALENT));
  test.each(tried.map((mutant, index) => [mutant.name, mutant, index] as const))(
    "%s",
    async (name, mutant, index) => {
      const excuse = EQUIVALENT[name];
      const noticed = await isNoticed(layOut(mutant, index), patience);
      expect(noticed, excuse ?? "nothing noticed that this comparison was flipped").toBe(
        excuse === undefined,
      );
    },
    600_000,
  );
});
