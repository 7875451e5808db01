import { PROFILE_UPDATED } from "../../../../src/model/event.ts";
import { hours } from "../../../../src/time/duration.ts";
import { expect } from "../expect.ts";
import { type Check, type Fact, MS, NAG, OFFER, carts, fates, looks, play, told } from "./play.ts";

const states = (hour: number, consent: boolean | null, arrived = hour): Fact => [
  hour,
  PROFILE_UPDATED,
  { consent },
  arrived,
];

/** What is asked of the terms on which a candidate fires. */
export const termsChecks: readonly Check[] = [
  [
    "the next fire is allowed exactly one cool-off after the last, and a suppressed one does not restart it",
    (modules) => {
      const rules = `${OFFER} cool off 72h`;
      expect(fates(modules, { rules, facts: carts(0, 72 - MS) })).toEqual([
        "entered fired",
        "re_entered cool_off",
      ]);
      expect(told(modules, { rules, facts: carts(0, 70, 72) })).toEqual([
        "0 offer entered fired",
        "70 offer re_entered cool_off",
        "72 offer re_entered fired",
      ]);
    },
  ],

  [
    "the scenario's pause holds where the rule states none, and each segment has its own",
    (modules) => {
      const rules = `${OFFER} cool off 3h\n${NAG}`;
      const facts = [...carts(0, 2), ...looks(0.5, 2.5, 24.5)];
      expect(told(modules, { rules, facts, options: { coolOff: hours(24) } })).toEqual([
        "0 offer entered fired",
        "0.5 nag entered fired",
        "2 offer re_entered cool_off",
        "2.5 nag re_entered cool_off",
        "24.5 nag re_entered fired",
      ]);
    },
  ],

  [
    "nobody who withdrew is written to, until the newest statement says otherwise",
    (modules) => {
      const found = fates(modules, {
        rules: OFFER,
        facts: [
          ...carts(0, 6, 8, 10, 12, 14),
          [5, "Unsubscribed"],
          states(4, true, 7), // late news of an older statement
          states(9, null),
          [9.5, "Subscribed"],
          [11, "Email Marked as Spam"],
          states(13, true),
        ],
      });
      expect(found.map((line) => line.split(" ")[1])).toEqual([
        "fired",
        "consent",
        "consent",
        "fired",
        "consent",
        "fired",
      ]);
    },
  ],

  [
    "of statements of one instant the later in sequence counts, whenever it arrives",
    (modules) => {
      const facts = [...carts(2), [1, "Unsubscribed", {}, 1.5], states(1, true)] as const;
      expect(fates(modules, { rules: OFFER, facts })).toEqual(["entered fired"]);
      const turned = [...carts(2), states(1, true, 1.5), [1, "Unsubscribed"]] as const;
      expect(fates(modules, { rules: OFFER, facts: turned })).toEqual(["entered consent"]);
    },
  ],

  [
    "consent beforehand counts until something else is said; unknown counts as given and is told",
    (modules) => {
      const profile = { attributes: { consent: false } };
      const refusing = { rules: OFFER, facts: carts(1), profile };
      expect(fates(modules, refusing)).toEqual(["entered consent"]);
      expect(play(modules, refusing).isConsentUnknown).toBe(false);
      const facts = [...carts(1), states(0.5, true)];
      expect(fates(modules, { rules: OFFER, facts, profile })).toEqual(["entered fired"]);
      expect(play(modules, { rules: OFFER, facts: carts(1) }).isConsentUnknown).toBe(true);
      expect(play(modules, { rules: OFFER, facts: [[1, "Subscribed"]] }).isConsentUnknown).toBe(
        false,
      );
    },
  ],

  [
    "re-entry is forbidden for ever, or until the last leaving is exactly so long ago",
    (modules) => {
      const never = `${OFFER} re-enter never`;
      expect(fates(modules, { rules: never, facts: carts(0, 50) })).toEqual([
        "entered fired",
        "re_entered re_entry",
      ]);
      const later = `${OFFER} re-enter after 24h`; // the membership that begins at 0 is left at 1
      expect(fates(modules, { rules: later, facts: carts(0, 25 - MS) })).toEqual([
        "entered fired",
        "re_entered re_entry",
      ]);
      expect(fates(modules, { rules: later, facts: carts(0, 25) })).toEqual([
        "entered fired",
        "re_entered fired",
      ]);
    },
  ],

  [
    "a cap counts the fires of its span, which is open on the left",
    (modules) => {
      const rules = `${OFFER} at most 2 sends per 24h`;
      expect(fates(modules, { rules, facts: carts(0, 2, 24 - MS) })).toEqual([
        "entered fired",
        "re_entered fired",
        "re_entered cap",
      ]);
      expect(fates(modules, { rules, facts: carts(0, 2, 4, 24, 25.5) })).toEqual([
        "entered fired",
        "re_entered fired",
        "re_entered cap",
        "re_entered fired",
        "re_entered cap",
      ]);
    },
  ],

  [
    "every cap must be kept, and the scenario's count the fires of all rules that send",
    (modules) => {
      const rules = `${OFFER} at most 5 sends per 24h at most 1 send per 2h\n${NAG}\nsegment seen when cart_views >= 1 in last 1h`;
      const facts = [...carts(0, 1.5, 4), ...looks(0.5)];
      const options = { caps: [{ sends: 2, per: hours(24) }] };
      expect(told(modules, { rules, facts, options })).toEqual([
        "0 offer entered fired",
        "0 seen entered fired",
        "0.5 nag entered fired",
        "1.5 offer re_entered cap",
        "1.5 seen re_entered fired",
        "4 offer re_entered cap",
        "4 seen re_entered fired",
      ]);
    },
  ],

  [
    "reasons are looked for in their order: re-entry, consent, cool-off, cap, quiet hours",
    (modules) => {
      const clauses = [
        "quiet hours 02:00..03:00",
        "at most 1 send per 6h",
        "cool off 4h",
        "re-enter never",
      ];
      const facts = carts(0, 2);
      const at2 = (number: number, more: readonly Fact[] = []): string | undefined => {
        const rules = `${OFFER} ${clauses.slice(0, number).join(" ")}`;
        return fates(modules, { rules, facts: [...facts, ...more] })[1];
      };
      const withdrawn: Fact = [1.5, "Unsubscribed"];
      expect(at2(1)).toBe("re_entered quiet_hours");
      expect(at2(2)).toBe("re_entered cap");
      expect(at2(3)).toBe("re_entered cool_off");
      expect(at2(3, [withdrawn])).toBe("re_entered consent");
      expect(at2(4, [withdrawn])).toBe("re_entered re_entry");
    },
  ],
];
