import { expect } from "../expect.ts";
import { type Check, type Fact, HOUR, told } from "./told.ts";

const cart = (minute: number): Fact => [minute, "Cart Viewed"];
const open = (minute: number, arrives = minute): Fact => [minute, "Email Opened", { arrives }];
const look = (minute: number): Fact => [minute, "Product Viewed"];

const OFFER = "segment offer when cart_views >= 1 in last 2h";

/** What is asked of memberships that end, and of segments that ask for one another. */
export const segmentChecks: readonly Check[] = [
  [
    "what ends a membership ends it at once, and for as long as the condition holds",
    (engine) => {
      const rule = `${OFFER} until opens >= 1 since entry`;
      expect(told(engine, rule, [cart(0), open(30)])).toEqual(["+0", "-30"]);
      expect(told(engine, rule, [cart(0), open(30), cart(100), cart(400)])).toEqual([
        "+0",
        "-30",
        "+400",
        "-520",
      ]);
      expect(told(engine, rule, [open(0), cart(0), open(0)])).toEqual(["+0", "-120"]);
      expect(told(engine, rule, [cart(10), open(5, 20), open(11, 40)])).toEqual(["+10", "-40"]);
      expect(told(engine, rule, [cart(0), cart(200), open(210)])).toEqual([
        "+0",
        "-120",
        "+200",
        "-210",
      ]);
    },
  ],
  [
    "whom it would end at once does not become a member, until it lets go",
    (engine) => {
      const rule = `${OFFER} until product_views >= 1 in last 1h`;
      expect(told(engine, rule, [look(0), cart(30)])).toEqual(["+60", "-150"]);
      expect(told(engine, rule, [look(0), cart(30), look(60)])).toEqual(["+120", "-150"]);
      expect(told(engine, rule, [cart(0), look(30)])).toEqual(["+0", "-30"]);
      expect(told(engine, `${OFFER} until opens <= 0 since entry`, [cart(0), open(10)])).toEqual(
        [],
      );
    },
  ],
  [
    "a session that ends may end a membership",
    (engine) => {
      expect(told(engine, `${OFFER} until session ends`, [cart(0), look(20)])).toEqual([
        "+0",
        "-50",
      ]);
    },
  ],
  [
    "a segment sees the transitions of the same instant of those that it asks for, in whatever order they are listed",
    (engine) => {
      const rules = `segment guest when in segment offer and opens >= 1 in last 30d ${OFFER}`;
      expect(told(engine, rules, [open(0), cart(10)])).toEqual([
        "offer +10",
        "guest +10",
        "offer -130",
        "guest -130",
      ]);
      const chain = `segment c when in segment b segment b when in segment a segment a when cart_views >= 1 in last 1h`;
      expect(told(engine, chain, [cart(0)])).toEqual([
        "a +0",
        "b +0",
        "c +0",
        "a -60",
        "b -60",
        "c -60",
      ]);
    },
  ],
  [
    "for so long: from the instant on at which the other membership is exactly so old",
    (engine) => {
      const rules = `${OFFER} segment loyal when in segment offer for 1h`;
      expect(told(engine, rules, [cart(0)])).toEqual([
        "offer +0",
        "loyal +60",
        "offer -120",
        "loyal -120",
      ]);
      expect(told(engine, `${OFFER} segment out when not in segment offer`, [cart(5)])).toEqual([
        "out +0",
        "offer +5",
        "out -5",
        "offer -125",
        "out +125",
      ]);
    },
  ],
  [
    "a change of another segment counts until it is exactly so old",
    (engine) => {
      const rules = `${OFFER} segment new when entered segment offer in last 1h segment gone when left segment offer in last 3h`;
      expect(told(engine, rules, [cart(0), cart(300)])).toEqual([
        "offer +0",
        "new +0",
        "new -60",
        "offer -120",
        "gone +120",
        "offer +300",
        "new +300",
        "gone -300",
        "new -360",
        "offer -420",
        "gone +420",
        "gone -600",
      ]);
    },
  ],
  [
    "before the start nobody is a member of anything",
    (engine) => {
      const rules = `${OFFER} segment new when entered segment offer in last 1h`;
      expect(told(engine, rules, [cart(-10)], { from: 0 })).toEqual([
        "offer +0",
        "new +0",
        "new -60",
        "offer -110",
      ]);
    },
  ],
  [
    "who refines a segment is a member of it and has left enough evidence",
    (engine) => {
      const rules = `${OFFER} segment keen refines offer when evidence >= 3 events in last 30d when product_views >= 1 in last 1h`;
      expect(told(engine, rules, [look(0), cart(10), look(30)])).toEqual([
        "offer +10",
        "keen +30",
        "keen -90",
        "offer -130",
      ]);
    },
  ],
  [
    "while its condition holds, a relaxation widens times and lets more devices through",
    (engine) => {
      const rule =
        "segment calm when device = mobile and local time 18:00..21:00 relax when propensity > 0.85: time by 45min, device to (tablet)";
      const tablet: Fact = [0, "Page Viewed", { device: "tablet" }];
      const keen: Fact = [0, "Profile Updated", { properties: { propensity: 0.9 } }];
      expect(told(engine, rule, [tablet], { until: 30 * HOUR })).toEqual([]);
      expect(told(engine, rule, [tablet, keen], { until: 30 * HOUR })).toEqual([
        `+${17.25 * HOUR}`,
        `-${21.75 * HOUR}`,
      ]);
    },
  ],
  [
    "a circle, which no rule that passed its check has, ends all the same",
    (engine) => {
      const rules = "segment a when not in segment b segment b when in segment a";
      expect(told(engine, rules, [], { until: 10 })).toEqual(["a +0", "b +0"]);
      expect(told(engine, "segment a when not in segment a", [], { until: 10 })).toEqual(["+0"]);
    },
  ],
];
