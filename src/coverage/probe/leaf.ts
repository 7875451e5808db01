import type { Leaf } from "../../rule/ast.ts";
import { boundsOfAggregate, waysToAggregate } from "./aggregate.ts";
import { boundsOfCount, waysToCount } from "./count.ts";
import { boundsOfRecency, boundsOfSequence, waysToBeRecent, waysToFollow } from "./recency.ts";
import { boundsOfInSession, boundsOfSession, waysToBeInSession, waysToShow } from "./session.ts";
import type { Demand } from "./sketch.ts";
import type { Bound, Scene } from "./stage.ts";
import {
  boundsOfFresh,
  boundsOfHeld,
  boundsOfInstant,
  boundsOfState,
  waysToBe,
  waysToBeFresh,
  waysToHaveBeen,
  waysToLie,
} from "./state.ts";
import {
  boundsOfClockTime,
  boundsOfLocalTime,
  boundsOfWeekday,
  waysToBeAt,
  waysToBeOn,
  waysToCompare,
} from "./wall.ts";

/** Ways to make a condition hold for the person at hand, or not to; the calmest first. That other segments hold somebody
 *  is not a matter of one condition: there is no way here. */
export function waysTo(leaf: Leaf, wanted: boolean, scene: Scene): readonly Demand[] {
  switch (leaf.kind) {
    case "count":
      return waysToCount(leaf, wanted, scene);
    case "aggregate":
      return waysToAggregate(leaf, wanted, scene);
    case "recency":
      return waysToBeRecent(leaf, wanted, scene);
    case "sequence":
      return waysToFollow(leaf, wanted, scene);
    case "held":
      return waysToHaveBeen(leaf, wanted, scene);
    case "device":
    case "place":
    case "attribute":
    case "consent":
      return waysToBe(leaf, wanted, scene);
    case "instant":
      return waysToLie(leaf, wanted);
    case "fresh":
      return waysToBeFresh(leaf, wanted);
    case "session":
      return waysToShow(leaf, wanted, scene);
    case "in_session":
      return waysToBeInSession(leaf, wanted);
    case "local_time":
      return waysToBeAt(leaf, wanted);
    case "clock_time":
      return waysToCompare(leaf, wanted);
    case "weekday":
      return waysToBeOn(leaf, wanted);
    case "in_segment":
    case "segment_change":
      return [];
  }
}

/** The bounds of a condition, with the people beside them. */
export function boundsOf(leaf: Leaf, scene: Scene): readonly Bound[] {
  switch (leaf.kind) {
    case "count":
      return boundsOfCount(leaf, scene);
    case "aggregate":
      return boundsOfAggregate(leaf, scene);
    case "recency":
      return boundsOfRecency(leaf, scene);
    case "sequence":
      return boundsOfSequence(leaf, scene);
    case "held":
      return boundsOfHeld(leaf, scene);
    case "device":
    case "place":
    case "attribute":
    case "consent":
      return boundsOfState(leaf, scene);
    case "instant":
      return boundsOfInstant(leaf);
    case "fresh":
      return boundsOfFresh(leaf, scene);
    case "session":
      return boundsOfSession(leaf, scene);
    case "in_session":
      return boundsOfInSession(leaf);
    case "local_time":
      return boundsOfLocalTime(leaf);
    case "clock_time":
      return boundsOfClockTime(leaf);
    case "weekday":
      return boundsOfWeekday(leaf);
    case "in_segment":
    case "segment_change":
      return [];
  }
}
