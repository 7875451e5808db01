import type { Condition, Leaf, MetricRef } from "../ast.ts";
import { membershipCondition } from "../membership.ts";
import type { FindSegment } from "./negation.ts";
import { looksOf } from "./signal.ts";
import { eachLeaf } from "./walk.ts";

/** Stands for every event, and for any one. */
const EVERY_EVENT = "event *";
const SOME_EVENT = "event";

/** What a condition is about, coarsely: a condition that has no tag in common with others says nothing about them. The
 *  segments that it asks for count with theirs. */
export function tagsOf(condition: Condition, find: FindSegment): ReadonlySet<string> {
  const tags = new Set<string>();
  const asked = new Set<string>();
  const rest = [condition];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    for (const leaf of eachLeaf(next)) {
      for (const tag of tagsOfLeaf(leaf)) tags.add(tag);
      if (leaf.kind !== "in_segment" || asked.has(leaf.segment)) continue;
      asked.add(leaf.segment);
      const segment = find(leaf.segment);
      if (segment !== undefined) rest.push(membershipCondition(segment));
    }
  }
  return tags;
}

/** The tags of whatever may bear on something with this tag. */
export function bearingOn(tag: string): readonly string[] {
  if (tag === EVERY_EVENT) return [SOME_EVENT];
  if (tag === SOME_EVENT) return [];
  return tag.startsWith(`${SOME_EVENT} `) ? [tag, EVERY_EVENT] : [tag];
}

function tagsOfLeaf(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case "count":
    case "aggregate":
    case "recency":
    case "sequence":
      return looksOf(leaf).flatMap(({ metric }) => tagsOfMetric(metric));
    case "held":
      return tagsOfLeaf(leaf.condition);
    case "device":
    case "consent":
      return [leaf.kind];
    case "place":
      return [`place ${leaf.field}`];
    case "attribute":
    case "instant":
    case "fresh":
      return [`attribute ${leaf.attribute}`];
    case "session":
    case "in_session":
      return [SOME_EVENT, EVERY_EVENT, "session"];
    case "in_segment":
    case "segment_change":
      return [`segment ${leaf.segment}`];
    case "local_time":
    case "clock_time":
      return ["time"];
    case "weekday":
      return ["day"];
  }
}

function tagsOfMetric({ events, prefix }: MetricRef): readonly string[] {
  const named = events.map((name) => `${SOME_EVENT} ${name}`);
  return [SOME_EVENT, ...named, ...(prefix === undefined ? [] : [EVERY_EVENT])];
}
