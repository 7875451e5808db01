import { createDelivery } from "../../src/feed/deliver.ts";
import { createPeople } from "../../src/journey/population.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { run } from "../../src/simulation/run.ts";
import { isChecked, liveChecked } from "../../src/simulation/self-check.ts";
import { Shard, blocksOf } from "../../src/simulation/shard.ts";
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

/** How far a run is carried, each stage with all before it; the rest of a run are its measures. */
const STAGES = {
  lives: (plan: Plan) => liveAll(plan, "alone"),
  feeds: (plan: Plan) => liveAll(plan, "delivered"),
  loopAndEngines: (plan: Plan) => runWorld({ ...plan, twin: false }),
  twins: runWorld,
  measures: runShard,
} as const;

/** Where the time of a run goes: the share of each stage. Each is run with all before it, and the least time of some
 *  rounds counts: what else the machine does only adds. */
export async function benchStages(profiles: number): Promise<Figures> {
  const plan = fiveRules(profiles);
  const names = Object.keys(STAGES) as (keyof typeof STAGES)[];
  const least = names.map(() => Infinity);
  let checks = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, name] of names.entries()) {
      const { seconds } = await coreSecondsOf(() => STAGES[name](plan));
      least[index] = Math.min(least[index]!, seconds);
    }
    checks = Math.min(checks, (await coreSecondsOf(() => checkAll(plan))).seconds);
  }
  const all = least.at(-1)!;
  const shares = names.map((name, index) => {
    const own = least[index]! - (least[index - 1] ?? 0) - (name === "measures" ? checks : 0);
    return [`people.shareOfTime.${name}`, own / all] as const;
  });
  return { ...Object.fromEntries(shares), "people.shareOfTime.selfCheck": checks / all };
}

/** Lets everybody live without any rule; with or without feeds that deliver it. */
function liveAll(plan: Plan, how: "alone" | "delivered"): void {
  const { seed, from, measure } = plan;
  const people = createPeople(plan.people, { seed, from, to: measure.end });
  const delivery = createDelivery(plan.feeds, seed);
  const receive = (): void => undefined;
  for (let index = 0; index < plan.profiles; index++) {
    const life = people.lifeOf(index);
    delivery.begin(index);
    while (life.nextAt() < measure.end)
      for (const event of life.advance()) if (how === "delivered") delivery.deliver(event, receive);
  }
}

function runWorld(plan: Plan): void {
  const world = new World(plan);
  for (let index = 0; index < plan.profiles; index++) world.live(index);
}

function runShard(plan: Plan): void {
  const shard = new Shard(plan);
  for (let block = 0; block < blocksOf(plan); block++) shard.add(block);
}

/** What the reference has to judge again. */
function checkAll(plan: Plan): void {
  const world = new World(plan);
  for (let index = 0; index < plan.profiles; index++)
    if (isChecked(index)) liveChecked(world, plan, index);
}
