import { describe, expect, test } from "vitest";
import type { Message } from "../../src/journey/life.ts";
import { createPeople } from "../../src/journey/population.ts";
import { type PeopleSettings, defaultPeople } from "../../src/journey/settings.ts";
import { movedChance } from "../../src/journey/site/visit-plan.ts";
import type { Deed } from "../../src/simulation/deed.ts";
import { OUTCOME_WITHIN, deedsAfter, outcomesOf } from "../../src/simulation/outcomes.ts";
import { type Instant, instant } from "../../src/time/instant.ts";
import { SPAN, landingsOf, live, liveAll, message } from "./living.ts";

const DAY = 86_400_000;

/** People whose only mail is what a test sends. */
function only(numbers: Partial<PeopleSettings["numbers"]> = {}): PeopleSettings {
  return {
    ...defaultPeople,
    mailings: {},
    consent: 1,
    numbers: { ...defaultPeople.numbers, missionsPerWeek: 1, ...numbers },
  };
}

test("a boost wins a share of those who would not buy, a negative one loses a share of those who would", () => {
  expect(movedChance(0.2, 0)).toBe(0.2);
  expect(movedChance(0.2, 0.25)).toBeCloseTo(0.4, 12);
  expect(movedChance(0.2, -0.5)).toBeCloseTo(0.1, 12);
  expect(movedChance(0, 1)).toBe(1);
});

function ordersOf(deeds: readonly Deed[]): readonly Instant[] {
  return deeds.filter(({ kind }) => kind === "order").map(({ at }) => at);
}

/** One cart message ten minutes after a cart was filled, to everybody who filled one early enough. */
function cartMessages(settings: PeopleSettings, number: number) {
  const people = createPeople(settings, SPAN);
  const living = (index: number) => ({ people, index, end: SPAN.to });
  return Array.from({ length: number }, (_, index) => index).flatMap((index) => {
    const cart = live(index, settings).intents.find(({ intent }) => intent === "abandoned_cart");
    if (cart === undefined || cart.from > SPAN.to - 14 * DAY) return [];
    const sent = message(instant(cart.from + 600_000));
    const deeds = deedsAfter(living(index), [sent]);
    const twinDeeds = deedsAfter(living(index), []);
    const [orders, alone] = [ordersOf(deeds), ordersOf(twinDeeds)];
    const worlds = { deeds, twinDeeds };
    const [outcome] = outcomesOf(living(index), [{ segment: 0, message: sent }], worlds);
    return [{ index, sent, orders, alone, outcome: outcome! }];
  });
}

function share<T>(all: readonly T[], test: (each: T) => boolean): number {
  return all.filter(test).length / all.length;
}

describe("a cart message", () => {
  const decisions = cartMessages(only(), 2500);

  test("raises orders of seven days by 2.5 points (assumed), within 4 standard errors", () => {
    expect(decisions.length).toBeGreaterThan(500);
    const gained = share(decisions, ({ outcome }) => outcome.ordersWith && !outcome.ordersWithout);
    const lost = share(decisions, ({ outcome }) => !outcome.ordersWith && outcome.ordersWithout);
    const error = Math.sqrt((gained + lost - (gained - lost) ** 2) / decisions.length);
    expect(Math.abs(gained - lost - 0.025)).toBeLessThan(4 * error);
    expect(gained - lost).toBeGreaterThan(2 * error);
  });

  test("meets sure things, persuadables, lost causes and some sleeping dogs", () => {
    const kinds = new Set(
      decisions.map(({ outcome }) => `${outcome.ordersWith} ${outcome.ordersWithout}`),
    );
    expect([...kinds].toSorted()).toContain("true true");
    expect(kinds).toContain("true false");
    expect(kinds).toContain("false false");
    const dogs = cartMessages(only({ sleepingDog: 1, sleepingDogSize: 0.9 }), 1500);
    const harmed = dogs.filter(({ outcome }) => !outcome.ordersWith && outcome.ordersWithout);
    expect(harmed.length).toBeGreaterThan(5);
    expect(dogs.some(({ outcome }) => outcome.ordersWith && !outcome.ordersWithout)).toBe(false);
  });

  test("has, alone, the effect that the twin worlds differ by", () => {
    for (const { sent, orders, alone, outcome } of decisions) {
      const within = (each: Instant): boolean => sent.at < each && each <= sent.at + OUTCOME_WITHIN;
      expect(outcome.ordersWith).toBe(orders.some(within));
      expect(outcome.ordersWithout).toBe(alone.some(within));
    }
  });

  test("without any effect changes no order of anybody: the A/A difference is exactly 0", () => {
    const inert = only({
      clickMessage: 0,
      visitMessage: 0,
      boostMessage: 0,
      boostClick: 0,
      sleepingDog: 0,
      fatigueOpen: 0,
      hardBounce: 0,
      unsubscribeMessage: 0,
      complaintMessage: 0,
    });
    const noGuards = { ...inert, missions: { cart_abandoner: 0.5, loyal: 0.5 } };
    for (const { orders, alone, outcome } of cartMessages(noGuards, 600)) {
      expect(orders).toEqual(alone);
      expect(outcome.ordersWith).toBe(outcome.ordersWithout);
    }
  });
});

