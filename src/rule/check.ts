import { type Finding, type Severity, sortFindings } from "../text/finding.ts";
import type { Source } from "../text/span.ts";
import type { Condition, Segment } from "./ast.ts";
import { contradictionsOf } from "./check/contradiction.ts";
import { isPureNegation, signalsOf } from "./check/signal.ts";
import { eachAnd, eachLeaf, type Remark } from "./check/walk.ts";
import type { RuleErrorCode } from "./error.ts";
import { formatTime } from "./grammar/clock.ts";
import { printCondition } from "./printer.ts";

/** What a check must know besides the segments. */
export interface CheckContext {
  /** The file in which a segment stands. */
  readonly sourceOf: (segment: Segment) => Source;
}

const SEVERITIES: Partial<Record<RuleErrorCode, Severity>> = {
  DUPLICATE_SEGMENT: "error",
  NEVER_HOLDS: "error",
  CONTRADICTION: "error",
  SAME_SEGMENT: "warning",
  ALWAYS_HOLDS: "warning",
  PURE_NEGATION: "warning",
};

/** What can be told of segments without running them: names and rules that stand twice, conditions that never or always
 *  hold or contradict each other, and what the article advises. Takes segments that parsed without errors. */
export function checkRules(
  segments: readonly Segment[],
  context: CheckContext,
): readonly Finding[] {
  const findings = segments.flatMap((segment, index) =>
    remarksOf(segment, segments.slice(0, index)).map((remark): Finding => {
      const { code, message, span, note } = remark;
      const severity = SEVERITIES[code] ?? "hint";
      const source = context.sourceOf(segment);
      return { severity, code, message, source, span, ...(note === undefined ? {} : { note }) };
    }),
  );
  return sortFindings(findings);
}

function remarksOf(segment: Segment, earlier: readonly Segment[]): readonly Remark[] {
  const { when } = segment;
  return [
    ...doublesOf(segment, earlier),
    ...eachLeaf(when).flatMap(constantsOf),
    ...eachAnd(when).flatMap(contradictionsOf),
    ...eachAnd(when).flatMap(literalBoundsOf),
    ...(isPureNegation(when) ? [pureNegation(when)] : []),
    ...signalAdvice(when),
  ];
}

function doublesOf(segment: Segment, earlier: readonly Segment[]): readonly Remark[] {
  const span = headOf(segment);
  const named = earlier.find((each) => each.name === segment.name);
  if (named !== undefined) {
    const message = `two segments are called "${segment.name}"`;
    return [{ code: "DUPLICATE_SEGMENT", span, message }];
  }
  const text = printCondition(segment.when);
  const same = earlier.find((each) => printCondition(each.when) === text);
  if (same === undefined) return [];
  const message = `"${segment.name}" has the same members as "${same.name}"`;
  return [{ code: "SAME_SEGMENT", span, message, note: "their conditions are the same" }];
}

/** The stretch of the word `segment` with which it begins. */
function headOf({ span }: Segment): Remark["span"] {
  return { start: span.start, end: Math.min(span.end, span.start + "segment".length) };
}

function constantsOf(leaf: Condition): readonly Remark[] {
  if (leaf.kind === "local_time" && leaf.from === leaf.to) {
    const time = formatTime(leaf.from);
    const message = `${time}..${time} never holds: a range ends before its second time`;
    return [
      { code: "NEVER_HOLDS", span: leaf.span, message, note: "the whole day is 00:00..24:00" },
    ];
  }
  if (leaf.kind !== "count" || leaf.number !== 0) return [];
  const text = `a count ${leaf.comparator} 0`;
  if (leaf.comparator === "<")
    return [{ code: "NEVER_HOLDS", span: leaf.span, message: `${text} never holds` }];
  if (leaf.comparator === ">=")
    return [{ code: "ALWAYS_HOLDS", span: leaf.span, message: `${text} always holds` }];
  return [];
}

function literalBoundsOf(conditions: readonly Condition[]): readonly Remark[] {
  const times = conditions.filter((each) => each.kind === "clock_time");
  const lower = times.find((each) => each.comparator === ">=");
  return times
    .filter((each) => each.comparator === "<=")
    .map(({ span, time }) => {
      const to = formatTime(time);
      const range = `local time ${lower === undefined ? "00:00" : formatTime(lower.time)}..${to}`;
      const message = `time <= "${to}" lets in the first millisecond of ${to} and nothing after it`;
      return { code: "LITERAL_TIME_BOUND", span, message, note: `write ${range}` } as const;
    });
}

function pureNegation(when: Condition): Remark {
  const message =
    "asks for nothing that must have happened: everyone of whom nothing is known is a member";
  return { code: "PURE_NEGATION", span: when.span, message };
}

function signalAdvice(when: Condition): readonly Remark[] {
  const signals = signalsOf(when);
  const message = `looks at ${signals.length} signal${signals.length === 1 ? "" : "s"}: ${signals.join(", ")}`;
  const note = "the article advises 3 to 5";
  if (signals.length < 3) return [{ code: "FEW_SIGNALS", span: when.span, message, note }];
  if (signals.length > 5) return [{ code: "MANY_SIGNALS", span: when.span, message, note }];
  return [];
}
