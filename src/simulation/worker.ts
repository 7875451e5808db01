import { parentPort, workerData } from "node:worker_threads";
import type { Plan } from "./plan.ts";
import { Shard, blocksOf } from "./shard.ts";

/** What a worker is told: the plan, and two shared counters: the next block to take, and the profiles that are done. */
export interface WorkerTask {
  readonly plan: Plan;
  readonly counters: Int32Array;
}

/** The places of the shared counters. */
export const NEXT_BLOCK = 0;
export const PROFILES_DONE = 1;

/** Takes blocks until none is left, and returns the shard that holds their totals. */
export function work({ plan, counters }: WorkerTask): Shard {
  const shard = new Shard(plan);
  for (let block = takeBlock(counters); block < blocksOf(plan); block = takeBlock(counters))
    Atomics.add(counters, PROFILES_DONE, shard.add(block));
  return shard;
}

/** Takes the next block; one beyond the last if none is left. */
export function takeBlock(counters: Int32Array): number {
  return Atomics.add(counters, NEXT_BLOCK, 1);
}

if (parentPort !== null && isTask(workerData)) parentPort.postMessage(work(workerData).totals);

function isTask(data: unknown): data is WorkerTask {
  return typeof data === "object" && data !== null && "counters" in data && "plan" in data;
}
