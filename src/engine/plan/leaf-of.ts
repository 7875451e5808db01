import type { InSegment, Leaf as LeafCondition, SegmentChange } from "../../rule/ast.ts";
import { InSegmentLeaf, SegmentChangeLeaf } from "../leaves/other-segment.ts";
import type { Anchor } from "../leaves/window-start.ts";
import type { Leaf } from "../live.ts";
import { inSessionLeaf, sessionLeaf } from "./browsing.ts";
import { clockLeaf, weekdayLeaf } from "./clocks.ts";
import { aggregateLeaf, countLeaf, recencyLeaf, sequenceLeaf } from "./counted.ts";
import type { Ground } from "./ground.ts";
import { heldLeaf } from "./held.ts";
import {
  attributeLeaf,
  consentLeaf,
  deviceLeaf,
  freshLeaf,
  instantLeaf,
  placeLeaf,
} from "./known.ts";

/** A condition that has none below it, with the state that it needs and the events that it hears of. `anchor` is what
 *  `since` looks back to. */
export function leafOf(condition: LeafCondition, ground: Ground, anchor: Anchor | undefined): Leaf {
  switch (condition.kind) {
    case "count":
      return countLeaf(condition, ground, anchor);
    case "aggregate":
      return aggregateLeaf(condition, ground);
    case "recency":
      return recencyLeaf(condition, ground);
    case "sequence":
      return sequenceLeaf(condition, ground);
    case "held":
      return heldLeaf(condition, ground);
    case "device":
      return deviceLeaf(condition, ground);
    case "place":
      return placeLeaf(condition, ground);
    case "attribute":
      return attributeLeaf(condition, ground);
    case "instant":
      return instantLeaf(condition, ground);
    case "fresh":
      return freshLeaf(condition, ground);
    case "consent":
      return consentLeaf(condition, ground);
    case "session":
      return sessionLeaf(condition, ground);
    case "in_session":
      return inSessionLeaf(condition, ground);
    case "in_segment":
    case "segment_change":
      return otherSegmentLeaf(condition, ground);
    case "local_time":
    case "clock_time":
      return clockLeaf(condition, ground);
    case "weekday":
      return weekdayLeaf(condition, ground);
  }
}

/** A condition on another segment as a leaf: it is told of that segment's transitions. */
function otherSegmentLeaf(condition: InSegment | SegmentChange, ground: Ground): Leaf {
  const leaf =
    condition.kind === "in_segment"
      ? new InSegmentLeaf(condition.for ?? 0)
      : new SegmentChangeLeaf(condition.change, condition.length);
  ground.tellingsOf(condition.segment).push(leaf);
  return ground.keep(leaf);
}
