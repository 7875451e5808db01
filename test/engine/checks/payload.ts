import fc from "fast-check";
import { expect } from "./expect.ts";
import type * as cartModule from "../../../src/engine/cart.ts";
import type * as senderModule from "../../../src/engine/sender.ts";
import type * as viewedModule from "../../../src/engine/viewed.ts";
import { type Event, PROFILE_UPDATED, type Values } from "../../../src/model/event.ts";
import type { Segment } from "../../../src/rule/ast.ts";
import { type Instant, instant } from "../../../src/time/instant.ts";

const BASE = Date.UTC(2026, 2, 1);
const at = (minute: number): Instant => instant(BASE + minute * 60_000);

function event(minute: number, name: string, properties: Values = {}): Event {
  const feed = name === PROFILE_UPDATED ? "crm" : "session-log";
  return {
    id: minute,
    name,
    at: at(minute),
    arrivedAt: at(minute),
    sequence: minute,
    feed,
    properties,
  };
}

type Modules = typeof cartModule & typeof viewedModule & typeof senderModule;

/** What is asked of messages, law by law. */
export const payloadChecks: readonly (readonly [string, (engine: Modules) => void])[] = [
  [
    "the cart is what was added, less what was removed, since the last order",
    ({ Cart }) => {
      const cart = new Cart();
      cart.take(event(1, "Product Added", { product_id: "old" }));
      cart.take(event(2, "Order Completed"));
      cart.take(event(3, "Product Added", { product_id: "a" }));
      cart.take(event(4, "Product Added", { product_id: "b" }));
      cart.take(event(5, "Product Added", { product_id: "a" }));
      expect(cart.items()).toEqual(["b", "a"]);
      cart.take(event(6, "Product Removed", { product_id: "b" }));
      expect(cart.items()).toEqual(["a"]);
      cart.take(event(7, "Cart Viewed", { products: [{ product_id: "c" }, "d", {}] }));
      expect(cart.items()).toEqual(["c", "d"]);
      cart.take(event(8, "Cart Viewed"));
      expect(cart.items()).toEqual(["c", "d"]);
    },
  ],

  [
    "viewed products come newest first, each once, twenty at most",
    ({ Viewed }) => {
      const viewed = new Viewed();
      for (let minute = 0; minute < 25; minute++)
        viewed.take(event(minute, "Product Viewed", { product_id: minute }));
      viewed.take(event(30, "Product Viewed", { product_id: 10 }));
      viewed.take(event(31, "Product Viewed", {}));
      expect(viewed.items()).toHaveLength(20);
      expect(viewed.items().slice(0, 3)).toEqual([10, 24, 23]);
    },
  ],

  [
    "late events take their place: any order of arrival shows the same products",
    ({ Cart, Viewed }) => {
      const step = fc.record({
        name: fc.constantFrom(
          "Product Added",
          "Product Removed",
          "Cart Viewed",
          "Order Completed",
          "Product Viewed",
        ),
        product_id: fc.constantFrom("a", "b", "c", "d"),
      });
      const shuffled = fc.array(step, { maxLength: 12 }).chain((steps) =>
        fc.tuple(
          fc.constant(steps),
          fc.shuffledSubarray(
            steps.map((_, i) => i),
            { minLength: steps.length },
          ),
        ),
      );
      fc.assert(
        fc.property(shuffled, ([steps, order]) => {
          const events = steps.map(({ name, product_id }, minute) =>
            event(minute, name, { product_id }),
          );
          const items = (list: readonly Event[]): unknown => {
            const both = [new Cart(), new Viewed()];
            for (const each of list) for (const one of both) one.take(each);
            return both.map((one) => one.items());
          };
          expect(items(order.map((index) => events[index]!))).toEqual(items(events));
        }),
      );
    },
  ],

  [
    "a send carries its values as of that instant, and not what is dated later",
    ({ Sender }) => {
      const span = { start: 0, end: 0 };
      const metric = { word: "cart_views", quoted: false, events: ["Cart Viewed"] };
      const segment: Segment = {
        kind: "segment",
        span,
        name: "offer",
        named: true,
        when: {
          kind: "count",
          span,
          metric,
          comparator: ">=",
          number: 1,
          window: { kind: "ever" },
        },
        then: {
          kind: "send",
          span,
          channel: "email",
          subject: "Yours",
          values: [
            { name: "products", value: { kind: "bound", to: { kind: "cart_items" } } },
            { name: "seen", value: { kind: "bound", to: { kind: "viewed_items" } } },
            {
              name: "plan",
              value: { kind: "bound", to: { kind: "attribute", attribute: "plan" } },
            },
            {
              name: "tier",
              value: { kind: "bound", to: { kind: "attribute", attribute: "tier" } },
            },
            { name: "code", value: { kind: "literal", value: "VIEW20" } },
          ],
        },
      };
      const sender = new Sender([segment], { defaultZone: "UTC" });
      sender.reset({ id: "ada", attributes: { plan: "free" } }, at(0));
      sender.engine.push({
        ...event(9, "Product Added", { product_id: "tomorrow" }),
        arrivedAt: at(1),
      });
      sender.engine.push(event(1, "Product Added", { product_id: "a" }));
      sender.engine.push(event(2, "Product Viewed", { product_id: "v" }));
      sender.engine.push(event(3, PROFILE_UPDATED, { plan: "gold" }));
      sender.engine.push(event(4, "Cart Viewed"));
      sender.engine.advanceTo(at(20));
      expect(sender.outcome.sends).toEqual([
        {
          at: at(4),
          segment: 0,
          subject: "Yours",
          payload: { products: ["a"], seen: ["v"], plan: "gold", tier: null, code: "VIEW20" },
          ghost: false,
        },
      ]);
    },
  ],
  [
    "of events that are equal in time the later arrival counts as the later",
    ({ Cart, Viewed }) => {
      const cart = new Cart();
      cart.take(event(1, "Product Added", { product_id: "a" }));
      cart.take(event(1, "Product Removed", { product_id: "a" }));
      expect(cart.items()).toEqual([]);
      const viewed = new Viewed();
      viewed.take(event(1, "Product Viewed", { product_id: "a" }));
      viewed.take(event(1, "Product Viewed", { product_id: "b" }));
      expect(viewed.items()).toEqual(["b", "a"]);
    },
  ],
  [
    "the newest 200 events of a cart are remembered",
    ({ Cart }) => {
      const cart = new Cart();
      const add = (minute: number): void =>
        cart.take(event(minute, "Product Added", { product_id: minute }));
      for (let minute = 0; minute < 200; minute++) add(minute);
      expect(cart.items()).toHaveLength(200);
      add(200);
      expect(cart.items()).toHaveLength(200);
      expect(cart.items()[0]).toBe(1);
    },
  ],
];
