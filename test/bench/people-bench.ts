import { createDelivery } from "../../src/feed/deliver.ts";
import { createPeople } from "../../src/journey/population.ts";
import { emptyTotals, fold } from "../../src/measure/totals.ts";
import type { ProfileLog } from "../../src/model/log.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { run } from "../../src/simulation/run.ts";
import { isChecked, liveChecked } from "../../src/simulation/self-check.ts";
import { World } from "../../src/simulation/world.ts";
import { type Figures, coreSecondsOf, median } from "./measure.ts";
import { runPrototype } from "./prototype.ts";
import { fiveRules } from "./simulation-bench.ts";

const MONTH = 30 * 86_400_000;
const ROUNDS = 3;

/** The whole model against the bare prototype in one run, profile-months by profile-months and event by event, each per
 *  second that a core was busy. */
export async function benchPeople(profiles: number): Promise<Figures> {
  const plan = fiveRules(profiles);
  const months = (profiles * (plan.measure.end - plan.from)) / MONTH;
  const bare: number[] = [];
  const whole: number[] = [];
  let bareEvents = 0;
  let events = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const prototype = await coreSecondsOf(() =>
      runPrototype(profiles, plan.from, plan.measure.end),
    );
    const model = await coreSecondsOf(() => run(plan, { workers: 1 }));
    bare.push(prototype.seconds);
    whole.push(model.seconds);
    bareEvents = prototype.result.events;
    events = model.result.events;
  }
  const ratio = median(bare.map((seconds, round) => seconds / whole[round]!));
  return {
    "people.profileMonthsPerSecond.prototype": months / median(bare),
    "people.profileMonthsPerSecond.whole": months / median(whole),
    "people.ratioWholeToPrototype": ratio,
    "people.eventsPerProfileMonth.prototype": bareEvents / months,
    "people.eventsPerProfileMonth.whole": events / months,
    "people.eventsPerSecond.prototype": bareEvents / median(bare),
    "people.eventsPerSecond.whole": events / median(whole),
    "people.ratioOfEventsWholeToPrototype": (ratio * events) / bareEvents,
  };
}

/** How many profiles a stage lives before the next has its turn: so what else the machine does meets all alike. */
const TURN = 250;
/** The first turns, in which the code is still being compiled, do not count. */
const WARM_UP = 2000;

/** The stages that are run by themselves; each of the others is run with all before it, and what it takes longer is its own. */
const BY_THEMSELVES = new Set(["lives", "measures", "selfCheck"]);

/** Where the time of a run goes: the share of each stage. */
export async function benchStages(profiles: number): Promise<Figures> {
  const stages = Object.entries(stagesOf(fiveRules(profiles + WARM_UP)));
  const sums = stages.map(() => 0);
  for (let first = 0; first < profiles + WARM_UP; first += TURN)
    for (const [which, [, live]] of stages.entries()) {
      const { seconds } = await coreSecondsOf(() => {
        for (let index = first; index < first + TURN; index++) live(index);
      });
      if (first >= WARM_UP) sums[which]! += seconds;
    }
  const own = stages.map(([name], which) =>
    BY_THEMSELVES.has(name) ? sums[which]! : sums[which]! - sums[which - 1]!,
  );
  const whole = own.reduce((sum, each) => sum + each, 0);
  const shares = stages.map(([name], which) => [`people.shareOfTime.${name}`, own[which]! / whole]);
  return Object.fromEntries(shares) as Figures;
}

/** What is done with one profile in each stage. */
function stagesOf(plan: Plan) {
  const { seed, from, measure } = plan;
  const people = createPeople(plan.people, { seed, from, to: measure.end });
  const delivery = createDelivery(plan.feeds, seed);
  const alone = new World({ ...plan, twin: false });
  const world = new World(plan);
  const totals = emptyTotals(measure);
  const logs: ProfileLog[] = [];
  const live = (index: number, take: (event: TrueEvent) => void): void => {
    const life = people.lifeOf(index);
    while (life.nextAt() < measure.end) life.advance().forEach(take);
  };
  return {
    lives: (index: number) => live(index, () => undefined),
    feeds: (index: number) => {
      delivery.begin(index);
      live(index, (event) => delivery.deliver(event, () => undefined));
    },
    loopAndEngines: (index: number) => void alone.live(index),
    twins: (index: number) => void (logs[index % TURN] = world.live(index)),
    measures: (index: number) => fold(totals, measure, logs[index % TURN]!),
    selfCheck: (index: number) => void (isChecked(index) && liveChecked(world, plan, index)),
  } as const;
}
