import type { Values } from "../../model/event.ts";
import type { Predicate } from "../../model/predicate.ts";
import type { Condition, Leaf, Segment } from "../../rule/ast.ts";
import { eachLeaf, isLeaf } from "../../rule/check/walk.ts";
import { membershipCondition } from "../../rule/membership.ts";

/** What must be so for a made-up person: that a condition holds, or does not. */
export interface Goal {
  readonly condition: Condition;
  readonly wanted: boolean;
  /** The property and value that `of the same …` has bound. */
  readonly bound: Values;
  /** For how long it must have been so, in milliseconds; or how long ago, if it need not be so now. */
  readonly since: number;
  readonly isPast?: true | undefined;
}

/** The goal that a condition holds, or does not. */
export function goal(condition: Condition, wanted: boolean): Goal {
  return { condition, wanted, bound: {}, since: 0 };
}

/** Whether what is known at the instant decides; not what the run did before. */
export function isTimeless(condition: Condition): boolean {
  return eachLeaf(condition).every((leaf) => {
    if (leaf.kind === "in_segment" || leaf.kind === "segment_change") return false;
    return !("window" in leaf) || leaf.window.kind !== "since";
  });
}

/** A condition as it is for the one thing that is bound: a count `of that product` counts that product. */
export function boundTo(condition: Condition, bound: Values): Condition {
  if (condition.kind !== "count" || condition.of === undefined) return condition;
  const { of, where, ...count } = condition;
  const value = bound[of.property];
  if (typeof value !== "string") return condition;
  const test = { kind: "compare", comparator: "=", value } as const;
  const same: Predicate = { kind: "property", property: of.property, test };
  return {
    ...count,
    where: where === undefined ? same : { kind: "and", predicates: [same, where] },
  };
}

/** Which goals are looked at first: where and when the person is, what is known of them, what they did. */
export function rankOf({ condition, wanted }: Goal): number {
  if (!isLeaf(condition)) {
    const isPlain = condition.kind === "not" || (condition.kind === "and") === wanted;
    return isPlain && condition.kind !== "some" ? 0 : 8;
  }
  return rankOfLeaf(condition);
}

function rankOfLeaf(leaf: Leaf): number {
  switch (leaf.kind) {
    case "place":
      return leaf.field === "zone" ? 1 : 3;
    case "local_time":
    case "clock_time":
    case "weekday":
      return 2;
    case "device":
    case "attribute":
    case "consent":
    case "instant":
    case "fresh":
    case "held":
      return 3;
    case "in_segment":
    case "segment_change":
      return 0;
    case "session":
    case "in_session":
      return 4;
    case "sequence":
      return 5;
    case "count":
      return leaf.of === undefined ? 7 : 6;
    case "aggregate":
    case "recency":
      return 7;
  }
}

/** The lists of goals, one of which must be reached for this one; `undefined` for a condition that has nothing below it. */
export function waysBelow(
  of: Goal,
  segments: readonly Segment[],
): readonly (readonly Goal[])[] | undefined {
  const { condition, wanted } = of;
  const below = (each: Condition, is = wanted): Goal => ({ ...of, condition: each, wanted: is });
  switch (condition.kind) {
    case "and":
    case "or": {
      const all = condition.conditions.map((each) => below(each));
      return (condition.kind === "and") === wanted ? [all] : all.map((each) => [each]);
    }
    case "not":
      return [[below(condition.condition, !wanted)]];
    case "some": {
      const bound = { ...of.bound, [condition.property]: `one ${condition.thing}` };
      return [[{ ...below(condition.condition), bound }]];
    }
    case "in_segment":
    case "segment_change":
      return waysOfSegment(of, condition, segments);
    default:
      return undefined;
  }
}

/** Being in another segment is a matter of that segment's conditions; what the run did is looked at in the end. */
function waysOfSegment(
  of: Goal,
  leaf: Extract<Leaf, { readonly kind: "in_segment" | "segment_change" }>,
  segments: readonly Segment[],
): readonly (readonly Goal[])[] {
  const segment = segments.find(({ name }) => name === leaf.segment);
  if (segment === undefined) return of.wanted ? [] : [[]];
  const { until } = segment;
  const isIn = { ...goal(membershipCondition(segment), of.wanted), since: of.since };
  const ended = until === undefined || !of.wanted ? [] : [goal(until, false)];
  if (leaf.kind === "segment_change") return of.wanted ? [[isIn, ...ended]] : [[], [isIn]];
  const since = of.wanted ? of.since + (leaf.for ?? 0) : of.since;
  return [[{ ...isIn, since }, ...ended]];
}
