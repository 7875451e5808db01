import { expect, test } from "vitest";
import type { Deeds, SendOutcome } from "../../src/model/log.ts";
import { type Waste, USUAL_PRICES, wasteOf } from "../../src/measure/worth.ts";
import { DAY, at, log, measured, sent, truly } from "./logs.ts";

const NOTHING: Deeds = {
  orders: 0,
  listCents: 0,
  discountCents: 0,
  unsubscribes: 0,
  complaints: 0,
};
const order = (cents: number, off = 0): Deeds => ({
  ...NOTHING,
  orders: 1,
  listCents: cents,
  discountCents: off,
});
const prices = { margin: 0.4, send: 0.01, unsubscribe: 2, complaint: 10 };

test.each<readonly [string, Deeds, Deeds, Waste | undefined]>([
  ["an order that would not have been", order(5000), NOTHING, undefined],
  ["an order that the code pays for", order(5000, 2500), NOTHING, "atALoss"],
  ["a larger order", order(6000), order(5000), undefined],
  ["a cent more, which the send costs", order(5002), order(5000), "sureThing"],
  ["a discount for who would have bought anyway", order(5000, 1000), order(5000), "sureThing"],
  ["nothing at all", NOTHING, NOTHING, "lostCause"],
  ["an order less", NOTHING, order(5000), "harm"],
  ["an unsubscribe", { ...NOTHING, unsubscribes: 1 }, NOTHING, "harm"],
  ["a complaint and an order", { ...order(5000), complaints: 1 }, NOTHING, undefined],
  ["a complaint and a small order", { ...order(500), complaints: 1 }, NOTHING, "harm"],
])("%s", (_, sends, without, waste) => {
  expect(wasteOf({ with: sends, without }, prices)).toBe(waste);
});

function outcome(hour: number, sends: Deeds, without: Deeds): SendOutcome {
  const orders = { ordersWith: sends.orders > 0, ordersWithout: without.orders > 0 };
  return {
    at: at(hour),
    segment: 0,
    isFinished: true,
    ...orders,
    worlds: { with: sends, without },
  };
}

const worlds = { with: order(5000, 1000), without: order(5000) };
const outcomes = [
  outcome(3, order(5000, 1000), order(5000)),
  outcome(4, order(5000, 1000), NOTHING),
  outcome(5, NOTHING, NOTHING),
  outcome(30, NOTHING, order(5000)), // after the stretch
];
const sends = [sent(3), sent(4), sent(5), sent(6, { ghost: true }), sent(30)];
const told = log(1, { sends, truth: { ...truly([]), worlds, outcomes } });

test("wasted sends by kind, and the value of the others with what is wasted", () => {
  const { worth } = measured([told], { ...DAY, prices }).segments[0]!;
  expect(worth).toMatchObject({
    sends: 3,
    wasted: { count: 2, of: 3 },
    wastes: { harm: 0, sureThing: 1, lostCause: 1, atALoss: 0 },
    discounts: 20,
  });
  if (worth.status !== "estimated") throw new Error(worth.reason);
  expect(worth.value).toBeCloseTo(0.4 * 50 - 20 - 0.03, 9);
  expect(worth.perSend).toBeCloseTo(worth.value / 3, 12);
});

test("the policy's value in both worlds, ghosts costing nothing", () => {
  const { policyValue } = measured([told, log(2)], { ...DAY, prices });
  if (policyValue.status !== "estimated") throw new Error(policyValue.reason);
  expect(policyValue.sends).toBe(3);
  expect(policyValue.with).toBeCloseTo(0.4 * 50 - 10 - 0.03, 9);
  expect(policyValue.without).toBeCloseTo(0.4 * 50, 9);
  expect(policyValue.difference).toBeCloseTo(-10.03, 9);
});

test("without the twin world there is no value, and a scenario without prices has the usual", () => {
  const { segments, policyValue } = measured([
    log(1, { truth: { ...truly([]), twinOrders: undefined } }),
  ]);
  expect(segments[0]!.worth).toMatchObject({ status: "not_estimable" });
  expect(policyValue).toMatchObject({ status: "not_estimable" });
  const { worth } = measured([told]).segments[0]!;
  if (worth.status !== "estimated") throw new Error(worth.reason);
  expect(worth.value).toBeCloseTo(USUAL_PRICES.margin * 50 - 20 - 3 * USUAL_PRICES.send, 9);
});
