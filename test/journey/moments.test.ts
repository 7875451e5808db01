import { describe, expect, test } from "vitest";
import type { TrueEvent } from "../../src/model/truth.ts";
import { dayAt, getZone, timeOfDayAt } from "../../src/time/zone.ts";
import { FOUR_ZONES, type Lived, landingsOf, liveAll } from "./living.ts";

const HOUR = 3_600_000;
const LIVES = liveAll(4000);
const EVENTS = LIVES.flatMap(({ events }) => events);

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

describe("mail", () => {
  test("by machines is marked so, and hides the opens by hand that follow", () => {
    const machines = EVENTS.filter(({ cause }) => cause === "machine-open");
    expect(machines.length).toBeGreaterThan(500);
    expect(machines.every(({ properties }) => properties["machine_open"] === true)).toBe(true);
    const fetched = new Set(machines.map(({ properties }) => properties["email_id"]));
    const unseen = EVENTS.filter(({ isUnseen }) => isUnseen === true);
    expect(unseen.length).toBeGreaterThan(100);
    expect(unseen.every(({ properties }) => fetched.has(properties["email_id"]))).toBe(true);
  });

  test("does nothing before it is delivered, and no hand opens it at night", () => {
    const numbers = { ...FOUR_ZONES.numbers, tripsPerYear: 0 };
    for (const { zone, events } of liveAll(1000, { ...FOUR_ZONES, numbers })) {
      const arrived = new Set<unknown>();
      for (const { name, cause, feed, properties, at } of events) {
        if (/^Email (Delivered|Bounced)$/.test(name)) arrived.add(properties["email_id"]);
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
      const again =
        events.find((each) => each.at > at && each.properties["consent"] === true)?.at ?? Infinity;
      const isLate = (each: TrueEvent): boolean =>
        each.name === "Email Delivered" && each.at > at + 600_000 && each.at < again;
      expect(events.filter(isLate)).toEqual([]);
    }
    expect(unsubscribed).toBeGreaterThan(10);
  });
});
