import type { Condition, Segment } from "./ast.ts";
import { signalsOf, variablesOf } from "./check/signal.ts";
import { eachLeaf } from "./check/walk.ts";
import { hoist } from "./hoist.ts";
import { membershipCondition } from "./membership.ts";
import { printCondition } from "./printer.ts";

/** How much a rule asks of whoever is to be in, as its text says it; what it takes over from a broader segment is not
 *  counted again. */
export interface RuleShape {
  /** The conditions that must all hold, in the order of the file, as rules are written. */
  readonly parts: readonly string[];
  /** All conditions, those below `or` and `not` too. */
  readonly conditions: number;
  /** The distinct things that they look at, and those that they compare, properties in a `where` included. */
  readonly signals: number;
  readonly variables: number;
}

/** Reads the shape off a rule. */
export function shapeOf(segment: Segment): RuleShape {
  const { when, refines } = segment;
  const own: Condition =
    refines?.evidence === undefined
      ? when
      : { kind: "and", span: when.span, conditions: [refines.evidence, when] };
  return {
    parts: topParts(segment).map(printCondition),
    conditions: eachLeaf(own).length,
    signals: signalsOf(own).length,
    variables: variablesOf(own).length,
  };
}

/** The conditions that must all hold for a membership, in the order of the file: what `and` joins at the top. Of a binding
 *  (`of the same product`) what looks at the bound value is one part; the broader segment that is refined is one. */
export function topParts(segment: Segment): readonly Condition[] {
  return joined(membershipCondition(segment));
}

function joined(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "and":
      return condition.conditions.flatMap(joined);
    case "some": {
      const { free, some } = hoist(condition);
      return inOrder([...free.flatMap(joined), some]);
    }
    default:
      return [condition];
  }
}

/** A binding spans all that stands around it, so it is placed by the first of its own conditions. */
function inOrder(parts: readonly Condition[]): readonly Condition[] {
  const startOf = (part: Condition): number =>
    Math.min(...eachLeaf(part).map(({ span }) => span.start));
  return parts.toSorted((a, b) => startOf(a) - startOf(b));
}
