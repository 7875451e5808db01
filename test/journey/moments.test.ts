import { describe, expect, test } from "vitest";
import { type PeopleSettings, defaultPeople } from "../../src/journey/settings.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import { dayAt, getZone, timeOfDayAt } from "../../src/time/zone.ts";
import { FOUR_ZONES, type Lived, landingsOf, liveAll } from "./living.ts";

const HOUR = 3_600_000;
const PEOPLE = 4000;
const LIVES = liveAll(PEOPLE);
const EVENTS = LIVES.flatMap(({ events }) => events);

function share(part: number, whole: number): number {
  return part / whole;
}

function count(name: string, test: (event: TrueEvent) => boolean = () => true): number {
  return EVENTS.filter((each) => each.name === name && test(each)).length;
}

/** How many visits begin in each hour of the wall. */
function hoursOf(lives: readonly Lived[], zone: string): readonly number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  const clock = getZone(zone);
  for (const lived of lives)
    if (lived.zone === zone)
      for (const { at } of landingsOf(lived))
        hours[Math.floor(timeOfDayAt(clock, at) / HOUR)]! += 1;
  return hours;
}

/** Whether the evening is the busiest time on the wall, and the small hours the quietest: blocks of three hours, so that
 *  the smallest zone has a few hundred visits in each. */
function peaksInTheEvening(hours: readonly number[]): boolean {
  const blocks = hours.map((_, hour) =>
    [0, 1, 2].reduce((sum, step) => sum + hours[(hour + step) % 24]!, 0),
  );
  const busiest = blocks.indexOf(Math.max(...blocks));
  const ratio = Math.min(...blocks) / Math.max(...blocks);
  return busiest >= 18 && busiest <= 20 && ratio > 0.05 && ratio < 0.35;
}

describe("the day", () => {
  test.for(Object.keys(FOUR_ZONES.zones))("peaks in the evening of %s", (zone) => {
    expect(peaksInTheEvening(hoursOf(LIVES, zone))).toBe(true);
  });

  test("that check fails for a day turned round", () => {
    const hours = FOUR_ZONES.hours.map((_, hour) => FOUR_ZONES.hours[(hour + 12) % 24]!);
    const mutant = liveAll(1000, { ...FOUR_ZONES, hours });
    expect(peaksInTheEvening(hoursOf(mutant, "America/New_York"))).toBe(false);
  });

  test("that check fails for a flat day", () => {
    const mutant = liveAll(1000, { ...FOUR_ZONES, hours: FOUR_ZONES.hours.map(() => 1) });
    expect(peaksInTheEvening(hoursOf(mutant, "America/New_York"))).toBe(false);
  });

  test("has no hour that clocks skip: New York, 8 March 2026, 02:xx", () => {
    const clock = getZone("America/New_York");
    const day = Date.UTC(2026, 2, 8) / 86_400_000;
    const lived = LIVES.filter(({ zone }) => zone === "America/New_York").flatMap(
      ({ events }) => events,
    );
    const sunday = lived
      .filter(({ at }) => dayAt(clock, at) === day)
      .map(({ at }) => Math.floor(timeOfDayAt(clock, at) / HOUR));
    expect(sunday.length).toBeGreaterThan(100);
    expect(sunday).not.toContain(2);
  });

  test("mailings leave at ten on everybody's own wall", () => {
    for (const { zone, events } of LIVES.slice(0, 500)) {
      const clock = getZone(zone);
      for (const { name, at } of events) {
        if (name !== "Email Delivered") continue;
        const time = timeOfDayAt(clock, at) - 10 * HOUR;
        expect(time).toBeGreaterThanOrEqual(1000);
        expect(time).toBeLessThan(HOUR);
      }
    }
  });
});

/** Shares of visits by device, and of those in the evening by phone. */
function devicesOf(lives: readonly Lived[]): { mobile: number; desktop: number; evening: number } {
  const landings = lives.flatMap((lived) =>
    landingsOf(lived).map((event) => ({ event, clock: getZone(lived.zone) })),
  );
  const evening = landings.filter(({ event, clock }) => {
    const hour = timeOfDayAt(clock, event.at) / HOUR;
    return hour >= 19 && hour < 22;
  });
  const on = (device: string, among: typeof landings): number =>
    share(among.filter(({ event }) => event.device === device).length, among.length);
  return {
    mobile: on("mobile", landings),
    desktop: on("desktop", landings),
    evening: on("mobile", evening),
  };
}

