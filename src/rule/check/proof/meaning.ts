import type { Predicate } from "../../../model/predicate.ts";
import type { Condition, MetricRef, Segment } from "../../ast.ts";
import {
  aggregateMeaning,
  countMeaning,
  inSessionMeaning,
  recencyMeaning,
  sequenceMeaning,
} from "./event-facts.ts";
import { type EventSet, type Formula, TRUE } from "./formula.ts";
import { type Maker, factOf } from "./maker.ts";
import {
  changeMeaning,
  freshMeaning,
  heldMeaning,
  inSegmentMeaning,
  instantMeaning,
  sessionMeaning,
  stateMeaning,
} from "./profile-facts.ts";
import { timeMeaning } from "./time-facts.ts";
import { ALL_VALUES, valuesOf } from "./values.ts";

/** What a condition means, as facts about subjects. */
export function meaningOf(condition: Condition, maker: Maker): Formula {
  switch (condition.kind) {
    case "and":
      return { kind: "all", parts: condition.conditions.map(maker.formulaOf) };
    case "or":
      return { kind: "any", parts: condition.conditions.map(maker.formulaOf) };
    case "not":
      return { kind: "not", part: maker.formulaOf(condition.condition) };
    case "some":
      return {
        kind: "one",
        property: condition.property,
        part: maker.formulaOf(condition.condition),
      };
    case "count":
      return countMeaning(condition, maker);
    case "aggregate":
      return aggregateMeaning(condition, maker);
    case "recency":
      return recencyMeaning(condition, maker);
    case "sequence":
      return sequenceMeaning(condition, maker);
    case "held":
      return heldMeaning(condition, maker);
    case "device":
    case "place":
    case "attribute":
    case "consent":
      return stateMeaning(condition, maker);
    case "instant":
      return instantMeaning(condition, maker);
    case "fresh":
      return freshMeaning(condition, maker);
    case "session":
      return sessionMeaning(condition, maker);
    case "in_session":
      return inSessionMeaning(condition, maker);
    case "in_segment":
      return inSegmentMeaning(condition, maker);
    case "segment_change":
      return changeMeaning(condition, maker);
    case "local_time":
    case "clock_time":
    case "weekday":
      return timeMeaning(condition, "profile", maker);
  }
}

/** What a condition on an event means, as facts about its properties. */
export function predicateMeaning(predicate: Predicate | undefined, maker: Maker): Formula {
  if (predicate === undefined) return TRUE;
  switch (predicate.kind) {
    case "property": {
      const name = `property ${predicate.property}`;
      const draft = { about: { kind: "state", name }, universe: ALL_VALUES, isReal: true } as const;
      const { pass, fail } = valuesOf(predicate.test);
      return factOf(
        maker.subject(name, () => draft),
        pass,
        fail,
      );
    }
    case "and":
    case "or":
      return {
        kind: predicate.kind === "and" ? "all" : "any",
        parts: predicate.predicates.map((each) => predicateMeaning(each, maker)),
      };
    case "not":
      return { kind: "not", part: predicateMeaning(predicate.predicate, maker) };
    case "local_time":
    case "weekday":
      return timeMeaning(predicate, "event", maker);
  }
}

/** The events that a metric counts, restricted by `where`. */
export function eventsMeaning(
  { events, prefix, feed, only }: MetricRef,
  where: Predicate | undefined,
  maker: Maker,
): EventSet {
  const parts = [only, where].map((each) => predicateMeaning(each, maker));
  const names = events.toSorted();
  return {
    key: JSON.stringify([names, prefix, feed, only, where]),
    names,
    prefix,
    feed,
    where: { kind: "all", parts },
  };
}

/** Whether the names and the feed of one set of events let in all that those of another do. */
export function coversNames(outer: EventSet, inner: EventSet): boolean {
  const isKnown = (name: string): boolean =>
    outer.names.includes(name) || (outer.prefix !== undefined && name.startsWith(outer.prefix));
  const isPrefixKnown =
    inner.prefix === undefined ||
    (outer.prefix !== undefined && inner.prefix.startsWith(outer.prefix));
  const isFeedKnown = outer.feed === undefined || outer.feed === inner.feed;
  return isFeedKnown && isPrefixKnown && inner.names.every(isKnown);
}

/** The segments that rules may ask for, by name. */
export function segmentsByName(segments: readonly Segment[]): ReadonlyMap<string, Segment> {
  return new Map(segments.toReversed().map((segment) => [segment.name, segment]));
}
