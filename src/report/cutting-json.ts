import type { CuttingMeasure, SegmentCutting } from "../measure/cutting/cutting.ts";
import type { Rung } from "../measure/cutting/ladder.ts";

/** What the JSON document says of how finely the rules cut their people: counts of the simulated profiles, but for
 *  `complaints`, `test` and the audiences of `risk`, which are at the scale of the list. */
export function cuttingJson({ segments, company, ...all }: CuttingMeasure) {
  const { smallest, smallestCell, weekly, sends, wish, testable, risk } = all;
  return {
    risk: {
      grade: risk.grade,
      reasons: risk.reasons,
    },
    smallest_segment: smallest,
    smallest_part: smallestCell,
    reached: company.reached,
    reached_by_one_alone: company.byOneAlone,
    segments_per_profile: company.perProfile,
    segments_at_once: company.atOnce,
    effective_segments: company.effectiveSegments,
    overlap: company.pairs.map(({ ofA, ofB, ...pair }) => ({ ...pair, of_a: ofA, of_b: ofB })),
    alone: company.alone,
    messages_per_week: weekly,
    sends_per_hour: sends.sends,
    sends_by_day: sends.days,
    wish: { uplift: wish.uplift, days: wish.days },
    testable,
    segments: segments.map(segmentJson),
  };
}

function segmentJson({ name, rule, ladder, audience, hours, complaints, test }: SegmentCutting) {
  return {
    name,
    rule: rule && {
      conditions: rule.conditions,
      signals: rule.signals,
      variables: rule.variables,
    },
    ladder: ladder && {
      whole: rungJson(ladder.whole),
      without: ladder.without.map(({ part, ...rung }) => ({ condition: part, ...rung })),
      up_to: ladder.upTo.map(({ part, ...rung }) => ({ condition: part, ...rung })),
    },
    audience: { all: audience.total.profiles, zones: audience.zones, devices: audience.devices },
    members_per_hour: { hours: hours.hours, ...hours.members },
    sends_per_hour: hours.sends,
    sends_by_day: hours.days,
    complaints: {
      days: complaints.days,
      messages_per_day: complaints.messagesPerDay,
      one: complaints.one,
      days_over_asked: complaints.overAsked,
      days_over_never: complaints.overNever,
    },
    test: {
      addressed: test.addressed,
      per_day: test.perDay,
      base_rate: test.baseRate,
      no_conversion: test.noConversion,
      detectable_uplift: test.detectable,
      per_arm: test.perArm,
      days: test.days,
      testable: test.isTestable,
    },
  };
}

function rungJson({ reach, entered, right, precision }: Rung) {
  return { reach, entered, right, precision };
}
