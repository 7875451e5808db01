import type { ClockTime, LocalTime, Weekday } from "../../rule/ast.ts";
import { DAY_MS } from "../../time/zone.ts";
import { LocalClock } from "../clock.ts";
import { WeekdayLeaf } from "../leaves/weekday.ts";
import type { Leaf } from "../live.ts";
import type { Ground } from "./ground.ts";

/** A condition on the reading of the wall as a leaf. */
export function clockLeaf(condition: LocalTime | ClockTime, ground: Ground): Leaf {
  const { from, to } = readings(condition);
  return watchWall(new LocalClock(ground.context, from, to), ground);
}

/** A condition on the day of the week as a leaf. */
export function weekdayLeaf({ days }: Weekday, ground: Ground): Leaf {
  return watchWall(new WeekdayLeaf(days, ground.context), ground);
}

function watchWall(leaf: Leaf, ground: Ground): Leaf {
  ground.context.watchZone(leaf);
  return ground.keep(leaf);
}

/** Local and clock times as the readings `[from, to)` in which they hold. */
function readings(condition: LocalTime | ClockTime): Pick<LocalTime, "from" | "to"> {
  if (condition.kind === "local_time") return condition;
  const { comparator, time } = condition;
  switch (comparator) {
    case "<":
      return { from: 0, to: time };
    case "<=":
      return { from: 0, to: time + 1 };
    case ">":
      return { from: time + 1, to: DAY_MS };
    case ">=":
      return { from: time, to: DAY_MS };
  }
}
