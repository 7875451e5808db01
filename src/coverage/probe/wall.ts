import type { ClockTime, LocalTime, Weekday } from "../../rule/ast.ts";
import { formatTime } from "../../rule/grammar/clock.ts";
import { printCondition } from "../../rule/printer.ts";
import { UNITS } from "../../time/duration.ts";
import { DAY_MS, modulo } from "../../time/zone.ts";
import { middleOf } from "./events.ts";
import type { Demand } from "./sketch.ts";
import { type Bound, MONDAY, type Side } from "./stage.ts";
import { DAYS } from "./where.ts";

/** Times of day at which the wall shows what is asked, or does not; the middle first. */
export function waysToBeAt(local: LocalTime, wanted: boolean): readonly Demand[] {
  const { from, to } = local;
  const times = wanted
    ? [middleOf(from, to), from]
    : [middleOf(to, from), modulo(from - 1, DAY_MS)];
  return times.map((time) => ({ time }));
}

/** The same for a time that is compared. */
export function waysToCompare({ comparator, time }: ClockTime, wanted: boolean): readonly Demand[] {
  const isLater = (comparator === ">" || comparator === ">=") === wanted;
  const times = isLater ? [time + UNITS.h, time + 1, time] : [time - UNITS.h, time - 1, time];
  return times.filter((each) => 0 <= each && each < DAY_MS).map((each) => ({ time: each }));
}

/** Days of the week, or the others. */
export function waysToBeOn({ days }: Weekday, wanted: boolean): readonly Demand[] {
  return [2, 3, 1, 4, 0, 5, 6]
    .filter((day) => days.includes(day) === wanted)
    .map((day) => ({ day: MONDAY + day }));
}

/** Both ends of a stretch of the day. */
export function boundsOfTimes(from: number, to: number): readonly Bound[] {
  return [from, to].map((time) => ({ text: `at ${formatTime(time)}`, sides: sidesOfTime(time) }));
}

/** A millisecond before the wall shows a time, at it, and after it; what goes past midnight is the next day's. */
export function sidesOfTime(time: number): readonly Side[] {
  return [time - 1, time, time + 1].map((each): Side => {
    const reading = modulo(each, DAY_MS);
    return { label: `at ${formatTime(reading)}`, demand: { time: reading } };
  });
}

/** The bounds of a stretch of the day that a condition asks for. */
export function boundsOfLocalTime({ from, to }: LocalTime): readonly Bound[] {
  return boundsOfTimes(from, to);
}

/** The bound of a time that is compared. */
export function boundsOfClockTime({ time }: ClockTime): readonly Bound[] {
  return [{ text: `at ${formatTime(time)}`, sides: sidesOfTime(time) }];
}

/** Every day of the week, at the same time of day; and the midnights between those that count and the others. */
export function boundsOfWeekday(weekday: Weekday): readonly Bound[] {
  const { days } = weekday;
  const each = DAYS.map((name, day): Side => ({
    label: `on a ${name}`,
    demand: { day: MONDAY + day },
  }));
  const turns = DAYS.map((_, day) => day).filter(
    (day) => days.includes(day) !== days.includes((day + 6) % 7),
  );
  return [
    { text: printCondition(weekday), sides: each },
    ...turns.map((day): Bound => ({
      text: `the midnight with which ${DAYS[day]!} begins`,
      sides: [
        { label: "one ms before it", demand: { day: MONDAY + day - 1, time: DAY_MS - 1 } },
        { label: "at it", demand: { day: MONDAY + day, time: 0 } },
        { label: "one ms after it", demand: { day: MONDAY + day, time: 1 } },
      ],
    })),
  ];
}
