import type { Condition, Segment } from "./ast.ts";
import { membershipCondition } from "./membership.ts";

/** The order in which memberships of one instant are decided, as indices of segments: those that a segment asks for come
 *  before it, otherwise the given order holds. Segments in a circle, which `check` refuses, follow at the end. */
export function decisionOrder(segments: readonly Segment[]): readonly number[] {
  const asked = segments.map((segment) => askedBy(segment));
  const order: number[] = [];
  const placed = new Set<string>();
  const known = new Set(segments.map(({ name }) => name));
  let rest = segments.map((_, index) => index);
  while (rest.length > 0) {
    const next = rest.find((index) =>
      [...asked[index]!].every((name) => !known.has(name) || placed.has(name)),
    );
    if (next === undefined) return [...order, ...rest];
    order.push(next);
    placed.add(segments[next]!.name);
    rest = rest.filter((index) => index !== next);
  }
  return order;
}

/** The names of the segments that a segment's membership depends on. */
export function askedBy(segment: Segment): ReadonlySet<string> {
  const until = segment.until === undefined ? [] : namesIn(segment.until);
  return new Set([...namesIn(membershipCondition(segment)), ...until]);
}

function namesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.conditions.flatMap(namesIn);
    case "not":
    case "some":
      return namesIn(condition.condition);
    case "in_segment":
    case "segment_change":
      return [condition.segment];
    default:
      return [];
  }
}
