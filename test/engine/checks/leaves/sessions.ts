import { expect } from "../expect.ts";
import type { Values } from "../../../../src/model/event.ts";
import { type Check, DAY, type Fact, HOUR, told } from "./told.ts";

const page = (minute: number, properties: Values = {}, arrives = minute): Fact => [
  minute,
  "Page Viewed",
  { properties, arrives },
];

const click = (minute: number, properties: Values = {}, arrives = minute): Fact => [
  minute,
  "Product Clicked",
  { properties, arrives },
];

/** One millisecond, in minutes. */
const MS = 1 / 60_000;

/** Events a quarter of an hour apart. */
const steady = (from: number, to: number): readonly Fact[] =>
  Array.from({ length: (to - from) / 15 + 1 }, (_, index) => page(from + 15 * index));

/** What is asked of the session at hand. */
export const sessionChecks: readonly Check[] = [
  [
    "a session ends when its newest event is exactly as old as the gap",
    (engine) => {
      const facts = [page(0), page(29), page(59), page(120)];
      expect(told(engine, "in session", facts)).toEqual(["+0", "-89", "+120", "-150"]);
      expect(told(engine, "session ended", facts)).toEqual(["+89", "-120", "+150"]);
      expect(told(engine, "session depth >= 2", facts)).toEqual(["+29", "-59"]);
      expect(told(engine, "session depth is missing", [page(0)])).toEqual(["+30"]);
    },
  ],
  [
    "email and the CRM are no part of a session",
    (engine) => {
      const facts: readonly Fact[] = [page(0), [20, "Email Opened"], [20, "Profile Updated"]];
      expect(told(engine, "in session", facts)).toEqual(["+0", "-30"]);
      expect(told(engine, "opens >= 1 in session", facts)).toEqual([]);
    },
  ],
  [
    "a late event may join two sessions, begin one earlier, or lengthen one that had ended",
    (engine) => {
      const joined = [page(0), page(40), page(20, {}, 50)];
      expect(told(engine, "session depth >= 3", joined)).toEqual(["+50", "-70"]);
      expect(told(engine, "session duration >= 40min", joined)).toEqual(["+50", "-70"]);
      expect(
        told(engine, "session depth >= 2", [page(40), page(20, {}, 50), page(60, {}, 65)]),
      ).toEqual(["+50", "-90"]);
      expect(told(engine, "in session", [page(0), page(20, {}, 40)])).toEqual([
        "+0",
        "-30",
        "+40",
        "-50",
      ]);
      expect(told(engine, "session depth >= 2", [page(0), page(60), page(30, {}, 61)])).toEqual([]);
      expect(
        told(engine, "session depth = 2", [page(10), page(5, {}, 12), page(-25, {}, 13)], {
          from: 0,
        }),
      ).toEqual(["+12", "-40"]);
    },
  ],
  [
    "a session is cut to the last 24 hours",
    (engine) => {
      const facts = steady(0, 2 * DAY);
      const late = [...steady(15, DAY - 15), page(0, {}, DAY - MS)];
      expect(told(engine, "session depth >= 96", late)).toEqual([`+${DAY - MS}`, `-${DAY}`]);
      expect(told(engine, "session duration >= 24h", facts)).toEqual([]);
      expect(told(engine, "session duration >= 23h45min", facts)).toEqual([
        `+${DAY - 15}`,
        `-${2 * DAY + 15}`,
      ]);
      expect(told(engine, "session depth >= 97", facts)).toEqual([]);
      expect(told(engine, "session depth >= 96", facts)).toEqual([
        `+${DAY - 15}`,
        `-${2 * DAY + 15}`,
      ]);
    },
  ],
  [
    "time on page runs on until the next page or the end of the session, to the millisecond",
    (engine) => {
      const facts = [page(0), click(5), page(20), click(45)];
      expect(told(engine, "time on page >= 10min", facts)).toEqual(["+10", "-20", "+30", "-75"]);
      expect(told(engine, "time on page = 10min", facts)).toEqual([
        "+10",
        `-${10 + 1 / 60_000}`,
        "+30",
        `-${30 + 1 / 60_000}`,
      ]);
      expect(told(engine, "time on page < 10min", facts)).toEqual(["+0", "-10", "+20", "-30"]);
      expect(told(engine, "time on page <= 10min", [page(0)])).toEqual([
        "+0",
        `-${10 + 1 / 60_000}`,
      ]);
      expect(told(engine, "time on page >= 0s", [click(0)])).toEqual([]);
      expect(told(engine, "time on page >= 10min", [page(0), page(5, {}, 12)])).toEqual([
        "+10",
        "-12",
        "+15",
        "-35",
      ]);
    },
  ],
  [
    "scroll depth is the deepest since the newest page, that page included",
    (engine) => {
      const facts = [
        page(0),
        click(1, { scroll: 60 }),
        click(2, { scroll: 30 }),
        page(3, { scroll: 10 }),
        click(4, { scroll: 50 }),
      ];
      expect(told(engine, "scroll depth >= 50", facts)).toEqual(["+1", "-3", "+4", "-34"]);
      expect(told(engine, "scroll depth = 10", facts)).toEqual(["+3", "-4"]);
      expect(told(engine, "scroll depth is missing", facts)).toEqual(["+0", "-1", "+34"]);
      const late = [
        page(0),
        click(2, { scroll: 80 }),
        click(4, { scroll: 20 }),
        page(3, {}, 5),
        click(1, { scroll: 90 }, 6),
      ];
      expect(told(engine, "scroll depth >= 80", late)).toEqual(["+2", "-5"]);
      expect(told(engine, "scroll depth = 20", late)).toEqual(["+5", "-34"]);
      expect(told(engine, "scroll depth >= 1", [click(0, { scroll: 5 })])).toEqual([]);
    },
  ],
  [
    "of one instant, only what comes after the page was scrolled on it",
    (engine) => {
      const facts: readonly Fact[] = [
        [0, "Product Clicked", { sequence: 1, properties: { scroll: 70 } }],
        [0, "Page Viewed", { sequence: 2 }],
        [0, "Product Clicked", { sequence: 3, properties: { scroll: 40 } }],
      ];
      expect(told(engine, "scroll depth >= 1", facts)).toEqual(["+0", "-30"]);
      expect(told(engine, "scroll depth = 40", facts)).toEqual(["+0", "-30"]);
      const equal: readonly Fact[] = [
        [0, "Product Clicked", { sequence: 2, properties: { scroll: 70 } }],
        [0, "Page Viewed", { sequence: 2 }],
      ];
      expect(told(engine, "scroll depth >= 1", equal)).toEqual([]);
      expect(told(engine, "scroll depth = 40", [facts[1]!, facts[0]!, facts[2]!])).toEqual([
        "+0",
        "-30",
      ]);
    },
  ],
  [
    "the referrer and the campaign are those of the first event that names one",
    (engine) => {
      const facts = [
        page(0),
        page(1, { referrer: "mail" }),
        page(2, { referrer: "google", campaign_name: "spring" }),
      ];
      expect(told(engine, 'session referrer = "mail"', facts)).toEqual(["+1", "-32"]);
      expect(told(engine, 'session campaign = "spring"', facts)).toEqual(["+2", "-32"]);
      expect(
        told(engine, 'session referrer = "mail"', [...facts, page(0, { referrer: "news" }, 3)]),
      ).toEqual(["+1", "-3"]);
      expect(
        told(engine, 'session referrer = "google"', [
          page(0, { referrer: "mail" }),
          page(HOUR, { referrer: "google" }),
        ]),
      ).toEqual(["+60", "-90"]);
      const tied: readonly Fact[] = [
        [5, "Page Viewed", { sequence: 2, properties: { referrer: "mail" } }],
        [5, "Page Viewed", { sequence: 1, properties: { referrer: "google" } }],
      ];
      expect(told(engine, 'session referrer = "google"', tied)).toEqual(["+5", "-35"]);
      const equal: readonly Fact[] = [
        [5, "Page Viewed", { sequence: 1, properties: { referrer: "mail" } }],
        [5, "Page Viewed", { sequence: 1, properties: { referrer: "google" } }],
      ];
      expect(told(engine, 'session referrer = "mail"', equal)).toEqual(["+5", "-35"]);
    },
  ],
  [
    "a count in session forgets with it, and clicks are counted apart from pages",
    (engine) => {
      const facts = [click(0), page(1), click(2), click(40)];
      expect(told(engine, "session clicks >= 2", facts)).toEqual(["+2", "-32"]);
      expect(told(engine, "pages >= 1 in session", facts)).toEqual(["+1", "-32"]);
      expect(told(engine, "pages <= 0 in session", facts)).toEqual(["+0", "-1", "+32"]);
    },
  ],
];
