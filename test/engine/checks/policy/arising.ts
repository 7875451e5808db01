import { hours } from "../../../../src/time/duration.ts";
import { expect } from "../expect.ts";
import { type Check, type Fact, MS, OFFER, carts, fates, told } from "./play.ts";

/** Members from the first look into the cart on. */
const EVER = `segment offer when cart_views >= 1 ever then send email "Offer"`;

const moves = (hour: number, zone: string): Fact => [hour, "Cart Viewed", { zone }];

/** What is asked of the causes for which candidates arise. */
export const arisingChecks: readonly Check[] = [
  [
    "a candidate arises when a membership begins, for the first time or again",
    (modules) => {
      expect(told(modules, { rules: OFFER, facts: carts(1, 1.5, 3) })).toEqual([
        "1 offer entered fired",
        "3 offer re_entered fired",
      ]);
    },
  ],

  [
    "one that was there before the start begins with it, for the first time",
    (modules) => {
      const play = { rules: OFFER, facts: carts(1, 5.5, 8), from: 6 };
      expect(told(modules, play)).toEqual(["6 offer entered fired", "8 offer re_entered fired"]);
    },
  ],

  [
    "a gate lets through who enters while it is open, and members when it opens, day after day",
    (modules) => {
      const rules = `${EVER} send within 19:00..21:00`;
      expect(told(modules, { rules, facts: carts(20), until: 70 })).toEqual([
        "20 offer entered fired",
        "43 offer gate_opened fired",
        "67 offer gate_opened fired",
      ]);
      expect(told(modules, { rules, facts: carts(19), until: 42 })).toEqual([
        "19 offer entered fired",
      ]);
      expect(told(modules, { rules, facts: carts(21), until: 43 })).toEqual([
        "43 offer gate_opened fired",
      ]);
    },
  ],

  [
    "a gate that opens on somebody who has left lets nobody through",
    (modules) => {
      const rules = `${OFFER} send within 19:00..21:00`;
      expect(told(modules, { rules, facts: carts(18 + MS) })).toEqual([
        "19 offer gate_opened fired",
      ]);
      expect(told(modules, { rules, facts: carts(18) })).toEqual([]);
      expect(told(modules, { rules, facts: carts(12, 18.5, 40), until: 48 })).toEqual([
        "19 offer gate_opened fired",
      ]);
    },
  ],

  [
    "a gate goes by the profile's own wall: it opens twice where clocks go back over it, and when a member moves",
    (modules) => {
      const night = `${EVER} send within 02:30..02:45`;
      // Berlin, 2026-03-29: there is no 02:30. The run begins on the 1st.
      const spring = 28 * 24;
      const berlin = { zone: "Europe/Berlin" };
      const facts = carts(spring - 2);
      const days = { rules: night, facts, profile: berlin, from: spring - 3, until: spring + 30 };
      expect(told(modules, days)).toEqual([`${spring + 24.5} offer gate_opened fired`]);
      const autumn = (31 + 30 + 31 + 30 + 31 + 31 + 30 + 24) * 24; // Sunday, 2026-10-25
      const back = { rules: night, facts: carts(autumn - 2), profile: berlin };
      expect(told(modules, { ...back, from: autumn - 3, until: autumn + 3 })).toEqual([
        `${autumn + 0.5} offer gate_opened fired`,
        `${autumn + 1.5} offer gate_opened fired`,
      ]);
      const evening = `${EVER} send within 19:00..21:00`;
      const travels = [moves(12, "UTC"), moves(13, "Asia/Tokyo"), moves(19, "UTC")];
      expect(told(modules, { rules: evening, facts: travels, until: 24 })).toEqual([
        "19 offer gate_opened fired",
      ]);
      const travels2 = [moves(12, "UTC"), moves(12.5, "Asia/Dubai"), moves(15.5, "Asia/Karachi")];
      expect(told(modules, { rules: evening, facts: travels2, until: 24 })).toEqual([
        "15 offer gate_opened fired",
      ]);
    },
  ],

  [
    "quiet hours drop what falls into them, from their first millisecond to their last",
    (modules) => {
      const rules = `${OFFER} quiet hours 22:00..08:00`;
      const facts = carts(8, 22 - MS, 24, 32 - MS, 34, 46);
      expect(fates(modules, { rules, facts })).toEqual([
        "entered fired",
        "re_entered fired",
        "re_entered quiet_hours",
        "re_entered quiet_hours",
        "re_entered fired",
        "re_entered quiet_hours",
      ]);
    },
  ],

  [
    "quiet hours that hold let it fire when they end, if the profile is a member then",
    (modules) => {
      const rules = `${EVER} quiet hours 22:00..08:00 hold`;
      expect(told(modules, { rules, facts: carts(23) })).toEqual([
        "23 offer entered quiet_hours",
        "32 offer quiet_hours_ended fired",
      ]);
      const leaves = `${OFFER} quiet hours 22:00..08:00 hold`;
      expect(told(modules, { rules: leaves, facts: carts(23) })).toEqual([
        "23 offer entered quiet_hours",
      ]);
      // What another membership begins with is held anew.
      expect(told(modules, { rules: leaves, facts: carts(23, 31.5) })).toEqual([
        "23 offer entered quiet_hours",
        "31.5 offer re_entered quiet_hours",
        "32 offer quiet_hours_ended fired",
      ]);
      expect(told(modules, { rules: leaves, facts: carts(23, 32) })).toEqual([
        "23 offer entered quiet_hours",
        "32 offer re_entered fired",
      ]);
    },
  ],

  [
    "what was held must pass everything else when quiet hours end",
    (modules) => {
      const rules = `${EVER} quiet hours 22:00..08:00 hold`;
      const facts = [...carts(23), [25, "Unsubscribed"]] as const;
      expect(told(modules, { rules, facts })).toEqual([
        "23 offer entered quiet_hours",
        "32 offer quiet_hours_ended consent",
      ]);
    },
  ],

  [
    "the scenario's quiet hours hold for rules that have none",
    (modules) => {
      const options = { quietHours: { from: hours(22), to: hours(8), hold: true } };
      const other = EVER.replace("offer", "other");
      const rules = `${EVER}\n${other} quiet hours 23:30..23:45`;
      expect(told(modules, { rules, facts: carts(23), options, until: 40 })).toEqual([
        "23 offer entered quiet_hours",
        "23 other entered fired",
        "32 offer quiet_hours_ended fired",
      ]);
    },
  ],

  [
    "a gate that is closed when quiet hours end drops what was held; one that opens counts before them",
    (modules) => {
      const closed = `${EVER} send within 22:00..24:00 quiet hours 22:00..08:00 hold`;
      expect(told(modules, { rules: closed, facts: carts(23), until: 60 })).toEqual([
        "23 offer entered quiet_hours",
        "46 offer gate_opened quiet_hours",
      ]);
      const both = `${EVER} send within 08:00..07:00 quiet hours 22:00..08:00 hold`;
      expect(told(modules, { rules: both, facts: carts(23), until: 40 })).toEqual([
        "23 offer entered quiet_hours",
        "32 offer gate_opened fired",
      ]);
      const open = `${EVER} send within 06:00..10:00 quiet hours 22:00..08:00 hold`;
      expect(told(modules, { rules: open, facts: carts(5), until: 20 })).toEqual([
        "6 offer gate_opened quiet_hours",
        "8 offer quiet_hours_ended fired",
      ]);
    },
  ],

  [
    "a later candidate stands for the one that was held, whatever becomes of it",
    (modules) => {
      const rules = `${EVER} send within 23:00..22:00 quiet hours 22:00..08:00 hold`;
      // On Noronha, two hours behind, the gate is closed for a while and opens again.
      const facts: readonly Fact[] = [
        moves(23.5, "UTC"),
        [24, "Unsubscribed"],
        moves(24.5, "America/Noronha"),
        [30, "Subscribed"],
      ];
      expect(told(modules, { rules, facts, until: 40 })).toEqual([
        "23.5 offer entered quiet_hours",
        "25 offer gate_opened consent",
      ]);
    },
  ],

  [
    "quiet hours end when the profile moves out of them, and not when it moves within them",
    (modules) => {
      const rules = `${EVER} quiet hours 22:00..08:00 hold`;
      const within = [moves(23, "UTC"), moves(24, "Europe/Berlin")];
      expect(told(modules, { rules, facts: within, until: 40 })).toEqual([
        "23 offer entered quiet_hours",
        "31 offer quiet_hours_ended fired",
      ]);
      const facts = [moves(23, "UTC"), moves(24, "Asia/Tokyo")];
      expect(told(modules, { rules, facts, until: 30 })).toEqual([
        "23 offer entered quiet_hours",
        "24 offer quiet_hours_ended fired",
      ]);
    },
  ],
];