test("where mail only raises hazards, all visits of the silent world take place in the other, up to the first order", () => {
  const settings = {
    ...only({ sleepingDog: 0, fatigueOpen: 0 }),
    missions: { browser: 0.5, cart_abandoner: 0.5 },
  };
  const at = instant(SPAN.from + 9 * DAY);
  let more = 0;
  for (let index = 0; index < 400; index++) {
    const sent = live(index, settings, [message(at)]);
    const alone = live(index, settings);
    const firstOrder = sent.events.find(({ name }) => name === "Order Completed")?.at ?? Infinity;
    const keys = new Set(landingsOf(sent).map(({ properties }) => properties["session_id"]));
    const own = landingsOf(alone).filter((each) => each.at < firstOrder - DAY);
    expect(own.every(({ properties }) => keys.has(properties["session_id"]))).toBe(true);
    more += landingsOf(sent).length - landingsOf(alone).length;
  }
  expect(more).toBeGreaterThan(10);
});

test("a newsletter raises the share of people who visit by 4.5 to 7.7 points (Hillstrom 2008), within 4 standard errors", () => {
  const week = { ...SPAN, from: instant(Date.UTC(2026, 2, 9)), to: instant(Date.UTC(2026, 2, 17)) };
  const mailed = {
    ...defaultPeople,
    consent: 1,
    mailings: { news: { perWeek: 1, at: 36_000_000 } },
  };
  const silent = { ...mailed, mailings: {} };
  const visits = (settings: PeopleSettings): readonly boolean[] =>
    liveAll(6000, settings, week).map((lived) => landingsOf(lived).length > 0);
  const [on, off] = [visits(mailed), visits(silent)];
  const gained = on.filter((each, index) => each && !off[index]).length;
  const lost = off.filter((each, index) => each && !on[index]).length;
  const difference = (gained - lost) / on.length;
  const error = Math.sqrt(gained + lost) / on.length;
  expect(difference).toBeGreaterThan(0.045 - 4 * error);
  expect(difference).toBeLessThan(0.077 + 4 * error);
  const deaf = {
    ...mailed,
    numbers: { ...mailed.numbers, visitNewsletter: 0, clickNewsletter: 0 },
  };
  const unmoved = visits(deaf).filter((each, index) => each && !off[index]).length;
  expect(unmoved / on.length).toBeLessThan(0.01); // the mutant: mail without an effect is seen
});

test("a letter makes recent buyers want more now and then, and moves no draw of anybody else", () => {
  const prompting = (promptRecent: number): PeopleSettings => ({
    ...defaultPeople,
    consent: 1,
    numbers: { ...defaultPeople.numbers, missionsPerWeek: 1, promptRecent },
  });
  const [all, none] = [prompting(1), prompting(0)];
  let [more, buyers] = [0, 0];
  for (let index = 0; index < 600; index++) {
    const [prompted, unmoved] = [live(index, all), live(index, none)];
    const isOrder = ({ name }: { readonly name: string }): boolean => name === "Order Completed";
    const first = unmoved.events.find(isOrder)?.at ?? Infinity;
    const until = ({ events }: typeof unmoved) => events.filter(({ at }) => at <= first);
    expect(until(prompted)).toEqual(until(unmoved));
    if (first < Infinity) buyers += 1;
    const missions = new Set(unmoved.intents.map(({ mission }) => mission));
    const begun = prompted.intents.filter(({ mission }) => !missions.has(mission));
    for (const { from } of begun) expect(from).toBeGreaterThan(first);
    more += begun.length;
  }
  expect(buyers).toBeGreaterThan(50);
  expect(more).toBeGreaterThan(10);
});

test("an order with a code in mind costs less, and sure things use it too", () => {
  const at = (index: number): Message => ({
    ...message(instant(SPAN.from + index)),
    code: "VIEW20",
  });
  const eager = {
    ...only({ openMessage: 0.99, openDelayMedianH: 0.01, discountH: 24 * 40, missionsPerWeek: 4 }),
    missions: { loyal: 1 },
  };
  let used = 0;
  for (let index = 0; index < 100; index++) {
    for (const { name, properties } of live(index, eager, [at(DAY)]).events) {
      if (name !== "Order Completed" || properties["coupon"] === undefined) continue;
      used += 1;
      const { value, discount } = properties;
      if (typeof value !== "number" || typeof discount !== "number") throw new Error("no numbers");
      expect(discount / (value + discount)).toBeCloseTo(0.2, 2);
    }
  }
  expect(used).toBeGreaterThan(20);
});

test("whoever hears of orders alone hears of the same ones, and by the end of an outcome's time of all that count", () => {
  const settings = { ...defaultPeople, numbers: { ...defaultPeople.numbers, missionsPerWeek: 2 } };
  const people = createPeople(settings, SPAN);
  const messages = [5, 9, 14].map((day, ordinal) => ({
    ...message(instant(SPAN.from + day * DAY)),
    ordinal,
  }));
  const sent = messages.map((each) => ({ segment: 0, message: each }));
  const told = (index: number, some: readonly Message[]): readonly Instant[] =>
    live(index, settings, some)
      .events.filter(({ name }) => name === "Order Completed")
      .map(({ at }) => at);
  let number = 0;
  for (let index = 0; index < 300; index++) {
    const living = { people, index, end: SPAN.to };
    const deeds = deedsAfter(living, messages);
    const orders = ordersOf(deeds);
    expect(orders).toEqual(told(index, messages));
    number += orders.length;
    const outcomes = outcomesOf(living, sent, { deeds, twinDeeds: deedsAfter(living, []) });
    outcomes.forEach(({ at, ordersWithout }, which) => {
      const others = messages.filter((_, other) => other !== which);
      const without = told(index, others).some((each) => at < each && each <= at + OUTCOME_WITHIN);
      expect(ordersWithout).toBe(without);
    });
  }
  expect(number).toBeGreaterThan(50);
});
