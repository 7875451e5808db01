import type { Margin } from "../../model/explanation.ts";
import type { ClockTime, LocalTime, Weekday } from "../../rule/ast.ts";
import { formatTime } from "../../rule/grammar/clock.ts";
import { DAYS } from "../../rule/grammar/weekday.ts";
import { days } from "../../time/duration.ts";
import { after } from "../../time/window.ts";
import { dayAt, getZone, timeOfDayAt, weekdayOf } from "../../time/zone.ts";
import { isTrue } from "../holds.ts";
import { zoneEvent, zoneOf } from "../known.ts";
import type { Moment } from "../moment.ts";
import { turningInstants } from "../turning.ts";
import { type Facts, only, turnsIn } from "./facts.ts";

/** Within so many days the clock on the wall turns whatever it can turn. */
const HORIZON = days(9);

/** What the wall of the profile shows, and how long until the condition turns. */
export function clockFacts(condition: LocalTime | ClockTime | Weekday, moment: Moment): Facts {
  const zone = zoneOf(moment.known);
  return {
    found: `${readingOf(condition, moment)} ${zone}`,
    asked: askedOf(condition),
    margin: clockMargin(condition, moment),
    events: only(zoneEvent(moment.known)),
  };
}

function readingOf({ kind }: LocalTime | ClockTime | Weekday, { known, at }: Moment): string {
  const zone = getZone(zoneOf(known));
  return kind === "weekday" ? DAYS[weekdayOf(dayAt(zone, at))]! : formatTime(timeOfDayAt(zone, at));
}

function askedOf(condition: LocalTime | ClockTime | Weekday): string {
  switch (condition.kind) {
    case "local_time":
      return `${formatTime(condition.from)}..${formatTime(condition.to)}`;
    case "clock_time":
      return `${condition.comparator} ${formatTime(condition.time)}`;
    case "weekday":
      return condition.days.map((day) => DAYS[day]).join(", ");
  }
}

function clockMargin(
  condition: LocalTime | ClockTime | Weekday,
  moment: Moment,
): Margin | undefined {
  const { at, known } = moment;
  const history = { ...known.history, events: known.events };
  const holds = isTrue(condition, moment);
  const turn = turningInstants(condition, history, { from: at, to: after(at, HORIZON) }).find(
    (each) => isTrue(condition, { ...moment, at: each }) !== holds,
  );
  return turn === undefined ? undefined : turnsIn(turn - at, holds ? "holds" : "misses");
}
