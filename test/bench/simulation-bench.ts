import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { planOf } from "../../src/scenario/plan.ts";
import { readScenario } from "../../src/scenario/read.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { run } from "../../src/simulation/run.ts";
import { Shard, blocksOf } from "../../src/simulation/shard.ts";
import { days } from "../../src/time/duration.ts";
import { after } from "../../src/time/window.ts";
import { type Figures, bytesInUse, median, parseSegments, secondsOfAsync } from "./measure.ts";

const MONTH = days(30);
const ROUNDS = 3;

/** The plan of a shipped scenario. */
export function shippedPlan(name: string): Plan {
  const path = fileURLToPath(new URL(`../../scenarios/${name}`, import.meta.url));
  const load = (rule: string) => {
    const file = join(dirname(path), rule);
    return { path: file, text: readFileSync(file, "utf8") };
  };
  const { scenario, findings } = readScenario({ path, text: readFileSync(path, "utf8") }, load);
  if (scenario === undefined) throw new Error(findings.map(({ message }) => message).join("; "));
  return planOf(scenario);
}

/** Five rules of the usual kind. */
const RULES = `
segment evening_offer when device = mobile and local time 18:00..21:00 and cart_views >= 2 in last 48h and no opens in last 72h
  then send email "Offer" cool off 72h
segment looker when product_views >= 3 in last 48h and no orders in last 7d
segment left_cart when cart_adds >= 1 in last 24h and no orders in last 24h
segment reader when opens >= 2 in last 7d
segment silent when no page_views in last 14d
`;

/** The whole model: the shipped people with five rules, closed loop and twin worlds. */
export function fiveRules(profiles: number): Plan {
  const given = shippedPlan("evening-offer.yaml");
  const segments = parseSegments(RULES);
  const names = segments.map(({ name }) => name);
  const measure = { ...given.measure, segments: names, intents: names.map(() => "buy") };
  return { ...given, profiles, segments, measure };
}

/** The whole model with one and with two workers, in turn. */
export async function benchSimulation(profiles: number): Promise<Figures> {
  const plan = fiveRules(profiles);
  const months = (profiles * (plan.measure.end - plan.from)) / MONTH;
  const one: number[] = [];
  const two: number[] = [];
  let events = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const alone = await secondsOfAsync(() => run(plan, { workers: 1 }));
    const together = await secondsOfAsync(() => run(plan, { workers: 2 }));
    events = alone.result.events;
    one.push(alone.seconds);
    two.push(together.seconds);
  }
  return {
    "simulation.profiles": profiles,
    "simulation.events": events,
    "simulation.profileMonthsPerSecond.oneWorker": months / median(one),
    "simulation.profileMonthsPerSecond.twoWorkers": months / median(two),
    "simulation.eventsPerSecond.oneWorker": events / median(one),
    "simulation.eventsPerSecond.twoWorkers": events / median(two),
    "simulation.ratioTwoWorkersToOne": median(one.map((seconds, round) => seconds / two[round]!)),
  };
}

/** What is in use after `few` and after `many` profiles of two days each; totals are kept, lives are not. */
export function benchMemory(few: number, many: number): Figures {
  const given = fiveRules(many);
  const end = after(given.measure.start, days(1));
  const short = { ...given, from: given.measure.start, measure: { ...given.measure, end } };
  const small = bytesAfter({ ...short, profiles: few });
  const large = bytesAfter({ ...short, profiles: many });
  return {
    [`simulation.megabytesAfter.${few}`]: small / 2 ** 20,
    [`simulation.megabytesAfter.${many}`]: large / 2 ** 20,
    "simulation.memoryRatioManyToFew": large / small,
  };
}

function bytesAfter(plan: Plan): number {
  const shard = new Shard(plan);
  for (let block = 0; block < blocksOf(plan); block++) shard.add(block);
  const bytes = bytesInUse();
  if (shard.totals.profiles[0] !== plan.profiles)
    throw new Error("the totals must outlive the measurement");
  return bytes;
}
