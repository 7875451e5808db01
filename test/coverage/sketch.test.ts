import { expect, test } from "vitest";
import { BLANK, merge, mergeAll } from "../../src/coverage/probe/sketch.ts";

const event = { ago: 5, name: "Cart Viewed", properties: {} };

test("demands on one person add up", () => {
  expect(
    mergeAll([
      { zone: "UTC", states: { device: { value: "mobile" } }, events: [event] },
      {
        time: 7,
        states: { device: { ago: 3 }, "attribute.vip": { value: true } },
        events: [event],
      },
      { session: { depth: 3, page: "Page Viewed" } },
      { session: { idle: 4 } },
    ]),
  ).toEqual({
    zone: "UTC",
    time: 7,
    states: { device: { value: "mobile", ago: 3 }, "attribute.vip": { value: true } },
    events: [event, event],
    session: { depth: 3, page: "Page Viewed", idle: 4 },
  });
});

test.each([
  [{ zone: "UTC" }, { zone: "Europe/Berlin" }],
  [{ time: 0 }, { time: 1 }],
  [{ states: { device: { value: "mobile" } } }, { states: { device: { value: null } } }],
  [{ states: { device: { ago: 1 } } }, { states: { device: { ago: 2 } } }],
  [{ session: { depth: 3 } }, { session: { depth: 4 } }],
])("%o and %o contradict each other", (one, other) => {
  expect(merge(merge(BLANK, one)!, other)).toBeUndefined();
  expect(merge(merge(BLANK, one)!, one)).toEqual(merge(BLANK, one));
});
