import { PROFILE_UPDATED } from "../../../../src/model/event.ts";
import { hours } from "../../../../src/time/duration.ts";
import { expect } from "../expect.ts";
import { type Check, MS, NAG, OFFER, carts, fates, looks, play, told } from "./play.ts";

/** Two rules whose members enter together. */
const PAIR = `${OFFER}\n${OFFER.replace("offer", "other")}`;
const OTHER = OFFER.replace("offer", "other");

/** What is asked of candidates that compete, and of holdouts. */
export const contestChecks: readonly Check[] = [
  [
    "of several candidates of an instant one fires; of equals the one that the scenario lists first",
    (modules) => {
      expect(told(modules, { rules: PAIR, facts: carts(1) })).toEqual([
        "1 offer entered fired",
        "1 other entered priority:offer",
      ]);
    },
  ],

  [
    "the higher priority goes first, and what policy keeps back does not compete",
    (modules) => {
      const rules = `${OFFER} priority 1\n${OTHER} priority 2 cool off 3h`;
      expect(told(modules, { rules, facts: carts(1, 3) })).toEqual([
        "1 offer entered priority:other",
        "1 other entered fired",
        "3 offer re_entered fired",
        "3 other re_entered cool_off",
      ]);
    },
  ],

  [
    "what yields starts no pause and uses up no cap",
    (modules) => {
      const rules = `${OFFER} priority 1 cool off 50h at most 1 send per 50h\n${OTHER} priority 2 cool off 3h`;
      expect(told(modules, { rules, facts: carts(1, 3) }).slice(2)).toEqual([
        "3 offer re_entered fired",
        "3 other re_entered cool_off",
      ]);
    },
  ],

  [
    "a relaxed rule ranks higher while its condition holds",
    (modules) => {
      const rules = `${OFFER} priority 5\n${OTHER} relax when propensity > 0.85: priority +10`;
      const says = (hour: number, propensity: number) =>
        [hour, PROFILE_UPDATED, { propensity }] as const;
      const facts = [...carts(1, 3, 5), says(2, 0.9), says(4, 0.85)];
      expect(told(modules, { rules, facts }).filter((each) => each.includes("fired"))).toEqual([
        "1 offer entered fired",
        "3 other re_entered fired",
        "5 offer re_entered fired",
      ]);
    },
  ],

  [
    "who was not on the site for so long ranks below all others, whatever the priority",
    (modules) => {
      const plan = (name: string): string =>
        `segment ${name} when plan = "gold" then send email "${name}"`;
      const rules = `${plan("one")} priority 9 stale after 24h\n${plan("two")}\n${plan("three")} priority 2 stale after 48h`;
      const found = (hour: number): string | undefined =>
        told(modules, {
          rules,
          facts: [...carts(1), [hour, PROFILE_UPDATED, { plan: "gold" }]],
        }).find((each) => each.includes("fired"));
      expect(found(25 - MS)).toBe(`${Number((25 - MS).toFixed(6))} one entered fired`);
      expect(found(25)).toBe("25 three entered fired");
      expect(found(49)).toBe("49 two entered fired");
    },
  ],

  [
    "among the stale the higher priority goes first, among equals the first listed",
    (modules) => {
      const plan = (name: string, more: string): string =>
        `segment ${name} when plan = "gold" then send email "${name}" stale after 1h ${more}`;
      const facts = [[5, PROFILE_UPDATED, { plan: "gold" }]] as const;
      const first = (a: string, b: string): string | undefined =>
        told(modules, { rules: `${plan("a", a)}\n${plan("b", b)}`, facts }).find((each) =>
          each.includes("fired"),
        );
      expect(first("", "")).toBe("5 a entered fired");
      expect(first("", "priority 1")).toBe("5 b entered fired");
      expect(first("priority 1", "")).toBe("5 a entered fired");
    },
  ],

  [
    "a rule that sends nothing competes with nobody",
    (modules) => {
      const rules = `segment seen when cart_views >= 1 in last 1h\n${OFFER}`;
      expect(told(modules, { rules, facts: carts(1) })).toEqual([
        "1 seen entered fired",
        "1 offer entered fired",
      ]);
    },
  ],

  [
    "who is held out gets ghosts, which use up cool-off and caps and are followed up as real ones",
    (modules) => {
      const rules = `${OFFER} after 2h send email "More" cool off 3h at most 3 sends per 24h holdout 50%`;
      const facts = carts(1, 2.5, 6, 9.5);
      const asked: string[] = [];
      const draw = (value: number) => (profileId: string, segment: string) => {
        asked.push(`${profileId}/${segment}`);
        return value;
      };
      const real = { rules, facts, options: { holdoutDraw: draw(0.5) } };
      expect(fates(modules, real)).toEqual([
        "entered fired",
        "re_entered cool_off",
        "followed_up#1 fired",
        "re_entered fired",
        "followed_up#1 cap",
        "re_entered cap",
      ]);
      expect(play(modules, real).outcome.sends.map(({ ghost }) => ghost)).toEqual([
        false,
        false,
        false,
      ]);
      const ghostly = { rules, facts, options: { holdoutDraw: draw(0.4999) } };
      expect(fates(modules, ghostly)).toEqual(
        fates(modules, real).map((each) => each.replace("fired", "holdout")),
      );
      expect(
        play(modules, ghostly).outcome.sends.map(({ ghost, followUp }) => [ghost, followUp]),
      ).toEqual([
        [true, undefined],
        [true, 0],
        [true, undefined],
      ]);
      expect(new Set(asked)).toEqual(new Set(["ada/offer"]));
      expect(fates(modules, { rules, facts })[0]).toBe("entered fired");
    },
  ],

  [
    "a ghost beats others as a real send would",
    (modules) => {
      const rules = `${OFFER} holdout 100%\n${OTHER}`;
      const options = { holdoutDraw: () => 0.99 };
      expect(told(modules, { rules, facts: carts(1), options })).toEqual([
        "1 offer entered holdout",
        "1 other entered priority:offer",
      ]);
    },
  ],

  [
    "the scenario's caps count ghosts and follow-ups of all rules",
    (modules) => {
      const rules = `${OFFER} after 2h send email "More" holdout 100%\n${NAG}`;
      const facts = [...carts(1), ...looks(2.5, 4, 25, 26)];
      const options = { holdoutDraw: () => 0, caps: [{ sends: 2, per: hours(24) }] };
      expect(told(modules, { rules, facts, options })).toEqual([
        "1 offer entered holdout",
        "2.5 nag entered fired",
        "3 offer followed_up#1 cap",
        "4 nag re_entered cap",
        "25 nag re_entered fired",
      ]);
    },
  ],
];
