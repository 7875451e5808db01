import { DAY_MS } from "../../../time/zone.ts";
import type { ClockTime, LocalTime, Weekday } from "../../ast.ts";
import type { Formula } from "./formula.ts";
import { type Maker, numberFact } from "./maker.ts";
import { type Numbers, numbersOf, only, others, range } from "./numbers.ts";
import { numeric } from "./values.ts";

/** The meaning of a condition on the wall clock: that of the profile at the instant, or in `where` that of an event. */
export function timeMeaning(
  condition: Pick<LocalTime, "kind" | "from" | "to"> | ClockTime | Pick<Weekday, "kind" | "days">,
  whose: "profile" | "event",
  maker: Maker,
): Formula {
  const name = condition.kind === "weekday" ? "day" : "time";
  const subject = maker.subject(`${whose} ${name}`, () => ({
    about: { kind: "state", name },
    universe: numeric(name === "day" ? range(0, 7) : range(0, DAY_MS)),
  }));
  return numberFact(subject, numbersIn(condition));
}

function numbersIn(
  condition: Pick<LocalTime, "kind" | "from" | "to"> | ClockTime | Pick<Weekday, "kind" | "days">,
): Numbers {
  switch (condition.kind) {
    case "weekday":
      return only(...condition.days);
    case "clock_time":
      return numbersOf(condition.comparator, condition.time);
    case "local_time":
      return stretch(condition);
  }
}

/** The times of a stretch of the day, which wraps past midnight if it ends before it begins. */
function stretch({ from, to }: Pick<LocalTime, "from" | "to">): Numbers {
  return from <= to ? range(from, to) : others(range(to, from));
}
