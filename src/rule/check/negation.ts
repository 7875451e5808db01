import type { Aggregate, Condition, Segment } from "../ast.ts";
import { membershipCondition } from "../membership.ts";
import { compares } from "./comparison.ts";

/** The segments that are asked for, by name. */
export type FindSegment = (name: string) => Segment | undefined;

/** Whether a profile of which nothing is known is a member, at some time of the day. */
export function isPureNegation(segment: Segment, find: FindSegment): boolean {
  return new Nobody(find).canBe(membershipCondition(segment), "in");
}

/** A profile without events, device, place and attributes, which was never a member of anything before. */
class Nobody {
  readonly #find: FindSegment;
  readonly #asked = new Set<string>();

  constructor(find: FindSegment) {
    this.#find = find;
  }

  canBe(condition: Condition, state: "in" | "out"): boolean {
    const other = state === "in" ? "out" : "in";
    switch (condition.kind) {
      case "and":
      case "or": {
        const needsAll = (condition.kind === "and") === (state === "in");
        const { conditions } = condition;
        return needsAll
          ? conditions.every((each) => this.canBe(each, state))
          : conditions.some((each) => this.canBe(each, state));
      }
      case "not":
        return this.canBe(condition.condition, other);
      case "held":
        return this.canBe(condition.condition, state);
      case "in_segment":
      case "segment_change":
        return state === "out" || this.#canBeIn(condition.segment);
      case "local_time":
      case "clock_time":
      case "weekday":
        return true;
      default:
        return holdsOfNobody(condition) === (state === "in");
    }
  }

  /** Whether nobody in particular can be a member of another segment. */
  #canBeIn(name: string): boolean {
    const segment = this.#find(name);
    if (segment === undefined || this.#asked.has(name)) return false;
    this.#asked.add(name);
    const result = this.canBe(membershipCondition(segment), "in");
    this.#asked.delete(name);
    return result;
  }
}

type Known = Exclude<
  Condition,
  {
    readonly kind:
      | "and"
      | "or"
      | "not"
      | "held"
      | "in_segment"
      | "segment_change"
      | "local_time"
      | "clock_time"
      | "weekday";
  }
>;

function holdsOfNobody(condition: Known): boolean {
  switch (condition.kind) {
    case "count":
      return compares(0, condition.comparator, condition.number);
    case "aggregate":
      return holdsOfNothing(condition);
    case "place":
      // Everyone has a zone, and it depends on the run which.
      return condition.field === "zone"
        ? condition.test.kind === "present"
        : condition.test.kind === "missing";
    case "device":
    case "attribute":
    case "session":
      return condition.test.kind === "missing";
    case "consent":
      return condition.state === "unknown";
    case "in_session":
      return condition.ended;
    case "some": // There is no product among no events.
    case "recency":
    case "sequence":
    case "instant":
    case "fresh":
      return false;
  }
}

/** Whether a figure of no events passes; an average, a minimum and a maximum of nothing are missing. */
function holdsOfNothing(aggregate: Aggregate): boolean {
  const isNumber = aggregate.function === "sum" || aggregate.function === "distinct";
  return isNumber && compares(0, aggregate.comparator, aggregate.number);
}
