import { expect, test } from "vitest";
import { defaultPeople } from "../../src/journey/settings.ts";
import { live, liveAll } from "./living.ts";

const DAY = 86_400_000;

test("travellers are elsewhere since a trip began, never in the zone that they left", () => {
  const often = { ...defaultPeople, numbers: { ...defaultPeople.numbers, tripsPerYear: 60 } };
  const lives = liveAll(400, often);
  const away = lives.flatMap(({ events }) => events.filter((each) => each.away !== undefined));
  expect(away.length).toBeGreaterThan(500);
  for (const { at, zone, away: trip } of away) {
    expect(zone).not.toBe(trip?.home);
    expect(at).toBeGreaterThanOrEqual(trip!.since);
  }
  expect(new Set(away.map(({ away: trip }) => trip?.trip)).size).toBeGreaterThan(100);
});

test("after an order some people are lost: with all of them lost nobody orders twice", () => {
  const numbers = { ...defaultPeople.numbers, missionsPerWeek: 3, churnAlpha: 500, churnBeta: 0.5 };
  const ordersOf = (settings: typeof defaultPeople): readonly number[] =>
    liveAll(500, settings).map(
      ({ events }) =>
        new Set(
          events.filter(({ name }) => name === "Order Completed").map(({ mission }) => mission),
        ).size,
    );
  const lost = ordersOf({ ...defaultPeople, numbers });
  const kept = ordersOf({ ...defaultPeople, numbers: { ...numbers, churnAlpha: 0 } });
  const repeated = (orders: readonly number[]): number =>
    orders.filter((each) => each > 1).length / orders.filter((each) => each > 0).length;
  expect(repeated(kept)).toBeGreaterThan(0.3);
  // Missions that were open at the first order go on to their own end.
  expect(repeated(lost)).toBeLessThan(repeated(kept) / 2);
});

test("somebody else at a shared device leaves no trace in the person's own life", () => {
  const alone = { ...defaultPeople, numbers: { ...defaultPeople.numbers, sharedDevice: 0 } };
  const shared = { ...defaultPeople, numbers: { ...defaultPeople.numbers, sharedDevice: 1 } };
  let foreign = 0;
  for (let index = 0; index < 200; index++) {
    const own = live(index, shared).events.filter(({ cause }) => cause !== "other-person");
    foreign += live(index, shared).events.length - own.length;
    expect(JSON.stringify(own)).toBe(JSON.stringify(live(index, alone).events));
  }
  expect(foreign).toBeGreaterThan(500);
});

test("a device is anonymous until a login, a checkout, a form or a click, and known ever after", () => {
  let revealed = 0;
  for (const { events } of liveAll(600, defaultPeople)) {
    const known = new Set<string>();
    for (const event of events) {
      if (event.feed !== "session-log") continue;
      if (event.reveals !== undefined) {
        revealed += 1;
        known.add(event.device!);
        expect(event.anonymous).toBeUndefined();
      }
      if (event.anonymous !== undefined) expect(known.has(event.device!)).toBe(false);
    }
  }
  expect(revealed).toBeGreaterThan(50);
});

test("whoever signs up gets mail from then on, and the CRM knows", () => {
  const eager = { ...defaultPeople, consent: 0, numbers: { ...defaultPeople.numbers, form: 0.2 } };
  let signedUp = 0;
  for (const { events } of liveAll(300, eager)) {
    const form = events.find(({ properties }) => properties["form_name"] === "newsletter");
    const first = events.find(({ name }) => name === "Email Delivered" || name === "Email Bounced");
    if (form === undefined) {
      expect(first).toBeUndefined();
      continue;
    }
    signedUp += 1;
    if (form.at < events.at(-1)!.at - 8 * DAY) expect(first?.at).toBeGreaterThan(form.at);
    const told = events.find(({ properties }) => properties["consent"] === true);
    expect(told?.at).toBe(form.at);
  }
  expect(signedUp).toBeGreaterThan(20);
});
