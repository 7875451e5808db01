import { expect } from "../expect.ts";
import { type Check, DAY, type Fact, HOUR, told } from "./told.ts";

const look = (hour: number, zone?: string, arrives = hour): Fact => [
  hour * HOUR,
  "Product Viewed",
  { zone, arrives: arrives * HOUR },
];

const EVENING = "product_views where local time 18:00..21:00";

/** What is asked of the local time at which events happened, and of the days of the week. */
export const zoneChecks: readonly Check[] = [
  [
    "an event's local time is that of the wall where it happened, and the range is open at its end",
    (engine) => {
      const rule = `${EVENING} >= 1 in last 1d`;
      expect(told(engine, rule, [look(18)])).toEqual([`+${18 * HOUR}`, `-${42 * HOUR}`]);
      expect(told(engine, rule, [look(21)])).toEqual([]);
      expect(told(engine, rule, [look(21, "Atlantic/Azores")])).toEqual([
        `+${21 * HOUR}`,
        `-${45 * HOUR}`,
      ]);
      expect(told(engine, rule, [look(16, "Europe/Berlin"), look(17)])).toEqual([
        `+${17 * HOUR}`,
        `-${41 * HOUR}`,
      ]);
      expect(told(engine, rule, [look(17)], { profile: { zone: "Europe/Berlin" } })).toEqual([
        `+${17 * HOUR}`,
        `-${41 * HOUR}`,
      ]);
    },
  ],
  [
    "late news of a zone moves the events after it, up to the next news",
    (engine) => {
      const rule = `${EVENING} >= 1 in last 1d`;
      expect(told(engine, rule, [look(17), look(16, "Europe/Berlin", 19)])).toEqual([
        `+${19 * HOUR}`,
        `-${41 * HOUR}`,
      ]);
      expect(told(engine, rule, [look(18), look(17, "Asia/Kolkata", 19)])).toEqual([
        `+${18 * HOUR}`,
        `-${19 * HOUR}`,
      ]);
      expect(
        told(engine, rule, [look(16, "UTC"), look(17), look(15, "Europe/Berlin", 19)]),
      ).toEqual([]);
      expect(told(engine, rule, [look(18), look(19, "Asia/Kolkata")])).toEqual([
        `+${18 * HOUR}`,
        `-${42 * HOUR}`,
      ]);
    },
  ],
  [
    "of one instant, what is said last of the zone holds for all events of that instant",
    (engine) => {
      const rule = `${EVENING} >= 1 in last 1d`;
      const at17 = (sequence: number, zone?: string): Fact => [
        17 * HOUR,
        "Product Viewed",
        { sequence, zone },
      ];
      const news = (sequence: number, zone: string): Fact => [
        17 * HOUR,
        "Page Viewed",
        { sequence, zone },
      ];
      const turns = [`+${17 * HOUR}`, `-${41 * HOUR}`];
      expect(told(engine, rule, [at17(1), news(2, "Europe/Berlin")])).toEqual(turns);
      expect(told(engine, rule, [news(3, "UTC"), at17(1), news(2, "Europe/Berlin")])).toEqual([]);
      expect(told(engine, rule, [news(2, "UTC"), at17(1), news(2, "Europe/Berlin")])).toEqual(
        turns,
      );
    },
  ],
  [
    "every kind of condition on events can ask for their local time",
    (engine) => {
      const news = [look(17), look(16, "Europe/Berlin", 19)];
      const turns = (rule: string): readonly string[] =>
        told(engine, rule, news, { until: 2 * DAY });
      const from = `+${19 * HOUR}`;
      const whole = [from, `-${41 * HOUR}`];
      expect(turns(`distinct product_id over ${EVENING} = 0 in last 1d`)).toEqual(["+0"]);
      expect(turns(`last ${EVENING} within 1d`)).toEqual(whole);
      expect(turns(`${EVENING} then no orders within 1h in last 1d`)).toEqual(whole);
      expect(turns(`${EVENING} >= 1 in last 1 calendar days utc`)).toEqual([from, `-${DAY}`]);
      expect(turns(`pages where local time 18:00..21:00 >= 1 in session`)).toEqual([]);
      expect(
        told(engine, `pages where local time 18:00..21:00 >= 1 in session`, [
          look(17),
          look(16.9, "Europe/Berlin", 17.2),
        ]),
      ).toEqual([`+${17.2 * HOUR}`, `-${17.5 * HOUR}`]);
    },
  ],
  [
    "the days of an event and of the wall begin at local midnight",
    (engine) => {
      // Minute 0 is the midnight before Monday in UTC; in Kolkata that night is half past five old.
      const there = { profile: { zone: "Asia/Kolkata" }, until: 8 * DAY };
      expect(told(engine, "local day = monday", [], there)).toEqual([
        "+0",
        `-${DAY - 330}`,
        `+${7 * DAY - 330}`,
        `-${8 * DAY - 330}`,
      ]);
      expect(told(engine, "local day in (saturday, sunday)", [], there)).toEqual([
        `+${5 * DAY - 330}`,
        `-${7 * DAY - 330}`,
      ]);
      expect(
        told(
          engine,
          "local day in (monday, tuesday, wednesday, thursday, friday, saturday, sunday)",
          [],
          there,
        ),
      ).toEqual(["+0"]);
      const rule = "product_views where local day = tuesday >= 1 in last 1h";
      expect(told(engine, rule, [look(18.4), look(18.5)], there)).toEqual([
        `+${18.5 * HOUR}`,
        `-${19.5 * HOUR}`,
      ]);
    },
  ],
];
