import type { PolicyOptions } from "../engine/policy/options.ts";
import { type StreamKey, ordinalOf, streamKey, uniform } from "../random/stream.ts";
import type { Plan } from "./plan.ts";

/** Who is held out of which segment: one draw for each profile and segment, by their names and the seed, so that neither
 *  depends on who else there is. */
export function holdoutDraw(seed: string): NonNullable<PolicyOptions["holdoutDraw"]> {
  const keys = new Map<string, StreamKey>();
  return (profileId, segmentName) => {
    const key = keys.get(segmentName) ?? streamKey(seed, `experiment.${segmentName}`);
    keys.set(segmentName, key);
    return uniform(key, ordinalOf(profileId));
  };
}

/** The policy of a run, with those whom its seed holds out. */
export function policyOf({ policy, seed }: Pick<Plan, "policy" | "seed">): PolicyOptions {
  return { ...policy, holdoutDraw: holdoutDraw(seed) };
}
