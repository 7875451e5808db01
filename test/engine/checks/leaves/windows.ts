import { expect } from "../expect.ts";
import { type Check, DAY, type Fact, HOUR, told } from "./told.ts";

const BERLIN = { profile: { zone: "Europe/Berlin" } };
const BEIRUT = { profile: { zone: "Asia/Beirut" } };

/** What is asked of windows that are not of elapsed time. */
export const windowChecks: readonly Check[] = [
  [
    "today begins at the midnight of the profile's own wall, and an event at midnight is of the new day",
    (engine) => {
      // Berlin is an hour ahead: its midnights are at 23:00.
      expect(
        told(engine, "cart_views >= 1 today", [[23 * HOUR - 1, "Cart Viewed"]], BERLIN),
      ).toEqual(["+1379", "-1380"]);
      expect(told(engine, "cart_views >= 1 today", [[23 * HOUR, "Cart Viewed"]], BERLIN)).toEqual([
        "+1380",
        "-2820",
      ]);
      expect(
        told(
          engine,
          "cart_views >= 1 in last 1 calendar days utc",
          [[23 * HOUR, "Cart Viewed"]],
          BERLIN,
        ),
      ).toEqual(["+1380", "-1440"]);
    },
  ],
  [
    "a day, a week from Monday and a month each end with their last midnight",
    (engine) => {
      const monday = [[10, "Cart Viewed"]] as const;
      expect(told(engine, "cart_views >= 1 in last 2 calendar days", monday)).toEqual([
        "+10",
        "-2880",
      ]);
      expect(told(engine, "cart_views >= 1 in last 1 calendar weeks", monday)).toEqual([
        "+10",
        `-${7 * DAY}`,
      ]);
      expect(told(engine, "cart_views >= 1 in last 1 calendar months", monday)).toEqual([
        "+10",
        `-${30 * DAY}`,
      ]);
      const sunday = [[-1, "Cart Viewed"]] as const;
      expect(told(engine, "cart_views >= 1 in last 1 calendar weeks", sunday)).toEqual([]);
      expect(told(engine, "cart_views >= 1 in last 2 calendar weeks", sunday)).toEqual([
        "+0",
        `-${7 * DAY}`,
      ]);
    },
  ],
  [
    "a day may begin twice: where clocks go back from midnight, yesterday comes back for an hour",
    (engine) => {
      // On 2026-10-25 Beirut's clocks go from 24:00 back to 23:00: at 2026-10-24T21:00Z, minute 341_100.
      const back = (Date.UTC(2026, 9, 24, 21) - Date.UTC(2026, 2, 2)) / 60_000;
      const facts = [[back - 10, "Cart Viewed"]] as const;
      expect(
        told(engine, "cart_views >= 1 today", facts, { ...BEIRUT, until: back + DAY }),
      ).toEqual([`+${back - 10}`, `-${back + HOUR}`]);
    },
  ],
  [
    "who moves west gets back what was yesterday's",
    (engine) => {
      // 23:30Z is half past midnight in Berlin and half past six in the evening in New York.
      const facts = [
        [22 * HOUR + 30, "Cart Viewed"],
        [23 * HOUR + 30, "Email Opened"],
        [23 * HOUR + 45, "Page Viewed", { zone: "America/New_York" }],
      ] as const;
      const turns = [`+${22 * HOUR + 30}`, `-${23 * HOUR}`, `+${23 * HOUR + 45}`, `-${29 * HOUR}`];
      expect(told(engine, "cart_views >= 1 today", facts, BERLIN)).toEqual(turns);
      expect(
        told(
          engine,
          "sum of price over cart_views = 0 today and cart_views >= 1 today",
          facts,
          BERLIN,
        ),
      ).toEqual(turns);
    },
  ],
  [
    "at most so many today is also said of a day without any",
    (engine) => {
      const facts = [0, 1, 2].map((minute) => [minute, "Cart Viewed"] as const);
      expect(told(engine, "exactly 2 cart_views today", facts)).toEqual(["+1", "-2"]);
      expect(told(engine, "cart_views <= 2 today", facts)).toEqual(["+0", "-2", "+1440"]);
      expect(told(engine, "no cart_views today", facts)).toEqual(["+1440"]);
    },
  ],
  [
    "a count of the same product may be of a calendar day, and follows the profile's zone",
    (engine) => {
      const facts = [
        [10, "Product Viewed", { properties: { product_id: "a" } }],
        [20, "Product Viewed", { properties: { product_id: "b" } }],
        [30, "Product Viewed", { properties: { product_id: "b" } }],
      ] as const;
      expect(told(engine, "product_views >= 2 of the same product today", facts)).toEqual([
        "+30",
        "-1440",
      ]);
      expect(
        told(engine, "product_views >= 2 of the same product today", [
          ...facts,
          [23 * HOUR, "Page Viewed", { zone: "America/New_York" }],
        ]),
      ).toEqual(["+30", `-${23 * HOUR}`]);
    },
  ],
  [
    "of the profile before nothing is left, not even to a late event that goes before all others",
    (engine) => {
      const view = (minute: number, arrives = minute): Fact => [minute, "Cart Viewed", { arrives }];
      const before = [100, 101, 102, 103, 104, 105].map((minute) => view(minute));
      const facts = [view(10), view(11), view(12), view(5, 13), view(13), view(14)];
      expect(told(engine, "cart_views >= 6 in last 1h", facts, { before })).toEqual(["+14", "-65"]);
    },
  ],
];
