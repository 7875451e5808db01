import type { Vocabulary } from "../../model/vocabulary.ts";
import { UNITS, formatDuration } from "../../time/duration.ts";
import type { AttributeIs, Condition, Count, Segment } from "../ast.ts";
import { formatTime } from "../grammar/clock.ts";
import { type FindSegment, isPureNegation } from "./negation.ts";
import type { Remark } from "./remark.ts";
import { signalsOf, variablesOf } from "./signal.ts";
import { conjuncts, eachLeaf, partsOf } from "./walk.ts";

/** What may hold and be true, and is yet worth a second look. */
export function remarksOnStyle(
  segment: Segment,
  find: FindSegment,
  vocabulary: Vocabulary | undefined,
): readonly Remark[] {
  const { when } = segment;
  const leaves = conditionsOf(segment).flatMap(eachLeaf);
  return [
    ...literalBoundsOf(when),
    ...conditionsOf(segment).flatMap(doubleNegations),
    ...leaves.flatMap((leaf) => (leaf.kind === "count" ? outOfReach(leaf) : [])),
    ...leaves.flatMap((leaf) => (leaf.kind === "attribute" ? scoreRange(leaf, vocabulary) : [])),
    ...(isPureNegation(segment, find) ? [pureNegation(when)] : []),
    ...signalAdvice(segment, find),
  ];
}

/** Every condition that a segment states. */
export function conditionsOf(segment: Segment): readonly Condition[] {
  const { when, refines, relax, until, followUps = [] } = segment;
  const others = [refines?.evidence, relax?.when, until, ...followUps.map(({ unless }) => unless)];
  return [when, ...others.filter((each) => each !== undefined)];
}

function literalBoundsOf(when: Condition): readonly Remark[] {
  if (when.kind !== "and") return partsOf(when).flatMap(literalBoundsOf);
  const parts = conjuncts(when);
  const times = parts.filter((each) => each.kind === "clock_time");
  const lower = times.find((each) => each.comparator === ">=");
  const own = times
    .filter((each) => each.comparator === "<=")
    .map(({ span, time }): Remark => {
      const to = formatTime(time);
      const range = `local time ${lower === undefined ? "00:00" : formatTime(lower.time)}..${to}`;
      const message = `time <= "${to}" lets in the first millisecond of ${to} and nothing after it`;
      return { code: "LITERAL_TIME_BOUND", span, message, note: `write ${range}` };
    });
  return [...own, ...parts.flatMap((each) => partsOf(each).flatMap(literalBoundsOf))];
}

function doubleNegations(condition: Condition): readonly Remark[] {
  if (condition.kind === "not" && condition.condition.kind === "not") {
    const { span } = condition;
    const message = "two negations undo each other";
    const deeper = doubleNegations(condition.condition.condition);
    const fix = { kind: "affirm", outer: span, inner: condition.condition.span } as const;
    return [{ code: "DOUBLE_NEGATION", span, message, note: "leave out both", fix }, ...deeper];
  }
  return partsOf(condition).flatMap(doubleNegations);
}

/** More than an event a second, all through the window. */
function outOfReach({ comparator, number, window, span }: Count): readonly Remark[] {
  const isLower = comparator === ">=" || comparator === ">" || comparator === "=";
  if (!isLower || window.kind !== "last" || number <= window.length / UNITS.s || number < 2)
    return [];
  const message = `${number} in ${formatDuration(window.length)} is more than one each second`;
  return [{ code: "OUT_OF_REACH", span, message }];
}

function scoreRange(
  { attribute, test, span }: AttributeIs,
  vocabulary: Vocabulary | undefined,
): readonly Remark[] {
  if (vocabulary?.scores.includes(attribute) !== true) return [];
  const asked = test.kind === "compare" ? [test.value] : test.kind === "one_of" ? test.values : [];
  const odd = asked.find((each) => typeof each === "number" && (each < 0 || each > 1));
  if (typeof odd !== "number") return [];
  const message = `"${attribute}" is a score, from 0 to 1, and is compared with ${odd}`;
  const note = odd > 1 && odd <= 100 ? `write ${odd / 100}` : undefined;
  return [{ code: "SCORE_RANGE", span, message, note }];
}

function pureNegation(when: Condition): Remark {
  const message =
    "asks for nothing that must have happened: everyone of whom nothing is known is a member";
  return { code: "PURE_NEGATION", span: when.span, message };
}

/** The article advises 3 to 5 signals; those of the broader segments count as well where they are few. */
function signalAdvice(segment: Segment, find: FindSegment): readonly Remark[] {
  const { when } = segment;
  const { span } = when;
  const own = signalsOf(when);
  const all = [...new Set([...own, ...inherited(segment, find)])];
  const note = "the article advises 3 to 5";
  const remarks: Remark[] = [];
  if (all.length < 3) remarks.push({ code: "FEW_SIGNALS", span, message: looksAt(all), note });
  if (own.length > 5) remarks.push({ code: "MANY_SIGNALS", span, message: looksAt(own), note });
  const variables = variablesOf(when);
  if (variables.length >= 10) {
    const message = `compares ${variables.length} variables: ${variables.join(", ")}`;
    const warning = "the article warns of 10 and more";
    remarks.push({ code: "MANY_VARIABLES", span, message, note: warning });
  }
  return remarks;
}

function looksAt(signals: readonly string[]): string {
  const count = `${signals.length} signal${signals.length === 1 ? "" : "s"}`;
  return `looks at ${count}: ${signals.join(", ")}`;
}

function inherited({ refines }: Segment, find: FindSegment): readonly string[] {
  const seen = new Set<string>();
  const signals: string[] = [];
  for (let asked = refines; asked !== undefined;) {
    if (asked.evidence !== undefined) signals.push(...signalsOf(asked.evidence));
    const parent = seen.has(asked.segment) ? undefined : find(asked.segment);
    seen.add(asked.segment);
    if (parent !== undefined) signals.push(...signalsOf(parent.when));
    asked = parent?.refines;
  }
  return signals;
}
