import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, test } from "vitest";

// Every comparison of the engine is flipped at its bound (`<` and `<=`, `>` and `>=`) in a copy, and something that the
// engine is asked must notice. Those that nothing can notice stand here with the reason.

const EQUIVALENT: Readonly<Record<string, string>> = {
  "binding.ts: if (this.counters.size < this.#sweepAt) return;":
    "when values are swept decides about memory, not truth",
  "clock.ts: this.until = turn < this.#spanEnd ? turn : this.#spanEnd;":
    "of two equal instants either is the earlier",
  "context.ts: if (event.place !== undefined && this.#places.size > 0) this.#takePlace(event, changed);":
    "it spares a loop over nothing",
  "context.ts: if (event.name === PROFILE_UPDATED && this.#attributes.size > 0)":
    "it spares a loop over nothing",
  "counter.ts: if (this.#isPastBounds && now < this.until) return false;":
    "at `until` itself every segment that depends on the count is looked at anyway",
  "counter.ts: return this.#times.newest(1) + this.#window <= at;":
    "when a value is swept decides about memory, not truth",
  "engine.ts: if (event.at > arrivedAt) this.#pending.add(event);":
    "an event that waits for no time is applied at the same instant, in the same order",
  "engine.ts: for (let segment = 0; segment < this.#wakes.length; segment++) {":
    "beyond the end there is no instant to compare with",
  "engine.ts: if (this.#wakes[segment]! < firstWake) firstWake = this.#wakes[segment]!;":
    "the minimum of equals",
  "engine.ts: if (at < this.#firstWake) this.#firstWake = at;": "the minimum of equals",
  "live.ts: if (child.until < firstLoss) firstLoss = child.until;": "the minimum of equals",
  "live.ts: if (child.until > lastGain) lastGain = child.until;": "the maximum of equals",
  "live.ts: if (child.until > lastLoss) lastLoss = child.until;": "the maximum of equals",
  "live.ts: } else if (child.until < firstGain) firstGain = child.until;": "the minimum of equals",
  "newest-value.ts: if (at < this.until) return;": "`until` is infinite, one way or the other",
  "newest.ts: if (at <= this.#times[this.#first]!) return; // as old as the oldest of enough: it can never be looked at":
    "it would replace an instant by its equal",
  "newest.ts: while (place > this.#first && times[(place - 1) & mask]! > at) { #2":
    "equal instants are interchangeable",
  "newest.ts: for (let index = 0; index < this.#size; index++) {":
    "what is copied beyond the size is never read",
  "next-change.ts: while (changes.length === 0 && engine.nextInstant <= horizon)":
    "whether ten years to the millisecond are still within ten years is nobody's concern",
  "pending.ts: if (this.#events.length > 0) this.#events = [];": "it spares a new empty list",
  "seen.ts: if (this.#size * 2 >= this.#ids.length) this.#grow();":
    "when the table grows decides about memory and speed",
  "seen.ts: if (this.#others.size > 0) this.#others.clear();": "it spares emptying what is empty",
  "seen.ts: for (let index = 0; index < ids.length; index++) {": "beyond the end no place is taken",
  "viewed.ts: if (byTime(this.#views[earlier]!.event, event) > 0) return;":
    "a view that is equal in time takes the place of its equal",
};

const source = new URL("../../src/", import.meta.url);
const copies = new URL(`../.mutants/${process.pid}/`, import.meta.url);
afterAll(() => rmSync(copies, { recursive: true, force: true }));

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

/** A copy of the engine with the mutant in it, among the other rooms. */
function layOut(mutant: Mutant, index: number): string {
  const folder = new URL(`${index}/`, copies);
  mkdirSync(folder, { recursive: true });
  cpSync(new URL("engine/", source), new URL("engine/", folder), { recursive: true });
  for (const room of ["model", "rule", "text", "time"]) {
    symlinkSync(fileURLToPath(new URL(room, source)), fileURLToPath(new URL(room, folder)));
  }
  writeFileSync(new URL(`engine/${mutant.file}`, folder), mutant.text);
  return fileURLToPath(new URL("engine", folder));
}

/** Whether something noticed the mutant; one that never ends, or ends badly, is noticed too. */
async function isNoticed(folder: string, patience: number): Promise<boolean> {
  const worker = new Worker(new URL("./mutant-worker.ts", import.meta.url), {
    workerData: folder,
    execArgv: [],
  });
  const answer = await new Promise<string>((resolve) => {
    const timer = setTimeout(() => resolve("it never ends"), patience);
    worker.once("message", resolve);
    worker.once("error", () => resolve("it breaks"));
    worker.once("exit", () => clearTimeout(timer));
  });
  await worker.terminate();
  return answer !== "nothing noticed";
}

/** Proving that an excuse is true takes every case there is: `npm run prove` does. */
const isProof = process.env["REHEARSAL_CASES"] !== undefined;

const mutants = readdirSync(new URL("engine/", source)).toSorted().flatMap(mutantsOf);

test("there are comparisons to flip, and every excuse names one of them", () => {
  expect(mutants.length).toBeGreaterThan(30);
  const names = new Set(mutants.map(({ name }) => name));
  expect(Object.keys(EQUIVALENT).filter((name) => !names.has(name))).toEqual([]);
});

describe.concurrent("a flipped comparison is noticed", () => {
  const tried = mutants.filter(({ name }) => isProof || !(name in EQUIVALENT));
  test.each(tried.map((mutant, index) => [mutant.name, mutant, index] as const))(
    "%s",
    async (name, mutant, index) => {
      const excuse = EQUIVALENT[name];
      const patience = excuse === undefined ? 20_000 : 120_000;
      const noticed = await isNoticed(layOut(mutant, index), patience);
      expect(noticed, excuse ?? "nothing noticed that this comparison was flipped").toBe(
        excuse === undefined,
      );
    },
    150_000,
  );
});
