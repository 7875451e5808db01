/** Whether a scenario tests its rules: for every bound, people one step inside, on it and outside. */
import type { Vocabulary } from "../model/vocabulary.ts";
import type { MetricRef, Segment } from "../rule/ast.ts";
import { eachLeaf } from "../rule/check/walk.ts";
import { membershipCondition } from "../rule/membership.ts";
import { clauseGroups } from "./probe/clauses.ts";
import type { Group } from "./probe/group.ts";
import { membershipGroups } from "./probe/membership.ts";
import { type Stage, neutralEvent } from "./probe/stage.ts";

/** With what a rule is probed. */
export interface ProbeOptions {
  /** The rule's segment, and those that it may ask for. */
  readonly segments: readonly Segment[];
  readonly vocabulary: Vocabulary;
  /** The IANA name of the zone in which the made-up people live. */
  readonly zone: string;
}

/** People one step inside, on and outside of every bound of a rule, with the answers of the reference; in the order of the
 *  rule. A bound beside which nobody could be made up says so. */
export function probeRule(segment: Segment, options: ProbeOptions): readonly Group[] {
  const { segments, vocabulary } = options;
  const neutral = neutralEvent(vocabulary, segments.flatMap(metricsOf));
  const stage: Stage = { ...options, neutral };
  return [...membershipGroups(segment, stage), ...clauseGroups(segment, stage)];
}

/** What a rule counts. */
function metricsOf(segment: Segment): readonly MetricRef[] {
  const { until, followUps = [] } = segment;
  const conditions = [
    membershipCondition(segment),
    until,
    ...followUps.map(({ unless }) => unless),
  ];
  return conditions
    .flatMap((condition) => (condition === undefined ? [] : eachLeaf(condition)))
    .flatMap((leaf) => {
      if (leaf.kind === "sequence") return [leaf.first.metric, leaf.second.metric];
      return "metric" in leaf && leaf.metric !== undefined ? [leaf.metric] : [];
    });
}
