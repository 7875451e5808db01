import type { Pair } from "../stats/rates/pair.ts";
import type { Sample, Tables } from "./tables.ts";

/** An outcome in an arm and in the control, which is arm 0. */
export function pairOf({ samples }: Tables, arm: number, outcome: number): Pair<Sample> {
  const own = samples[outcome]!;
  return { treatment: own[arm]!, control: own[0]! };
}
