import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPeople } from "../../src/journey/population.ts";
import { READY_MADE } from "../../src/journey/presets/ready-made.ts";
import type { PeopleSettings } from "../../src/journey/settings.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import { NEVER, instant } from "../../src/time/instant.ts";
import { FOUR_ZONES, SPAN, live, liveAll, message } from "./living.ts";

const HOUR = 3_600_000;

describe("the same seed", () => {
  test("gives the same life, byte for byte, whoever else lives and in whatever order", () => {
    const people = createPeople(FOUR_ZONES, SPAN);
    people.lifeOf(900).advance();
    const late = people.lifeOf(41);
    const events: TrueEvent[] = [];
    while (late.nextAt() < NEVER) events.push(...late.advance());
    expect(JSON.stringify(events)).toBe(JSON.stringify(live(41).events));
    expect(events.length).toBeGreaterThan(0);
    expect(late.id).toBe("p-00041");
  });

  test("gives the same lives whatever the order of the zones in the settings", () => {
    const zones = Object.fromEntries(Object.entries(FOUR_ZONES.zones).reverse());
    expect(live(5, { ...FOUR_ZONES, zones })).toEqual(live(5));
  });

  test("gives the same lives to all but those whom one more kind of mission wins", () => {
    const missionTypes = { ...FOUR_ZONES.missionTypes, window_shopper: READY_MADE["browser"]! };
    const missions = { ...FOUR_ZONES.missions, window_shopper: 0.05 };
    const more = { ...FOUR_ZONES, missions, missionTypes };
    const texts = (settings: PeopleSettings): readonly string[] =>
      liveAll(300, settings).map(({ events }) => JSON.stringify(events));
    const [before, after] = [texts(FOUR_ZONES), texts(more)];
    const changed = before.filter((text, index) => text !== after[index]).length;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(300 * 0.15);
  });

  test("gives other lives if it is another seed", () => {
    const other = createPeople(FOUR_ZONES, { ...SPAN, seed: "8" });
    const homes = (people: typeof other): string =>
      Array.from({ length: 50 }, (_, index) => people.lifeOf(index).zone).join();
    expect(homes(other)).not.toBe(homes(createPeople(FOUR_ZONES, SPAN)));
  });
});

/** Nobody does more after a message than to click it or to refuse it, and nobody tires of mail. */
const UNMOVED: PeopleSettings = {
  ...FOUR_ZONES,
  missions: { browser: 0.5, cart_abandoner: 0.5 },
  numbers: {
    ...FOUR_ZONES.numbers,
    visitMessage: 0,
    boostMessage: 0,
    sleepingDog: 0,
    fatigueOpen: 0,
    fatigueUnsubscribe: 0,
    fatigueComplaint: 0,
  },
};

describe("a message", () => {
  test("changes nothing but what follows from it: all other events stay, byte for byte", () => {
    const at = instant(SPAN.from + 9 * 24 * HOUR);
    let answered = 0;
    for (let index = 0; index < 300; index++) {
      const alone = live(index, UNMOVED).events;
      const sent = live(index, UNMOVED, [message(at)]).events;
      const isCaused = ({ properties }: TrueEvent): boolean => properties["flow"] !== undefined;
      const touched = sent.filter(isCaused);
      expect(touched[0]?.name).toMatch(/^Email (Delivered|Bounced)$/);
      expect(touched.every((each) => each.at >= at + 1000)).toBe(true);
      answered += touched.length - 1;
      // A click may start a visit, and a refusal stop mailings; whoever did neither lives the same life.
      if (touched.some(({ name }) => name !== "Email Delivered" && name !== "Email Opened"))
        continue;
      expect(JSON.stringify(sent.filter((each) => !isCaused(each)))).toBe(JSON.stringify(alone));
    }
    expect(answered).toBeGreaterThan(50);
  });

  test("that is clicked starts a visit, and more people buy than would have unaided", () => {
    let clicks = 0;
    let orders = 0;
    let orderedAlone = 0;
    const count = (events: readonly TrueEvent[], name: string): number =>
      events.filter((each) => each.name === name).length;
    for (let index = 0; index < 1500; index++) {
      const alone = live(index);
      const cart = alone.intents.find(({ intent }) => intent === "abandoned_cart");
      if (cart === undefined) continue;
      const sent = live(index, FOUR_ZONES, [message(instant(cart.from + 600_000))]);
      const click = sent.events.find(
        (each) => each.name === "Email Link Clicked" && each.properties["flow"] !== undefined,
      );
      if (click !== undefined) {
        clicks += 1;
        const landing = sent.events.some(
          (each) => each.feed === "session-log" && each.at > click.at && each.at < click.at + HOUR,
        );
        expect(landing || click.at > SPAN.to - HOUR).toBe(true);
      }
      orders += count(sent.events, "Order Completed");
      orderedAlone += count(alone.events, "Order Completed");
    }
    expect(clicks).toBeGreaterThan(3);
    expect(orders).toBeGreaterThanOrEqual(orderedAlone);
  });

  test("of an ordinal has its own answers: the second is not the first again", () => {
    const at = instant(SPAN.from + 9 * 24 * HOUR);
    const first = live(3, FOUR_ZONES, [message(at)]).events.find((each) => each.properties["flow"]);
    const second = live(3, FOUR_ZONES, [message(at, 1)]).events.find(
      (each) => each.properties["flow"],
    );
    expect(second?.id).not.toBe(first?.id);
  });
});

test("a life runs forwards, in its span, with one id per fact", () => {
  fc.assert(
    fc.property(fc.nat(100_000), (index) => {
      const { events } = live(index);
      let last: TrueEvent | undefined;
      for (const event of events) {
        expect(event.at).toBeGreaterThanOrEqual(SPAN.from);
        expect(event.at).toBeLessThan(SPAN.to);
        expect(Number.isSafeInteger(event.at)).toBe(true);
        if (last !== undefined)
          expect(event.at - last.at || event.sequence - last.sequence).toBeGreaterThan(0);
        last = event;
      }
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    }),
    { numRuns: 100 },
  );
});

test("a life has one id per fact even where people refuse all mail, twice over", () => {
  const numbers = { ...FOUR_ZONES.numbers, unsubscribeNewsletter: 0.2, complaintNewsletter: 0.2 };
  let refusals = 0;
  for (const { events } of liveAll(200, { ...FOUR_ZONES, numbers })) {
    refusals += events.filter(({ name }) => name === "Email Marked as Spam").length;
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  }
  expect(refusals).toBeGreaterThan(20);
});

test("intents lie in the span, and those of one mission and name do not overlap", () => {
  for (const { intents } of liveAll(300)) {
    for (const span of intents) {
      expect(span.from).toBeLessThan(span.to);
      expect(span.to).toBeLessThanOrEqual(SPAN.to);
    }
    const names = intents.map(({ intent, mission }) => `${intent} ${mission}`);
    expect(new Set(names).size).toBe(names.length);
  }
});
