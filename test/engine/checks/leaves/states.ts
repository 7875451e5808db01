import { expect } from "../expect.ts";
import type { Values } from "../../../../src/model/event.ts";
import { type Check, DAY, type Fact, HOUR, at, told } from "./told.ts";
import { formatInstant } from "../../../../src/time/instant.ts";

const page = (minute: number, device?: string, arrives = minute): Fact => [
  minute,
  "Page Viewed",
  { device, arrives },
];

const update = (minute: number, properties: Values, arrives = minute): Fact => [
  minute,
  "Profile Updated",
  { properties, arrives },
];

/** What is asked of states that last, and of attributes that are instants. */
export const stateChecks: readonly Check[] = [
  [
    "a state has lasted from the instant at which it is exactly so old",
    (engine) => {
      const rule = "device = mobile for 30min";
      expect(
        told(engine, rule, [page(10, "mobile"), page(20, "mobile"), page(50, "desktop")]),
      ).toEqual(["+40", "-50"]);
      expect(told(engine, rule, [page(10, "mobile"), page(39, "desktop")])).toEqual([]);
      expect(told(engine, rule, [], { profile: { device: "mobile" } })).toEqual(["+0"]);
      expect(told(engine, "device is missing for 30min", [page(10, "mobile")])).toEqual([
        "+0",
        "-10",
      ]);
    },
  ],
  [
    "late news of a state is put in its place: it may break a span, or mend one",
    (engine) => {
      const rule = "device = mobile for 30min";
      const facts = [page(0, "mobile"), page(60, "mobile"), page(40, "desktop", 70)];
      expect(told(engine, rule, facts)).toEqual(["+30", "-70", "+90"]);
      const mended = [
        page(0, "mobile"),
        page(20, "desktop"),
        page(25, "mobile"),
        page(20, "mobile", 40),
      ];
      expect(told(engine, rule, mended)).toEqual(["+40"]);
      expect(told(engine, rule, [...mended, page(22, "desktop", 50)])).toEqual([
        "+40",
        "-50",
        "+55",
      ]);
      expect(told(engine, rule, [page(50, "mobile"), page(30, "mobile", 55)])).toEqual(["+60"]);
      expect(
        told(engine, rule, [page(0, "mobile"), page(100, "mobile"), page(5, "desktop", 110)]),
      ).toEqual(["+30", "-110", "+130"]);
    },
  ],
  [
    "of one instant the statement that comes last in order counts alone",
    (engine) => {
      const rule = "device = mobile for 30min";
      const facts: readonly Fact[] = [
        page(0, "mobile"),
        [20, "Page Viewed", { device: "mobile", sequence: 9 }],
        [20, "Page Viewed", { device: "desktop", sequence: 5 }],
      ];
      expect(told(engine, rule, facts)).toEqual(["+30"]);
      const equal: readonly Fact[] = [
        [0, "Page Viewed", { device: "mobile", sequence: 1 }],
        [0, "Page Viewed", { device: "desktop", sequence: 1 }],
      ];
      expect(told(engine, rule, equal)).toEqual([]);
      expect(told(engine, rule, equal.toReversed())).toEqual(["+30"]);
      expect(
        told(engine, rule, [page(0, "mobile"), page(20, "desktop"), page(20, "mobile")]),
      ).toEqual(["+30"]);
    },
  ],
  [
    "a place falls back on the attribute for as long as no event has named one",
    (engine) => {
      const rule = 'location.country = "US" for 1h';
      const there = (minute: number, country: string, arrives = minute): Fact => [
        minute,
        "Page Viewed",
        { place: { country }, arrives },
      ];
      expect(told(engine, rule, [update(0, { country: "US" })])).toEqual(["+60"]);
      expect(told(engine, rule, [there(0, "DE"), update(10, { country: "US" })])).toEqual([]);
      expect(told(engine, rule, [there(10, "DE"), update(10, { country: "US" })])).toEqual([]);
      expect(told(engine, rule, [update(0, { country: "US" }), there(30, "US")])).toEqual(["+60"]);
      expect(
        told(engine, rule, [update(0, { country: "US" }), there(90, "US"), there(20, "DE", 100)]),
      ).toEqual(["+60", "-100", "+150"]);
      const split = [
        update(0, { country: "US" }),
        update(50, { country: "DE" }),
        there(40, "US", 55),
      ];
      expect(told(engine, rule, split)).toEqual(["+60"]);
    },
  ],
  [
    "consent lasts from the statement on, and what was known beforehand has lasted ever",
    (engine) => {
      const facts: readonly Fact[] = [
        [0, "Subscribed"],
        [DAY, "Unsubscribed"],
        [2 * DAY, "Email Marked as Spam"],
        update(3 * DAY, { consent: true }),
        update(4 * DAY, { consent: null }),
      ];
      expect(told(engine, "consent given for 12h", facts)).toEqual([
        "+720",
        "-1440",
        `+${3 * DAY + 720}`,
      ]);
      expect(told(engine, "consent withdrawn for 1d", facts)).toEqual([
        `+${2 * DAY}`,
        `-${3 * DAY}`,
      ]);
      expect(told(engine, "consent unknown for 1d", facts)).toEqual([]);
      expect(
        told(engine, "consent given for 1d", [], { profile: { attributes: { consent: true } } }),
      ).toEqual(["+0"]);
    },
  ],
  [
    "consent is what the newest statement says, late news of an older one aside",
    (engine) => {
      const facts: readonly Fact[] = [
        [10, "Unsubscribed"],
        [5, "Subscribed", { arrives: 20 }],
        [30, "Subscribed"],
        [30, "Unsubscribed", { sequence: 0 }],
      ];
      expect(told(engine, "consent given", facts)).toEqual(["+30"]);
      expect(told(engine, "consent withdrawn", facts)).toEqual(["+10", "-30"]);
      expect(told(engine, "consent unknown", facts)).toEqual(["+0", "-10"]);
    },
  ],
  [
    "an instant lies within the last or the next span, or beyond",
    (engine) => {
      const moment = formatInstant(at(10 * HOUR));
      const facts = [update(0, { created_at: moment })];
      expect(told(engine, "created_at within last 2h", facts)).toEqual(["+600", "-720"]);
      expect(told(engine, "created_at more than 2h ago", facts)).toEqual(["+720"]);
      expect(told(engine, "created_at within next 2h", facts)).toEqual(["+480", "-600"]);
      expect(told(engine, "created_at more than 2h ahead", facts)).toEqual(["+0", "-480"]);
      const none = [
        update(0, { created_at: "soon" }),
        update(1, { created_at: null }),
        update(2, { created_at: 5 }),
      ];
      expect(told(engine, "created_at more than 2h ahead", none)).toEqual([]);
      const beforehand = { profile: { attributes: { created_at: moment } } };
      expect(
        told(engine, "created_at within last 2h", [update(650, { created_at: null })], beforehand),
      ).toEqual(["+600", "-650"]);
    },
  ],
  [
    "an update is fresh for its span, unless it took the value away; what was known beforehand never is",
    (engine) => {
      const rule = "propensity fresher than 2h";
      expect(
        told(engine, rule, [update(0, { propensity: 0.5 }), update(60, { propensity: 0.5 })]),
      ).toEqual(["+0", "-180"]);
      expect(
        told(engine, rule, [update(0, { propensity: 0.5 }), update(60, { propensity: null })]),
      ).toEqual(["+0", "-60"]);
      expect(
        told(engine, rule, [update(60, { propensity: 0.5 }), update(30, { propensity: null }, 70)]),
      ).toEqual(["+60", "-180"]);
      expect(
        told(engine, rule, [update(60, { plan: "gold" })], {
          profile: { attributes: { propensity: 1 } },
        }),
      ).toEqual([]);
    },
  ],
];
