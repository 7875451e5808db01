import { expect } from "../expect.ts";
import { type Check, MS, NAG, OFFER, carts, looks, play, told } from "./play.ts";

const orders = (...all: readonly number[]) => all.map((hour) => [hour, "Order Completed"] as const);

/** What is asked of follow-ups. */
export const followUpChecks: readonly Check[] = [
  [
    "every fire is followed up, each follow-up at its time, member or not",
    (modules) => {
      const rules = `${OFFER} after 24h send email "Still there?" after 2h send email "Soon" cool off 12h`;
      expect(told(modules, { rules, facts: carts(1, 4, 25) })).toEqual([
        "1 offer entered fired",
        "3 offer followed_up#2 fired",
        "4 offer re_entered cool_off",
        "25 offer re_entered fired",
        "25 offer followed_up#1 priority:offer",
        "27 offer followed_up#2 fired",
        "49 offer followed_up#1 fired",
      ]);
    },
  ],

  [
    "`unless` is read when it is due, and `since send` begins right after the send",
    (modules) => {
      const rules = `${OFFER} after 24h unless converted send email "Still there?"`;
      const after = (...hours: readonly number[]) =>
        told(modules, { rules, facts: [...carts(1), ...orders(...hours)] }).at(-1);
      expect(after()).toBe("25 offer followed_up#1 fired");
      expect(after(1)).toBe("25 offer followed_up#1 fired");
      expect(after(1 + MS)).toBe("25 offer followed_up#1 unless");
      expect(after(25)).toBe("25 offer followed_up#1 unless");
      expect(after(25 + MS)).toBe("25 offer followed_up#1 fired");
    },
  ],

  [
    "of several sends on their way each has its own `since send`",
    (modules) => {
      const rules = `${OFFER} after 24h unless converted send email "Still there?"`;
      expect(told(modules, { rules, facts: [...carts(1, 10), ...orders(5)] })).toEqual([
        "1 offer entered fired",
        "10 offer re_entered fired",
        "25 offer followed_up#1 unless",
        "34 offer followed_up#1 fired",
      ]);
    },
  ],

  [
    "it knows of the memberships that begin or end in that very instant",
    (modules) => {
      const rules = `${OFFER} after 10h unless in segment nag send email "Still there?"\n${NAG}`;
      const last = (hour: number): string | undefined =>
        told(modules, { rules, facts: [...carts(1), ...looks(hour)] }).findLast((each) =>
          each.includes("followed_up"),
        );
      expect(last(11)).toBe("11 offer followed_up#1 unless");
      expect(last(10 + MS)).toBe("11 offer followed_up#1 unless");
      expect(last(10)).toBe("11 offer followed_up#1 fired");
    },
  ],

  [
    "it heeds no gate, re-entry and cool-off, and starts no pause; it heeds consent and caps, and uses them up",
    (modules) => {
      const gated = `${OFFER} after 5h send email "More" send within 00:00..02:00 cool off 6h re-enter never`;
      expect(told(modules, { rules: gated, facts: carts(1) })).toEqual([
        "1 offer entered fired",
        "6 offer followed_up#1 fired",
      ]);
      const paused = `${OFFER} after 5h send email "More" cool off 7h`;
      expect(told(modules, { rules: paused, facts: [...carts(1, 8)], until: 9 })).toEqual([
        "1 offer entered fired",
        "6 offer followed_up#1 fired",
        "8 offer re_entered fired",
      ]);
      const facts = [...carts(1), [2, "Unsubscribed"]] as const;
      expect(told(modules, { rules: paused, facts })[1]).toBe("6 offer followed_up#1 consent");
      const capped = `${OFFER} after 5h send email "More" at most 2 sends per 24h`;
      expect(told(modules, { rules: capped, facts: carts(1, 7, 25) })).toEqual([
        "1 offer entered fired",
        "6 offer followed_up#1 fired",
        "7 offer re_entered cap",
        "25 offer re_entered fired",
        "30 offer followed_up#1 fired",
      ]);
    },
  ],

  [
    "quiet hours drop it, or hold it till they end, when everything is read again",
    (modules) => {
      const rule = `${OFFER} after 5h unless converted send email "More" after 6h send email "Most"`;
      const facts = [...carts(18, 20), ...orders(28)];
      expect(told(modules, { rules: `${rule} quiet hours 22:00..08:00`, facts })).toEqual([
        "18 offer entered fired",
        "20 offer re_entered fired",
        "23 offer followed_up#1 quiet_hours",
        "24 offer followed_up#2 quiet_hours",
        "25 offer followed_up#1 quiet_hours",
        "26 offer followed_up#2 quiet_hours",
      ]);
      expect(
        told(modules, {
          rules: `${rule} quiet hours 22:00..08:00 hold`,
          facts: carts(18, 20),
        }).slice(6),
      ).toEqual([
        "32 offer followed_up#1 fired",
        "32 offer followed_up#2 priority:offer",
        "32 offer followed_up#1 priority:offer",
        "32 offer followed_up#2 priority:offer",
      ]);
      expect(
        told(modules, { rules: `${rule} quiet hours 22:00..08:00 hold`, facts }).slice(6),
      ).toEqual([
        "32 offer followed_up#1 unless",
        "32 offer followed_up#2 fired",
        "32 offer followed_up#1 unless",
        "32 offer followed_up#2 priority:offer",
      ]);
    },
  ],

  [
    "those of earlier sends go first, whenever they were due, and those of one send by their number",
    (modules) => {
      const rules = `${OFFER} after 10h send email "Most" after 1h send email "More" quiet hours 23:00..08:00 hold`;
      const released = told(modules, { rules, facts: carts(14, 22.5) });
      expect(released.filter((each) => each.startsWith("32 "))).toEqual([
        "32 offer followed_up#1 fired",
        "32 offer followed_up#2 priority:offer",
      ]);
      const turned = `${OFFER} after 5h send email "Most" after 4h send email "More" quiet hours 22:00..08:00 hold`;
      expect(told(modules, { rules: turned, facts: carts(19) }).slice(1)).toEqual([
        "23 offer followed_up#2 quiet_hours",
        "24 offer followed_up#1 quiet_hours",
        "32 offer followed_up#1 fired",
        "32 offer followed_up#2 priority:offer",
      ]);
    },
  ],

  [
    "their waiting for quiet hours to end makes no candidate of the membership",
    (modules) => {
      const rules = `segment offer when cart_views >= 1 ever then send email "Offer" after 5h send email "More" quiet hours 22:00..08:00 hold`;
      expect(told(modules, { rules, facts: carts(18) })).toEqual([
        "18 offer entered fired",
        "23 offer followed_up#1 quiet_hours",
        "32 offer followed_up#1 fired",
      ]);
    },
  ],

  [
    "what is due while others are held is decided with them",
    (modules) => {
      const rules = `${OFFER} after 5h send email "More" after 14h send email "Most" quiet hours 22:00..08:00 hold`;
      expect(told(modules, { rules, facts: carts(18) }).slice(1)).toEqual([
        "23 offer followed_up#1 quiet_hours",
        "32 offer followed_up#1 fired",
        "32 offer followed_up#2 priority:offer",
      ]);
    },
  ],

  [
    "a message carries what is so when it is sent, the follow-up's its own",
    (modules) => {
      const rules = `${OFFER} with products = cart_items after 5h send email "More" with code = "X" products = cart_items`;
      const added = [2, "Product Added", { product_id: "shoe" }] as const;
      const { outcome } = play(modules, { rules, facts: [...carts(1), added] });
      expect(
        outcome.sends.map(({ subject, payload, followUp }) => [subject, payload, followUp]),
      ).toEqual([
        ["Offer", { products: [] }, undefined],
        ["More", { code: "X", products: ["shoe"] }, 0],
      ]);
    },
  ],
];
