import { type Duration, UNITS } from "../../time/duration.ts";
import { DAY_MS } from "../../time/zone.ts";
import type { ClockTime, Condition, LocalTime, Segment } from "../ast.ts";
import { formatTime } from "../grammar/clock.ts";
import { isLasting } from "./lasting.ts";
import type { Remark } from "./remark.ts";
import { looksOf } from "./signal.ts";
import { conjuncts, eachLeaf } from "./walk.ts";

/** What comes and goes with the time of the day though something else was probably meant. */
export function remarksOnDays(
  segment: Segment,
  usualCoolOff: Duration | undefined,
): readonly Remark[] {
  if (segment.then === undefined) return [];
  return [
    ...remarksOnFlicker(segment),
    ...remarksOnEventTime(segment),
    ...remarksOnDailySends(segment, usualCoolOff),
  ];
}

type Time = LocalTime | ClockTime;

/** A membership that begins and ends every day, since all but the time of day would last. */
function remarksOnFlicker({ when, gate }: Segment): readonly Remark[] {
  if (gate !== undefined) return [];
  const parts = conjuncts(when);
  const times = parts.filter((part) => isTime(part));
  const others = parts.filter((part) => !isTime(part));
  const [first] = times;
  if (first === undefined || others.length === 0 || !others.every(isLasting)) return [];
  const message = "the membership ends and begins anew every day with the time of day";
  const note = `if only the mail must keep to it: send within ${hoursOf(times)}`;
  return [{ code: "FLICKERS", span: first.span, message, note }];
}

function isTime(condition: Condition): condition is Time {
  if (condition.kind === "clock_time") return true;
  return condition.kind === "local_time" && Math.abs(condition.to - condition.from) < DAY_MS;
}

function hoursOf(times: readonly Time[]): string {
  const [first] = times;
  if (first?.kind === "local_time")
    return first.part ?? `${formatTime(first.from)}..${formatTime(first.to)}`;
  const bounds = times.filter((each) => each.kind === "clock_time");
  const from = bounds.find(({ comparator }) => comparator.startsWith(">"))?.time ?? 0;
  const to = bounds.find(({ comparator }) => comparator.startsWith("<"))?.time ?? DAY_MS;
  return `${formatTime(from)}..${formatTime(to)}`;
}

/** `where local time …` says when events happened; the mail goes out at any hour. */
function remarksOnEventTime({ when, gate, quietHours }: Segment): readonly Remark[] {
  if (gate !== undefined || quietHours !== undefined) return [];
  const leaves = eachLeaf(when);
  if (leaves.some(({ kind }) => kind === "local_time" || kind === "clock_time")) return [];
  const timed = leaves.find((leaf) =>
    looksOf(leaf).some(({ where }) => JSON.stringify(where ?? null).includes('"local_time"')),
  );
  if (timed === undefined) return [];
  const message = "this asks at what time the events happened; the mail may go out at any hour";
  const note = "for the mail write send within evening";
  return [{ code: "TIME_OF_EVENTS", span: timed.span, message, note }];
}

/** A gate that opens on the same members every day, with nothing that keeps them from getting the same mail each time. */
function remarksOnDailySends(
  { gate, caps = [], coolOff, when }: Segment,
  usualCoolOff: Duration | undefined,
): readonly Remark[] {
  const pause = coolOff ?? usualCoolOff ?? 0;
  if (gate === undefined || caps.length > 0 || pause > UNITS.d) return [];
  if (!conjuncts(when).every((part) => isTime(part) || isLasting(part))) return [];
  const message = "the gate opens every day, and whoever is still a member is sent the same again";
  return [{ code: "DAILY_SENDS", span: gate.span, message, note: "write cool off 72h" }];
}
