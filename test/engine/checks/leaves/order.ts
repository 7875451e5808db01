import { expect } from "../expect.ts";
import { type Check, DAY, type Fact, HOUR, told } from "./told.ts";

const add = (minute: number, arrives = minute): Fact => [minute, "Product Added", { arrives }];
const buy = (minute: number, arrives = minute): Fact => [minute, "Order Completed", { arrives }];
/** One millisecond, in minutes. */
const MS = 1 / 60_000;

/** What is asked of the newest and the oldest event, and of one after the other. */
export const orderChecks: readonly Check[] = [
  [
    "the last order lies within, until it is exactly so old; then it lies before",
    (engine) => {
      const facts = [buy(0), buy(HOUR), buy(30, 90)];
      expect(told(engine, "last orders within 2h", facts)).toEqual(["+0", "-180"]);
      expect(told(engine, "last orders more than 2h ago", facts)).toEqual(["+180"]);
      expect(told(engine, "first orders within 2h", facts)).toEqual(["+0", "-120"]);
      expect(told(engine, "first orders more than 2h ago", facts)).toEqual(["+120"]);
      expect(told(engine, "first orders more than 2h ago", [buy(100), buy(0, 110)])).toEqual([
        "+120",
      ]);
      expect(told(engine, "last orders more than 2h ago", [])).toEqual([]);
    },
  ],
  [
    "one after the other, closer than the span and not at one instant",
    (engine) => {
      const rule = "adds then orders within 1h in last 2h";
      expect(told(engine, rule, [add(0), buy(60)])).toEqual([]);
      expect(told(engine, rule, [add(0), buy(59)])).toEqual(["+59", "-179"]);
      expect(told(engine, rule, [add(10), buy(10)])).toEqual([]);
      expect(told(engine, rule, [buy(10), add(20)])).toEqual([]);
      expect(told(engine, rule, [add(0), buy(10), buy(20)])).toEqual(["+10", "-140"]);
      expect(
        told(engine, "adds then orders within 1h ever", [add(0), buy(59), add(70), buy(80)]),
      ).toEqual(["+59"]);
    },
  ],
  [
    "a late first and a late second are put in their places",
    (engine) => {
      const rule = "adds then orders within 1h in last 2h";
      expect(told(engine, rule, [buy(30), add(0, 40)])).toEqual(["+40", "-150"]);
      expect(told(engine, rule, [buy(30), add(30, 40)])).toEqual([]);
      expect(told(engine, rule, [buy(61), buy(60), add(0, 70), add(1, 80)])).toEqual([
        "+80",
        "-180",
      ]);
      expect(told(engine, rule, [add(0), add(50), buy(30, 90)])).toEqual(["+90", "-150"]);
      expect(told(engine, rule, [add(0), buy(30, 150)])).toEqual([]);
      expect(told(engine, rule, [add(0), buy(50), buy(30, 60), buy(40, 70)])).toEqual([
        "+50",
        "-170",
      ]);
    },
  ],
  [
    "one and then no other: once the span is up, until the window is, or the other comes",
    (engine) => {
      const rule = "adds then no orders within 1h in last 3h";
      expect(told(engine, rule, [add(0)])).toEqual(["+60", "-180"]);
      expect(told(engine, rule, [add(0), buy(59)])).toEqual([]);
      expect(told(engine, rule, [add(0), buy(60)])).toEqual([]);
      expect(told(engine, rule, [add(0), buy(61)])).toEqual(["+60", "-61"]);
      expect(told(engine, rule, [add(0), buy(0)])).toEqual(["+60", "-180"]);
      expect(told(engine, rule, [add(0), add(30), buy(20)])).toEqual(["+90", "-210"]);
      expect(told(engine, rule, [add(0), add(100)])).toEqual(["+60", "-280"]);
      expect(told(engine, rule, [add(0), add(150)])).toEqual(["+60", "-180", "+210", "-330"]);
      expect(told(engine, rule, [add(0), buy(10, 90)])).toEqual(["+60", "-90"]);
      expect(told(engine, rule, [buy(50), add(0, 60), add(50, 70)])).toEqual(["+110", "-230"]);
      expect(
        told(engine, "adds then no orders within 1h ever", [add(0), add(10), buy(90)]),
      ).toEqual(["+60", "-90"]);
    },
  ],
  [
    "a span as long as the window, or longer, is never up in time",
    (engine) => {
      expect(told(engine, "adds then no orders within 2h in last 2h", [add(0)])).toEqual([]);
      expect(told(engine, "adds then no orders within 2h in last 2h", [add(0), add(MS)])).toEqual(
        [],
      );
    },
  ],
  [
    "a month of adds of which one is never bought",
    (engine) => {
      const days = Array.from({ length: 30 }, (_, day) => day * DAY);
      const facts = days.flatMap((day) => [add(day), ...(day === 7 * DAY ? [] : [buy(day + 30)])]);
      expect(told(engine, "adds then no orders within 1h in last 48h", facts)).toEqual([
        `+${7 * DAY + HOUR}`,
        `-${8 * DAY + 30}`,
      ]);
    },
  ],
];
