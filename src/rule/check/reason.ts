import type { Condition } from "../ast.ts";
import { formatTime } from "../grammar/clock.ts";
import { printCondition } from "../printer.ts";

/** Why a condition never holds, in words, and what to write instead. */
export function reasonOf(condition: Condition): {
  readonly message: string;
  readonly note?: string;
} {
  const message = `${printCondition(condition)} never holds`;
  switch (condition.kind) {
    case "local_time": {
      const time = formatTime(condition.from);
      return {
        message: `${time}..${time} never holds: a range ends before its second time`,
        note: "the whole day is 00:00..24:00",
      };
    }
    case "sequence":
      return condition.negated
        ? { message, note: "the window must be longer than the wait" }
        : { message };
    case "session":
      return { message, note: "a session is at most 24h long" };
    case "place":
      return condition.field === "zone"
        ? { message, note: "everyone has a zone, if need be the default" }
        : { message };
    default:
      return { message };
  }
}

/** What to write for two bounds on the time that leave nothing between them, if these are such. */
export function turnedRound(a: Condition, b: Condition | undefined): string | undefined {
  return a.kind === "clock_time" && b?.kind === "clock_time"
    ? "past midnight write local time 22:00..02:00"
    : undefined;
}
