import type { Plan } from "../simulation/plan.ts";
import type { Scenario } from "./read.ts";

/** What a scenario asks of the simulation. */
export function planOf(scenario: Scenario): Plan {
  const { seed, clock, profiles, people, feeds, segments, policy, defaultZone, twin, measure } =
    scenario;
  return {
    seed: String(seed),
    from: clock.from,
    profiles,
    people,
    feeds,
    segments,
    policy,
    defaultZone,
    twin,
    measure,
  };
}
