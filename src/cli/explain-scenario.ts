import { cosmeticOf } from "../journey/cosmetic.ts";
import { planOf } from "../scenario/plan.ts";
import type { Scenario } from "../scenario/read.ts";
import type { Segment } from "../rule/ast.ts";
import { record } from "../simulation/record.ts";
import { World } from "../simulation/world.ts";
import { type Instant, formatInstant } from "../time/instant.ts";
import type { ExplainQuestion } from "../simulation/explaining.ts";
import { holdoutDraw } from "../simulation/holdout.ts";
import { type Loaded, loaded, mistake, refused } from "./refusal.ts";

/** The question about one simulated person: as the engine saw it, and beside it as it was. The person lives once more,
 *  alone: draws are keyed, so it is the same life. */
export async function askScenario(
  scenario: Scenario,
  id: string,
  asked: { readonly segment: Segment; readonly at: Instant },
): Promise<Loaded<ExplainQuestion>> {
  const plan = planOf(scenario);
  const world = new World(plan);
  const index = indexOf(world, id, plan.profiles);
  if (index === undefined) {
    const last = world.idOf(plan.profiles - 1);
    return refused(
      mistake(
        "UNKNOWN_PROFILE",
        `there is no profile "${id}": they are ${world.idOf(0)} to ${last}`,
      ),
    );
  }
  const { from, measure } = plan;
  if (asked.at < from || asked.at >= measure.end) {
    const bounds = `${formatInstant(from)} to ${formatInstant(measure.end)}`;
    return refused(
      mistake("OUTSIDE_RUN", `--at ${formatInstant(asked.at)} is outside the run, ${bounds}`),
    );
  }
  const { arrived, perfect } = record(world, plan, index);
  const { name } = await cosmeticOf(plan.seed, index);
  return loaded({
    ...asked,
    segments: plan.segments,
    policy: { ...plan.policy, holdoutDraw: holdoutDraw(plan.seed) },
    from,
    name,
    knowledge: [
      { label: "as the engine saw it", history: arrived },
      { label: "as it truly was", history: perfect },
    ],
  });
}

/** Ids end with the number of the profile. */
function indexOf(world: World, id: string, profiles: number): number | undefined {
  const index = Number(/(\d+)$/.exec(id)?.[1] ?? Number.NaN);
  return index < profiles && world.idOf(index) === id ? index : undefined;
}
