import { expect } from "../expect.ts";
import { type Check, type Fact, HOUR, told } from "./told.ts";

const order = (minute: number, revenue: unknown, arrives = minute): Fact => [
  minute,
  "Order Completed",
  { properties: { revenue: revenue as number }, arrives },
];

const view = (minute: number, product_id: string | null, arrives = minute): Fact => [
  minute,
  "Product Viewed",
  { properties: { product_id }, arrives },
];

/** What is asked of sums, averages, extremes and different values. */
export const figureChecks: readonly Check[] = [
  [
    "a sum is exact: ten times ten cents are one, and what comes and goes leaves nothing behind",
    (engine) => {
      const dimes = Array.from({ length: 10 }, (_, index) => order(index, 0.1));
      expect(told(engine, "sum of revenue over orders = 1 in last 1h", dimes)).toEqual([
        "+9",
        "-60",
      ]);
      expect(told(engine, "sum of revenue over orders = 0 in last 1h", dimes)).toEqual(["+69"]);
    },
  ],
  [
    "a sum is exact beyond what a double can hold",
    (engine) => {
      const large = Array.from({ length: 1000 }, (_, index) => order(index / 1000, 1e9));
      const all = [...large, order(2, 0.0001)];
      expect(told(engine, "sum of revenue over orders > 1000000000000 in last 1h", all)).toEqual([
        "+2",
        "-60",
      ]);
      expect(told(engine, "sum of revenue over orders >= 1000000000000 in last 1h", all)).toEqual([
        "+0.999",
        "-60",
      ]);
    },
  ],
  [
    "what is no number, or beyond a thousand million, is passed over; a thousand million counts",
    (engine) => {
      const facts = [
        order(1, "7"),
        order(2, null),
        order(3, 1e9 + 1),
        order(4, -1e9 - 1),
        order(5, true),
      ];
      expect(told(engine, "sum of revenue over orders != 0 in last 1h", facts)).toEqual([]);
      expect(told(engine, "maximum of revenue over orders >= 0 in last 1h", facts)).toEqual([]);
      expect(
        told(engine, "sum of revenue over orders = 1000000000 in last 1h", [order(1, 1e9)]),
      ).toEqual(["+1", "-61"]);
    },
  ],
  [
    "an average is compared without being divided, and is missing without an event",
    (engine) => {
      const facts = [order(1, 0.1), order(2, 0.1), order(3, 0.4)];
      expect(told(engine, "average of revenue over orders = 0.2 in last 1h", facts)).toEqual([
        "+3",
        "-61",
      ]);
      expect(told(engine, "average of revenue over orders < 100 in last 1h", facts)).toEqual([
        "+1",
        "-63",
      ]);
      expect(told(engine, "average of revenue over orders != 7 in last 1h", facts)).toEqual([
        "+1",
        "-63",
      ]);
    },
  ],
  [
    "a late event is put in its place: it leaves a sum and an extreme when its own hour is up",
    (engine) => {
      const facts = [order(10, 1), order(5, 7, 20)];
      expect(told(engine, "sum of revenue over orders = 8 in last 1h", facts)).toEqual([
        "+20",
        "-65",
      ]);
      expect(told(engine, "maximum of revenue over orders = 7 in last 1h", facts)).toEqual([
        "+20",
        "-65",
      ]);
      expect(told(engine, "minimum of revenue over orders = 1 in last 1h", facts)).toEqual([
        "+10",
        "-70",
      ]);
      expect(told(engine, "sum of revenue over orders >= 7 in last 1h", [order(5, 7, 65)])).toEqual(
        [],
      );
    },
  ],
  [
    "an event counts to the last millisecond of its hour, whatever comes then",
    (engine) => {
      const last = 60 - 1 / 60_000;
      const facts = [order(0, 1), order(last, 5)];
      const late = [order(last, 5), order(0, 1, last)];
      const many = [...Array.from({ length: 64 }, () => order(0, 1)), order(last, 5)];
      const turns = [`+${last}`, "-60"];
      expect(told(engine, "sum of revenue over orders = 6 in last 1h", facts)).toEqual(turns);
      expect(told(engine, "sum of revenue over orders = 6 in last 1h", late)).toEqual(turns);
      expect(told(engine, "sum of revenue over orders = 69 in last 1h", many)).toEqual(turns);
      expect(told(engine, "minimum of revenue over orders = 1 in last 1h", late)).toEqual(turns);
    },
  ],
  [
    "when the largest leaves, the next largest that is left counts",
    (engine) => {
      const facts = [order(0, 5), order(10, 9), order(20, 3), order(30, 7), order(40, 1)];
      const turns = (wanted: number): readonly string[] =>
        told(engine, `maximum of revenue over orders = ${wanted} in last 1h`, facts);
      expect([5, 9, 7, 1, 3].map(turns)).toEqual([
        ["+0", "-10"],
        ["+10", "-70"],
        ["+70", "-90"],
        ["+90", "-100"],
        [],
      ]);
    },
  ],
  [
    "the same value twice is one; it goes when its last event leaves",
    (engine) => {
      const facts = [view(0, "a"), view(10, "b"), view(20, "a"), view(30, null), view(40, "c")];
      expect(told(engine, "distinct product_id over product_views >= 2 in last 1h", facts)).toEqual(
        ["+10", "-80"],
      );
      expect(told(engine, "distinct product_id over product_views = 3 in last 1h", facts)).toEqual([
        "+40",
        "-70",
      ]);
      expect(told(engine, "distinct product_id over product_views = 0 in last 1h", facts)).toEqual([
        "+100",
      ]);
      expect(told(engine, "distinct product_id over product_views >= 3 ever", facts)).toEqual([
        "+40",
      ]);
    },
  ],
  [
    "of all time there is one extreme, and one sum",
    (engine) => {
      const facts = [order(0, 3), order(10, 9), order(20, 5), order(30, -1)];
      expect(told(engine, "maximum of revenue over orders = 9 ever", facts)).toEqual(["+10"]);
      expect(told(engine, "minimum of revenue over orders < 0 ever", facts)).toEqual(["+30"]);
      expect(told(engine, "average of revenue over orders = 4 ever", facts)).toEqual(["+30"]);
    },
  ],
  [
    "figures of a session begin anew with it",
    (engine) => {
      const twins = [order(0, 1), order(0, 2, 5)];
      expect(told(engine, "sum of revenue over orders = 3 in session", twins)).toEqual([
        "+5",
        "-30",
      ]);
      const facts = [order(0, 3), order(20, 4), order(50, 5), order(0, 2, 55), order(15, 8, 60)];
      expect(told(engine, "sum of revenue over orders = 7 in session", facts)).toEqual([
        "+20",
        "-50",
      ]);
      expect(told(engine, "sum of revenue over orders = 5 in session", facts)).toEqual([
        "+50",
        "-80",
      ]);
      expect(told(engine, "sum of revenue over orders = 0 in session", facts)).toEqual(["+80"]);
      expect(
        told(engine, "sum of revenue over orders = 17 in session", [
          ...facts,
          [40, "Page Viewed", { arrives: 70 }],
        ]),
      ).toEqual([]);
      expect(
        told(engine, "sum of revenue over orders = 22 in session", [
          ...facts,
          [40, "Page Viewed", { arrives: 70 }],
        ]),
      ).toEqual(["+70", "-80"]);
      expect(
        told(engine, `maximum of revenue over orders <= 4 in session`, facts, { until: HOUR }),
      ).toEqual(["+0", "-50"]);
    },
  ],
];
