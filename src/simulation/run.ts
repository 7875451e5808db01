import { Worker } from "node:worker_threads";
import { type Measures, summarize } from "../measure/measures.ts";
import { type Totals, emptyTotals, merge } from "../measure/totals.ts";
import type { Plan } from "./plan.ts";
import { Shard, blocksOf } from "./shard.ts";
import { NEXT_BLOCK, PROFILES_DONE, type WorkerTask, takeBlock } from "./worker.ts";

/** How a run is carried out; none of it changes what comes out. */
export interface RunOptions {
  /** How many threads live the lives; this one is the first of them. */
  readonly workers: number;
  /** Hears after each block of this thread how many profiles are done. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Ends the run early, after the blocks at hand: the run is then rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs a plan and measures it. The measures are the same for any number of workers, to the last bit. */
export async function run(plan: Plan, options: RunOptions): Promise<Measures> {
  const { signal } = options;
  const workers = Math.min(options.workers, Math.max(1, blocksOf(plan)));
  const counters = new Int32Array(new SharedArrayBuffer(8));
  // Threads that are torn down in the middle take the process with them: they end by finding no block left.
  const stop = (): void => void Atomics.store(counters, NEXT_BLOCK, blocksOf(plan));
  if (signal?.aborted === true) stop();
  signal?.addEventListener("abort", stop);
  const threads = Array.from({ length: workers - 1 }, () => startWorker(plan, counters));
  try {
    const here = workHere({ plan, counters }, options);
    const all = await Promise.all([here, ...threads.map(({ totals }) => totals)]);
    signal?.throwIfAborted();
    const sum = emptyTotals(plan.measure);
    for (const totals of all) merge(sum, totals);
    options.onProgress?.(sum.profiles[0]!);
    return summarize(sum, plan.measure);
  } finally {
    signal?.removeEventListener("abort", stop);
    stop(); // the others end after their block if one has failed
    await Promise.all(threads.map(({ thread }) => thread.terminate()));
  }
}

/** Takes blocks until none is left, as the other threads do: an idle thread would cost as much to start as a busy one. */
async function workHere(
  { plan, counters }: WorkerTask,
  { onProgress }: RunOptions,
): Promise<Totals> {
  const shard = new Shard(plan);
  for (let block = takeBlock(counters); block < blocksOf(plan); block = takeBlock(counters)) {
    Atomics.add(counters, PROFILES_DONE, shard.add(block));
    onProgress?.(Atomics.load(counters, PROFILES_DONE));
    await new Promise(setImmediate); // lets signals and the terminal have their turn
  }
  return shard.totals;
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
