import { expect, test } from "vitest";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { isChecked, liveChecked } from "../../src/simulation/self-check.ts";
import { World } from "../../src/simulation/world.ts";
import { hours } from "../../src/time/duration.ts";
import { shippedPlan } from "../bench/simulation-bench.ts";

const given = shippedPlan("evening-offer.yaml");

/** Rules that ask for one another, end, wait, follow up, compete and hold out. */
const RULES = `
segment looker when product_views >= 1 in last 24h and local time 07:00..23:00
  then send email "Look" cool off 12h stale after 2h quiet hours 21:30..08:30 hold
segment fan refines looker when evidence >= 3 events in last 7d
  when cart_views >= 1 in last 24h
  until session ends
  then send email "Fan" after 30h unless product_views >= 1 since send send email "Still?" after 26h send email "Last"
  re-enter after 3d priority 2 at most 3 sends per 48h
segment evening when entered segment fan in last 3d then send email "Evening" with seen = viewed_items
  send within 18:00..20:00 cool off 20h holdout 50%
segment opener when no opens in last 24h until opens >= 1 since entry
`;

function planWith(rules: string): Plan {
  const { segments, findings } = parseRules({ path: "r.segment", text: rules }, defaultVocabulary);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const names = segments.map(({ name }) => name);
  const measure = { ...given.measure, segments: names, intents: names.map(() => "buy") };
  const policy = { coolOff: hours(1), caps: [{ sends: 4, per: hours(72) }] };
  return { ...given, segments, measure, profiles: 200, policy };
}

const plan = planWith(RULES);

test("one profile in a hundred is judged again", () => {
  const checked = (from: number, to: number): number =>
    Array.from({ length: to - from }, (_, index) => from + index).filter(isChecked).length;
  expect(checked(0, 5000)).toBe(50);
  expect(checked(5000, 25_000)).toBe(200);
  expect(isChecked(0)).toBe(true);
});

test("the reference agrees on rules with clauses that ask for one another", () => {
  const world = new World(plan);
  const found = new Set<string>();
  for (let index = 0; index < plan.profiles; index++)
    for (const { cause, outcome } of liveChecked(world, plan, index).decisions)
      found.add(cause).add(outcome);
  // All of it happened.
  for (const each of ["re_entered", "gate_opened", "quiet_hours_ended", "followed_up"])
    expect(found).toContain(each);
  for (const each of ["re_entry", "unless", "cool_off", "cap", "priority", "holdout"])
    expect(found).toContain(each);
});

test.each<readonly [string, Plan]>([
  ["who is in", planWith(RULES.replace("no opens in last 24h", "no opens in last 25h"))],
  [
    "what is kept back",
    { ...plan, policy: { ...plan.policy, caps: [{ sends: 3, per: hours(72) }] } },
  ],
  ["who is held out", { ...plan, seed: "another" }],
  ["what a message says", planWith(RULES.replace("seen = viewed_items", 'seen = "nothing"'))],
])("a world that differs in %s is found out", (_, other) => {
  const world = new World(other);
  const all = (): void => {
    for (let index = 0; index < plan.profiles; index++) liveChecked(world, plan, index);
  };
  expect(all).toThrow(/^unreachable: the engine and the reference disagree on p-\d+, seed/);
});
