import { performance } from "node:perf_hooks";
import type { Segment } from "../../src/rule/ast.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";

/** Figures by their names. */
export type Figures = Readonly<Record<string, number>>;

/** Runs something and says how long it took. */
export function secondsOf<T>(work: () => T): { readonly seconds: number; readonly result: T } {
  const began = performance.now();
  const result = work();
  return { seconds: (performance.now() - began) / 1000, result };
}

/** The same for what takes its time. */
export async function secondsOfAsync<T>(
  work: () => Promise<T>,
): Promise<{ readonly seconds: number; readonly result: T }> {
  const began = performance.now();
  const result = await work();
  return { seconds: (performance.now() - began) / 1000, result };
}

/** Runs something in this thread and says how long a core was busy with it: whatever else the machine does is not in it. */
export async function coreSecondsOf<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly seconds: number; readonly result: T }> {
  const began = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(began);
  return { seconds: (user + system) / 1e6, result };
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Bytes in use once everything that nobody needs is collected. Needs `--expose-gc`. */
export function bytesInUse(): number {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error("run the benchmark with node --expose-gc");
  gc();
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The segments of a text of ours; throws if it has a mistake. */
export function parseSegments(text: string): readonly Segment[] {
  const { segments, findings } = parseRules({ path: "bench.segment", text }, defaultVocabulary);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
  return segments;
}