describe("devices", () => {
  test("have the shares of visits that were asked for, ± 2 points, and more phones in the evening", () => {
    const { mobile, desktop, evening } = devicesOf(LIVES);
    expect(Math.abs(mobile - 0.7)).toBeLessThan(0.02);
    expect(Math.abs(desktop - 0.27)).toBeLessThan(0.02);
    expect(evening - mobile).toBeGreaterThan(0.02);
  });

  test("fail that check if everybody shops at a desk", () => {
    const mutant: PeopleSettings = {
      ...FOUR_ZONES,
      devices: { mobile: 0.2, desktop: 0.75, tablet: 0.05 },
    };
    expect(devicesOf(liveAll(500, mutant)).mobile).toBeLessThan(0.5);
  });
});

describe("the site", () => {
  const visits = LIVES.flatMap((lived) => landingsOf(lived)).length;

  test("is seen 4.8 pages at a time, ± .4 (Contentsquare, Q4 2022)", () => {
    const pages =
      count("Page Viewed") +
      count("Product Viewed") +
      count("Cart Viewed") +
      count("Checkout Started");
    expect(Math.abs(share(pages, visits) - 4.8)).toBeLessThan(0.4);
  });

  test("has products added in .125 of visits, ± .03, and orders in .028, ± .008 (eMarketer, Q4 2021)", () => {
    const adding = new Set(
      EVENTS.filter(({ name }) => name === "Product Added").map(
        ({ properties }) => properties["session_id"],
      ),
    );
    expect(Math.abs(share(adding.size, visits) - 0.125)).toBeLessThan(0.03);
    expect(Math.abs(share(count("Order Completed"), visits) - 0.028)).toBeLessThan(0.008);
  });

  test("is visited .7 missions a week per person, ± 10 % for people who differ widely", () => {
    const settled = { ...FOUR_ZONES, numbers: { ...FOUR_ZONES.numbers, missionRateShape: 50 } };
    const missions = liveAll(1500, settled).flatMap(({ events }) => [
      ...new Set(events.map(({ mission }) => mission)),
    ]);
    const found = missions.filter((mission) => mission !== undefined).length;
    const expected = 1500 * defaultPeople.numbers.missionsPerWeek * (30 / 7);
    expect(Math.abs(found / expected - 1)).toBeLessThan(0.1);
  });
});

describe("mail", () => {
  const delivered = count("Email Delivered");
  const isMachine = ({ cause }: TrueEvent): boolean => cause === "machine-open";

  test("goes to the .6 who consented, ± 3 points", () => {
    const consenting = LIVES.filter(({ events }) => events[0]?.properties["consent"] === true);
    expect(Math.abs(share(consenting.length, PEOPLE) - 0.6)).toBeLessThan(0.03);
    const mailed = LIVES.filter(({ events }) =>
      events.some(({ name }) => name === "Email Delivered"),
    );
    expect(mailed.length).toBe(consenting.length);
  });

  test("is opened by machines for .19 of what is delivered, ± 2 points, and marked so", () => {
    expect(Math.abs(share(count("Email Opened", isMachine), delivered) - 0.19)).toBeLessThan(0.02);
    const marked = count("Email Opened", ({ properties }) => properties["machine_open"] === true);
    expect(marked).toBe(count("Email Opened", isMachine));
  });

  test("seems to be opened for .379 of what is delivered, ± 4 points (Klaviyo's average)", () => {
    expect(Math.abs(share(count("Email Opened"), delivered) - 0.379)).toBeLessThan(0.04);
  });

  test("is clicked and refused, rarely but not never", () => {
    expect(Math.abs(share(count("Email Link Clicked"), delivered) - 0.0129)).toBeLessThan(0.004);
    expect(Math.abs(share(count("Unsubscribed"), delivered) - 0.0022)).toBeLessThan(0.0015);
  });

  test("does nothing before it is delivered, and no hand opens it at night", () => {
    for (const { zone, events } of LIVES) {
      const arrived = new Set<unknown>();
      for (const { name, cause, feed, properties, at } of events) {
        if (name === "Email Delivered") arrived.add(properties["email_id"]);
        if (feed === "email") expect(arrived.has(properties["email_id"])).toBe(true);
        if (name !== "Email Opened" || cause !== "human") continue;
        expect(timeOfDayAt(getZone(zone), at)).toBeGreaterThanOrEqual(7 * HOUR);
      }
    }
  });

  test("stops coming after an unsubscribe", () => {
    let unsubscribed = 0;
    for (const { events } of LIVES) {
      const index = events.findIndex(({ name }) => name === "Unsubscribed");
      if (index < 0) continue;
      unsubscribed += 1;
      const { at } = events[index]!;
      expect(
        events.filter((each) => each.name === "Email Delivered" && each.at > at + 600_000),
      ).toEqual([]);
    }
    expect(unsubscribed).toBeGreaterThan(10);
  });
});
