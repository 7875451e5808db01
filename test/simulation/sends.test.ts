import { describe, expect, test } from "vitest";
import type { ProfileLog } from "../../src/model/log.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { World } from "../../src/simulation/world.ts";
import { shippedPlan } from "../bench/simulation-bench.ts";

// What becomes of sends in the closed loop: who gets them, and what nobody gets.

const given = shippedPlan("evening-offer.yaml");
const OFFER = `segment offer
when cart_views >= 1 in last 48h and local time 10:00..21:00
then send email "Offer"`;

function planWith(rules: string): Plan {
  const { segments, findings } = parseRules({ path: "r.segment", text: rules }, defaultVocabulary);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const names = segments.map(({ name }) => name);
  const measure = { ...given.measure, segments: names, intents: names.map(() => "buy") };
  return { ...given, segments, measure, profiles: 500, policy: {} };
}

interface Lived {
  readonly log: ProfileLog;
  readonly events: readonly TrueEvent[];
}

function lived(rules: string): readonly Lived[] {
  const plan = planWith(rules);
  const world = new World(plan);
  return Array.from({ length: plan.profiles }, (_, index) => {
    const events: TrueEvent[] = [];
    return { log: world.live(index, { happened: (event) => events.push(event) }), events };
  });
}

const silent = lived(OFFER.replace(/then.*/, ""));
const plain = lived(`${OFFER} cool off 24h`);

describe("a holdout", () => {
  const held = lived(`${OFFER} cool off 24h holdout 40%`);

  test("gets ghosts for all sends of the rule, others none, and has about the share that is asked", () => {
    const reached = held.filter(({ log }) => log.sends.length > 0);
    const ghostly = reached.filter(({ log }) => log.sends[0]!.ghost);
    for (const { log } of reached)
      expect(new Set(log.sends.map(({ ghost }) => ghost)).size).toBe(1);
    // Four standard deviations of a binomial.
    const spread = Math.sqrt(reached.length * 0.4 * 0.6);
    expect(reached.length).toBeGreaterThan(50);
    expect(Math.abs(ghostly.length - 0.4 * reached.length)).toBeLessThan(4 * spread);
  });

  test("lives as if the rule sent nothing, to the last byte, and its twin orders as it does", () => {
    for (const [index, { log, events }] of held.entries()) {
      if (log.sends.some(({ ghost }) => !ghost)) continue;
      expect(JSON.stringify(events)).toBe(JSON.stringify(silent[index]!.events));
      expect(log.truth?.twinOrders).toBe(log.truth?.orders);
    }
  });

  test("changes nothing for the others", () => {
    for (const [index, { log, events }] of held.entries()) {
      if (log.sends.some(({ ghost }) => ghost)) continue;
      expect(JSON.stringify(events)).toBe(JSON.stringify(plain[index]!.events));
    }
  });
});

describe("a follow-up", () => {
  const followed = lived(`${OFFER} after 5h send email "Still there?" cool off 24h`);
  const isOf = (flow: string) => (event: TrueEvent) => event.properties["flow"] === flow;

  test("is a message with answers of its own", () => {
    const all = followed.flatMap(({ events }) => events).filter(isOf("offer follow-up 1"));
    const delivered = all.filter(({ name }) => name === "Email Delivered");
    expect(delivered.length).toBeGreaterThan(50);
    expect(new Set(delivered.map(({ properties }) => properties["email_subject"]))).toEqual(
      new Set(["Still there?"]),
    );
    expect(all.some(({ name }) => name === "Email Opened")).toBe(true);
    const ids = followed.map(({ events }) => events.map(({ id }) => id));
    for (const each of ids) expect(new Set(each).size).toBe(each.length);
  });

  test("moves nothing until it is sent, and no answer to the first message", () => {
    for (const [index, { log, events }] of followed.entries()) {
      const first = log.sends.find(({ followUp }) => followUp !== undefined)?.at ?? Infinity;
      const early = (all: readonly TrueEvent[]): string =>
        JSON.stringify(all.filter(({ at }) => at < first + 1000));
      expect(early(events)).toBe(early(plain[index]!.events));
    }
  });
});
