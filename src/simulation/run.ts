import { Worker } from "node:worker_threads";
import { type Measures, summarize } from "../measure/measures.ts";
import { type Totals, emptyTotals, merge } from "../measure/totals.ts";
import type { Plan } from "./plan.ts";
import { Shard, blocksOf } from "./shard.ts";
import { NEXT_BLOCK, PROFILES_DONE } from "./worker.ts";

/** How a run is carried out; none of it changes what comes out. */
export interface RunOptions {
  /** 1 runs in this thread. */
  readonly workers: number;
  /** Hears now and then how many profiles are done. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Ends the run early, after the blocks at hand: the run is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How often progress is told, in milliseconds. */
const PROGRESS_EVERY = 100;

/** Runs a plan and measures it. The measures are the same for any number of workers, to the last bit. */
export async function run(plan: Plan, options: RunOptions): Promise<Measures> {
  const workers = Math.min(options.workers, Math.max(1, blocksOf(plan)));
  const totals =
    workers === 1
      ? await runHere(plan, options)
      : await runInWorkers(plan, { ...options, workers });
  options.signal?.throwIfAborted();
  return summarize(totals, plan.measure);
}

async function runHere(plan: Plan, { onProgress, signal }: RunOptions): Promise<Totals> {
  const shard = new Shard(plan);
  let done = 0;
  for (let block = 0; block < blocksOf(plan) && signal?.aborted !== true; block++) {
    done += shard.add(block);
    onProgress?.(done);
    await new Promise(setImmediate); // lets signals and the terminal have their turn
  }
  return shard.totals;
}

async function runInWorkers(
  plan: Plan,
  { workers, onProgress, signal }: RunOptions,
): Promise<Totals> {
  const counters = new Int32Array(new SharedArrayBuffer(8));
  const told = setInterval(
    () => onProgress?.(Atomics.load(counters, PROFILES_DONE)),
    PROGRESS_EVERY,
  );
  // Threads that are torn down in the middle take the process with them: they end by finding no block left.
  const stop = (): void => void Atomics.store(counters, NEXT_BLOCK, blocksOf(plan));
  signal?.addEventListener("abort", stop);
  const threads = Array.from({ length: workers }, () => startWorker(plan, counters));
  try {
    const all = await Promise.all(threads.map(({ totals }) => totals));
    const sum = emptyTotals(plan.measure);
    for (const totals of all) merge(sum, totals);
    onProgress?.(sum.profiles[0]!);
    return sum;
  } finally {
    clearInterval(told);
    signal?.removeEventListener("abort", stop);
    stop(); // the others end after their block if one has failed
    await Promise.all(threads.map(({ thread }) => thread.terminate()));
  }
}

interface RunningWorker {
  readonly thread: Worker;
  readonly totals: Promise<Totals>;
}

function startWorker(plan: Plan, counters: Int32Array): RunningWorker {
  // Compiled, the worker stands beside this file as .js; in the tests it runs from its source.
  const file = new URL(
    import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js",
    import.meta.url,
  );
  const thread = new Worker(file, { workerData: { plan, counters } });
  const totals = new Promise<Totals>((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) =>
      reject(new Error(`unreachable: a worker ended with ${code} and no totals`)),
    );
  });
  return { thread, totals };
}
