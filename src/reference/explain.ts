import type { Explanation } from "../model/explanation.ts";
import type { History } from "../model/profile.ts";
import type { Condition, Leaf, Some } from "../rule/ast.ts";
import { printCondition } from "../rule/printer.ts";
import type { Instant } from "../time/instant.ts";
import { bind, isTrue, valuesOf } from "./holds.ts";
import { knownAt } from "./known.ts";
import { type Moment, NO_PAST, type Past } from "./moment.ts";
import { freshFacts, instantFacts, recencyFacts } from "./why/ages.ts";
import { clockFacts } from "./why/clocks.ts";
import { aggregateFacts, countFacts } from "./why/counting.ts";
import type { Facts } from "./why/facts.ts";
import { sequenceFacts } from "./why/order.ts";
import { inSegmentFacts, segmentChangeFacts } from "./why/segments.ts";
import { inSessionFacts, sessionFacts } from "./why/sessions.ts";
import { heldFacts, stateFacts } from "./why/states.ts";

/** Why a condition holds at `at` or does not: each part with what was found, what was asked, the events that decided it
 *  and by how much it holds or misses. `past` as in `holds`. */
export function explain(
  condition: Condition,
  history: History,
  at: Instant,
  past: Past = NO_PAST,
): Explanation {
  return explainPart(condition, { at, known: knownAt(history, at), past, bound: {} });
}

function explainPart(condition: Condition, moment: Moment): Explanation {
  const common = { text: printCondition(condition), holds: isTrue(condition, moment) };
  const within = (each: Condition): Explanation => explainPart(each, moment);
  switch (condition.kind) {
    case "and":
    case "or":
      return { ...common, events: [], conditions: condition.conditions.map(within) };
    case "not":
      return { ...common, events: [], conditions: [within(condition.condition)] };
    case "some":
      return { ...common, events: [], ...explainSome(condition, moment) };
    default:
      return { ...common, ...factsOf(condition, moment), conditions: [] };
  }
}

/** The value that comes closest: the first for which all holds, else the one for which most parts do. */
function explainSome(
  some: Some,
  moment: Moment,
): Pick<Explanation, "found" | "asked" | "conditions"> {
  const tried = valuesOf(some, moment.known).map((value) => {
    const explanation = explainPart(some.condition, bind(some, value, moment));
    const parts = explanation.conditions.length === 0 ? [explanation] : explanation.conditions;
    return { value, parts, score: parts.filter((each) => each.holds).length };
  });
  const best = tried.toSorted((a, b) => b.score - a.score)[0];
  return { found: best?.value, asked: `one ${some.thing}`, conditions: best?.parts ?? [] };
}

function factsOf(leaf: Leaf, moment: Moment): Facts {
  switch (leaf.kind) {
    case "count":
      return countFacts(leaf, moment);
    case "aggregate":
      return aggregateFacts(leaf, moment);
    case "recency":
      return recencyFacts(leaf, moment);
    case "sequence":
      return sequenceFacts(leaf, moment);
    case "held":
      return heldFacts(leaf, moment);
    case "device":
    case "place":
    case "attribute":
    case "consent":
      return stateFacts(leaf, moment);
    case "instant":
      return instantFacts(leaf, moment);
    case "fresh":
      return freshFacts(leaf, moment);
    case "session":
      return sessionFacts(leaf, moment);
    case "in_session":
      return inSessionFacts(leaf, moment);
    case "in_segment":
      return inSegmentFacts(leaf, moment);
    case "segment_change":
      return segmentChangeFacts(leaf, moment);
    case "local_time":
    case "clock_time":
    case "weekday":
      return clockFacts(leaf, moment);
  }
}
