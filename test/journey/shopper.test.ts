import { describe, expect, test } from "vitest";
import { inTheOrderOfTheShop } from "./invariants.ts";
import { liveAll } from "./living.ts";

const LIVES = liveAll(600);

describe("on the site", () => {
  test("a product is viewed, added, checked out and ordered in that order, and an order empties the cart", () => {
    expect(LIVES.flatMap(inTheOrderOfTheShop)).toEqual([]);
    const orders = LIVES.flatMap(({ events }) =>
      events.filter(({ name }) => name === "Order Completed"),
    );
    expect(orders.length).toBeGreaterThan(30);
  });

  test("that check finds a life lived backwards", () => {
    const backwards = LIVES.map(({ events }) => [...events].reverse());
    expect(backwards.flatMap((events) => inTheOrderOfTheShop({ events })).length).toBeGreaterThan(
      100,
    );
  });

  test("a person is in one visit at a time", () => {
    for (const { events } of LIVES) {
      const sessions = events
        .filter(({ feed, cause }) => feed === "session-log" && cause === "human")
        .map(({ properties }) => properties["session_id"]);
      const stays = sessions.filter((session, index) => session !== sessions[index - 1]);
      expect(new Set(stays).size).toBe(stays.length);
    }
  });

  test("visits say device, zone and place", () => {
    const events = LIVES.flatMap((lived) => lived.events.map((event) => ({ lived, event })));
    for (const { lived, event } of events) {
      if (event.feed === "session-log") {
        expect(["mobile", "desktop", "tablet"]).toContain(event.device);
        expect(event.away?.home ?? event.zone).toBe(lived.zone);
        expect(event.zone === lived.zone).toBe(event.away === undefined);
      } else expect(event.device).toBeUndefined();
    }
  });
});

describe("over days", () => {
  test("abandoners look into their carts again within two days", () => {
    const again = LIVES.filter(({ events }) => {
      const views = events.filter(({ name }) => name === "Cart Viewed");
      return views.some((view, index) => {
        const next = views[index + 1];
        return (
          next !== undefined &&
          next.at - view.at < 48 * 3_600_000 &&
          next.properties["session_id"] !== view.properties["session_id"]
        );
      });
    });
    expect(again.length).toBeGreaterThan(20);
  });

  test("the CRM counts every order", () => {
    for (const { events } of LIVES) {
      const counts = events.flatMap(({ name, properties }) =>
        name === "Profile Updated" && "lifetime_orders" in properties
          ? [properties["lifetime_orders"]]
          : [],
      );
      const orders = events.filter(({ name }) => name === "Order Completed").length;
      expect(counts).toEqual(
        Array.from({ length: orders + 1 }, (_, index) => Number(counts[0]) + index),
      );
    }
  });
});

describe("intent", () => {
  test("to buy ends with the order, and an abandoned cart lies within it", () => {
    let bought = 0;
    for (const { events, intents } of LIVES) {
      for (const order of events.filter(({ name }) => name === "Order Completed")) {
        const buy = intents.find(
          ({ intent, mission }) => intent === "buy" && mission === order.mission,
        );
        expect(buy?.to).toBe(order.at);
        bought += 1;
      }
      for (const cart of intents.filter(({ intent }) => intent === "abandoned_cart")) {
        const buy = intents.find(
          ({ intent, mission }) => intent === "buy" && mission === cart.mission,
        );
        expect(buy !== undefined && buy.from < cart.from && cart.to <= buy.to).toBe(true);
      }
    }
    expect(bought).toBeGreaterThan(30);
  });

  test("of an abandoned cart is only in people who may be written to", () => {
    for (const { events, intents } of LIVES) {
      const isEverGiven = events.some(({ properties }) => properties["consent"] === true);
      if (!isEverGiven)
        expect(intents.some(({ intent }) => intent === "abandoned_cart")).toBe(false);
    }
  });
});
