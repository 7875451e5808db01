import fc from "fast-check";
import type { Condition, Count, Refinement, Relaxation, Segment } from "../../../src/rule/ast.ts";
import { HALF_HOUR, NOWHERE, comparator, length } from "./grid.ts";
import { device } from "./history.ts";
import { conditionOf } from "./condition.ts";
import { count, leaf } from "./leaf.ts";
import { look } from "./look.ts";
import { duration } from "../../../src/time/duration.ts";

/** Conditions on segments of these names. */
const aboutSegment = (names: readonly string[]): fc.Arbitrary<Condition> =>
  fc.oneof(
    fc.record({
      kind: fc.constant("in_segment" as const),
      span: fc.constant(NOWHERE),
      segment: fc.constantFrom(...names),
      for: fc.option(length, { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant("segment_change" as const),
      span: fc.constant(NOWHERE),
      segment: fc.constantFrom(...names),
      change: fc.constantFrom("entered" as const, "left" as const),
      length,
    }),
  );

const sinceEntry: fc.Arbitrary<Count> = fc
  .record({ look, comparator, number: fc.integer({ min: 0, max: 2 }) })
  .map(({ look: looked, ...each }) => ({
    kind: "count",
    span: NOWHERE,
    ...looked,
    ...each,
    window: { kind: "since", anchor: "entry" },
  }));

const relaxation = (condition: fc.Arbitrary<Condition>): fc.Arbitrary<Relaxation> =>
  fc.record(
    {
      span: fc.constant(NOWHERE),
      when: condition,
      time: fc.integer({ min: 0, max: 26 }).map((halves) => duration(halves * HALF_HOUR)),
      devices: fc.uniqueArray(device, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ["span", "when"] },
  );

const refinement = (names: readonly string[]): fc.Arbitrary<Refinement> =>
  fc.record(
    {
      span: fc.constant(NOWHERE),
      segment: fc.constantFrom(...names),
      evidence: count,
    },
    { requiredKeys: ["span", "segment"] },
  );

/** A segment that may ask for those of these names. */
const segment = (name: string, asked: readonly string[]): fc.Arbitrary<Segment> => {
  const leaves =
    asked.length === 0 ? leaf : fc.oneof(leaf, { weight: 2, arbitrary: aboutSegment(asked) });
  const condition = conditionOf(leaves);
  const rarely = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: each });
  return fc.record({
    kind: fc.constant("segment" as const),
    span: fc.constant(NOWHERE),
    name: fc.constant(name),
    named: fc.constant(true),
    when: condition,
    until: rarely(conditionOf(fc.oneof(leaves, { weight: 2, arbitrary: sinceEntry }))),
    relax: rarely(relaxation(condition)),
    refines: asked.length === 0 ? fc.constant(undefined) : rarely(refinement(asked)),
  });
};

/** One to four segments in any order, of which each may ask for some of the others, but none for itself in the end. */
export const segments: fc.Arbitrary<readonly Segment[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((size) => {
    const names = ["anna", "bert", "cleo", "dora"].slice(0, size);
    const made = names.map((name, index) => segment(name, names.slice(0, index)));
    return fc.tuple(
      fc.tuple(...made),
      fc.shuffledSubarray([...names.keys()], { minLength: size, maxLength: size }),
    );
  })
  .map(([made, order]) => order.map((index) => made[index]!));
