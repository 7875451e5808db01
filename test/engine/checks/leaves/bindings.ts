import { expect } from "../expect.ts";
import { type Check, type Fact, told } from "./told.ts";

const view = (minute: number, product: string): Fact => [
  minute,
  "Product Viewed",
  { properties: { product_id: product } },
];

const add = (minute: number, product: string): Fact => [
  minute,
  "Product Added",
  { properties: { product_id: product } },
];

/** One view a minute, each of another product. */
const browsing = (from: number, to: number): readonly Fact[] =>
  Array.from({ length: to - from }, (_, index) => view(from + index, `p${from + index}`));

const TWICE = "product_views >= 2 of the same product in last 1h";

/** What is asked of counts of the same thing. */
export const bindingChecks: readonly Check[] = [
  [
    "one of many products is enough, and each has its own time",
    (engine) => {
      expect(told(engine, TWICE, [...browsing(0, 500), view(250.5, "p240")])).toEqual([
        "+250.5",
        "-300",
      ]);
      const two = [...browsing(0, 200), view(100.5, "p90"), view(120.5, "p99")];
      expect(told(engine, TWICE, two)).toEqual(["+100.5", "-159"]);
      expect(told(engine, TWICE, [...browsing(0, 300), view(200, "p130")])).toEqual([]);
    },
  ],
  [
    "a product that was forgotten is known again when it comes back",
    (engine) => {
      const facts = [...browsing(0, 300), view(300, "p1"), view(310, "p1"), view(310, "p299")];
      expect(told(engine, TWICE, facts)).toEqual(["+310", "-360"]);
    },
  ],
  [
    "all parts speak of one product, those on the profile of none",
    (engine) => {
      const rule = `${TWICE} and no adds of that product in last 1h and device = mobile`;
      const on = (minute: number, device: string): Fact => [minute, "Page Viewed", { device }];
      const facts = [
        ...browsing(0, 100),
        view(40.5, "p30"),
        add(41, "p31"),
        on(50, "mobile"),
        add(55, "p30"),
        view(60.5, "p45"),
        on(70, "desktop"),
      ];
      expect(told(engine, rule, facts)).toEqual(["+50", "-55", "+60.5", "-70"]);
    },
  ],
  [
    "a product that was added and never looked at",
    (engine) => {
      const rule =
        "product_views = 0 of the same product in last 1h and adds >= 1 of the same product in last 1h";
      const facts = [view(0, "a"), add(10, "a"), add(20, "b"), view(30, "b")];
      expect(told(engine, rule, facts)).toEqual(["+20", "-30", "+60", "-70"]);
    },
  ],
  [
    "either of one product, and a device among the alternatives",
    (engine) => {
      const rule = `${TWICE} and (adds >= 1 of that product in last 1h or device = mobile)`;
      const facts = [view(0, "a"), view(10, "a"), add(20, "b"), add(30, "a")];
      expect(told(engine, rule, facts)).toEqual(["+30", "-60"]);
      const mobile: Fact = [15, "Page Viewed", { device: "mobile" }];
      expect(told(engine, rule, [...facts, mobile])).toEqual(["+15", "-60"]);
    },
  ],
];
