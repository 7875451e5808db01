import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { createPeople } from "../../src/journey/population.ts";
import { createDelivery } from "../../src/feed/deliver.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { run } from "../../src/simulation/run.ts";
import { type Figures, median, secondsOf, secondsOfAsync } from "./measure.ts";
import { runPrototype } from "./prototype.ts";
import { shippedPlan } from "./simulation-bench.ts";

const MONTH = 30 * 86_400_000;
const ROUNDS = 3;

/** Five rules of the usual kind. */
const RULES = `
segment evening_offer when device = mobile and local time 18:00..21:00 and cart_views >= 2 in last 48h and no opens in last 72h
  then send email "Offer" cool off 72h
segment looker when product_views >= 3 in last 48h and no orders in last 7d
segment left_cart when cart_adds >= 1 in last 24h and no orders in last 24h
segment reader when opens >= 2 in last 7d
segment quiet when no page_views in last 14d
`;

/** The shipped people with five rules, closed loop and twin worlds. */
function fiveRules(profiles: number): Plan {
  const given = shippedPlan("evening-offer.yaml");
  const { segments } = parseRules({ path: "bench.segment", text: RULES }, defaultVocabulary);
  const names = segments.map(({ name }) => name);
  const measure = { ...given.measure, segments: names, intents: names.map(() => "buy") };
  return { ...given, profiles, segments, measure };
}

/** The whole model against the bare prototype in one run, profile-months by profile-months, and where the time goes. */
export async function benchPeople(profiles: number): Promise<Figures> {
  const plan = fiveRules(profiles);
  const months = (profiles * (plan.measure.end - plan.from)) / MONTH;
  const rounds: {
    readonly bare: number;
    readonly whole: number;
    readonly lives: number;
    readonly seen: number;
  }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = secondsOf(() => runPrototype(profiles, plan.from, plan.measure.end));
    const lives = secondsOf(() => liveAll(plan, "alone"));
    const seen = secondsOf(() => liveAll(plan, "delivered"));
    const whole = await secondsOfAsync(() => run(plan, { workers: 1 }));
    rounds.push({
      bare: bare.seconds,
      lives: lives.seconds,
      seen: seen.seconds,
      whole: whole.seconds,
    });
  }
  const middle = (read: (round: (typeof rounds)[number]) => number): number =>
    median(rounds.map(read));
  return {
    "people.profileMonthsPerSecond.prototype": months / middle(({ bare }) => bare),
    "people.profileMonthsPerSecond.whole": months / middle(({ whole }) => whole),
    "people.ratioWholeToPrototype": middle(({ bare, whole }) => bare / whole),
    "people.shareOfTime.lives": middle(({ lives, whole }) => lives / whole),
    "people.shareOfTime.feeds": middle(({ lives, seen, whole }) => (seen - lives) / whole),
    "people.shareOfTime.engineAndMeasures": middle(({ seen, whole }) => (whole - seen) / whole),
  };
}

/** Lets everybody live without any rule; with or without feeds that deliver it. */
function liveAll(plan: Plan, how: "alone" | "delivered"): number {
  const people = createPeople(plan.people, {
    seed: plan.seed,
    from: plan.from,
    to: plan.measure.end,
  });
  const delivery = createDelivery(plan.feeds, plan.seed);
  let count = 0;
  for (let index = 0; index < plan.profiles; index++) {
    const life = people.lifeOf(index);
    delivery.begin(index);
    while (life.nextAt() < plan.measure.end)
      for (const event of life.advance()) {
        if (how === "delivered") delivery.deliver(event, () => (count += 1));
        else count += 1;
      }
  }
  return count;
}
