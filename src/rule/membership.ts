import { DAY_MS, modulo } from "../time/zone.ts";
import type {
  And,
  ClockTime,
  Condition,
  DayRange,
  DeviceIs,
  InSegment,
  LocalTime,
  Refinement,
  Relaxation,
  Segment,
} from "./ast.ts";

/** What must hold for a membership of the segment to begin and to last, `until` apart: its `when`, widened as `relax`
 *  says, within the segment that it refines. */
export function membershipCondition(segment: Segment): Condition {
  const { refines, relax } = segment;
  const when = relax === undefined ? segment.when : relaxed(segment.when, relax);
  if (refines === undefined) return when;
  const parts = [...parentOf(refines), ...(when.kind === "and" ? when.conditions : [when])];
  return { kind: "and", span: when.span, conditions: parts };
}

function parentOf({ segment, evidence, span }: Refinement): readonly Condition[] {
  const parent: InSegment = { kind: "in_segment", span, segment };
  return evidence === undefined ? [parent] : [parent, evidence];
}

/** `when`, or what it is relaxed to while the relaxation's own condition holds. */
function relaxed(when: Condition, relax: Relaxation): Condition {
  if (relax.time === undefined && relax.devices === undefined) return when;
  const { span } = relax;
  const wider: And = { kind: "and", span, conditions: [relax.when, widen(when, relax)] };
  return { kind: "or", span, conditions: [when, wider] };
}

/** The condition with wider times and more devices; what stands below a `not` stays as it is. */
function widen(condition: Condition, relax: Relaxation): Condition {
  switch (condition.kind) {
    case "and":
    case "or":
      return { ...condition, conditions: condition.conditions.map((each) => widen(each, relax)) };
    case "some":
      return { ...condition, condition: widen(condition.condition, relax) };
    case "device":
      return widenDevice(condition, relax);
    case "local_time":
      return widenRange(condition, relax);
    case "clock_time":
      return widenBound(condition, relax);
    default:
      return condition;
  }
}

function widenDevice(condition: DeviceIs, { devices }: Relaxation): Condition {
  if (devices === undefined) return condition;
  const more: DeviceIs = { ...condition, test: { kind: "one_of", values: devices } };
  return { kind: "or", span: condition.span, conditions: [condition, more] };
}

function widenRange(condition: LocalTime, { time }: Relaxation): LocalTime {
  if (time === undefined || condition.from === condition.to) return condition;
  const { part: _, ...plain } = condition;
  const length = modulo(condition.to - condition.from, DAY_MS) || DAY_MS;
  if (length + 2 * time >= DAY_MS) return { ...plain, from: 0, to: DAY_MS };
  return { ...plain, ...wider(condition, time) };
}

function wider(
  { from, to }: Pick<DayRange, "from" | "to">,
  time: number,
): Pick<DayRange, "from" | "to"> {
  return { from: modulo(from - time, DAY_MS), to: modulo(to + time, DAY_MS) };
}

/** `time <= "21:00"` reaches later, `time >= "18:00"` begins earlier; neither leaves the day. */
function widenBound(condition: ClockTime, relax: Relaxation): ClockTime {
  const by: number = relax.time ?? 0;
  const isUpper = condition.comparator === "<" || condition.comparator === "<=";
  const time = isUpper ? Math.min(condition.time + by, DAY_MS) : Math.max(condition.time - by, 0);
  const comparator =
    condition.comparator === ">" && condition.time < by ? ">=" : condition.comparator;
  return { ...condition, comparator, time };
}
