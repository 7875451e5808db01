import type { Predicate } from "../../model/predicate.ts";
import type { Condition, Leaf, Look } from "../ast.ts";
import { printWhere } from "../printer.ts";
import { eachLeaf } from "./walk.ts";

/** The distinct things that a condition looks at, in the order in which it names them: a pair of bounds on one count or on
 *  the time is one, all of `location.…` is one, an attribute with its age is one. */
export function signalsOf(condition: Condition): readonly string[] {
  return [...new Set(eachLeaf(condition).flatMap(signalsOfLeaf))];
}

function signalsOfLeaf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case "count":
    case "aggregate":
    case "recency":
      return [signalOfLook(leaf)];
    case "sequence":
      return [signalOfLook(leaf.first), signalOfLook(leaf.second)];
    case "held":
      return signalsOfLeaf(leaf.condition);
    case "device":
    case "consent":
      return [leaf.kind];
    case "place":
      return ["location"];
    case "attribute":
    case "instant":
    case "fresh":
      return [leaf.attribute];
    case "session":
      return [`session ${leaf.field.replaceAll("_", " ")}`];
    case "in_session":
      return ["session"];
    case "in_segment":
    case "segment_change":
      return [`segment ${leaf.segment}`];
    case "local_time":
    case "clock_time":
      return ["local time"];
    case "weekday":
      return ["local day"];
  }
}

function signalOfLook({ metric, where }: Look): string {
  return `${metric.word}${printWhere(where)}`;
}

/** The distinct things that a segment's conditions compare: its signals, and every property that a `where` asks about. */
export function variablesOf(condition: Condition): readonly string[] {
  const looks = eachLeaf(condition).flatMap(looksOf);
  const compared = looks.flatMap((look) =>
    [look.metric.only, look.where]
      .flatMap(propertiesOf)
      .map((name) => `${look.metric.word} ${name}`),
  );
  const plain = eachLeaf(condition).flatMap((leaf) => signalsOfLeaf(withoutWhere(leaf)));
  return [...new Set([...plain, ...compared])];
}

function withoutWhere(leaf: Leaf): Leaf {
  switch (leaf.kind) {
    case "count":
    case "aggregate":
    case "recency":
      return { ...leaf, where: undefined };
    case "sequence":
      return {
        ...leaf,
        first: { metric: leaf.first.metric },
        second: { metric: leaf.second.metric },
      };
    default:
      return leaf;
  }
}

/** The events that a condition looks at. */
export function looksOf(leaf: Leaf): readonly Look[] {
  switch (leaf.kind) {
    case "count":
    case "aggregate":
    case "recency":
      return [leaf];
    case "sequence":
      return [leaf.first, leaf.second];
    default:
      return [];
  }
}

function propertiesOf(predicate: Predicate | undefined): readonly string[] {
  switch (predicate?.kind) {
    case undefined:
      return [];
    case "property":
      return [predicate.property];
    case "and":
    case "or":
      return predicate.predicates.flatMap(propertiesOf);
    case "not":
      return propertiesOf(predicate.predicate);
    case "local_time":
      return ["local time"];
    case "weekday":
      return ["local day"];
  }
}
