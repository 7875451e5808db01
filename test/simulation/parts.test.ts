import { expect, test } from "vitest";
import { ladderOf } from "../../src/measure/cutting/ladder.ts";
import type { MeasureSetup } from "../../src/measure/setup.ts";
import { summarize } from "../../src/measure/measures.ts";
import { type Totals, emptyTotals, fold } from "../../src/measure/totals.ts";
import type { Condition, Segment } from "../../src/rule/ast.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { shapeOf, topParts } from "../../src/rule/shape.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { World } from "../../src/simulation/world.ts";
import { shippedPlan } from "../bench/simulation-bench.ts";

// The ladder comes from one pass over the parts of a rule. Here every variant is really run, as a segment of its own.

const given = shippedPlan("evening-offer.yaml");

/** Rules with a binding, a broader segment with evidence, a relaxation, nested parts and an end. */
const RULES = `
segment offer when device = mobile and local time 18:00..21:00 and cart_views >= 2 in last 48h and no opens in last 72h
segment again when device = mobile and product_views >= 2 of the same product in last 48h
  and no orders of that product in last 7d and local time 07:00..23:00
segment fan refines again when evidence >= 3 events in last 7d
  when cart_views >= 1 in last 24h and (location.zone = "Europe/Berlin" or device = desktop)
  relax when cart_views >= 2 in last 24h: device to (mobile, tablet)
segment browsing when product_views >= 1 in last 2h and not in segment offer until session ends
segment alone when cart_views >= 1 in last 24h
`;

function segmentsOf(text: string): readonly Segment[] {
  const { segments, findings } = parseRules({ path: "r.segment", text }, defaultVocabulary);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return segments;
}

function planWith(segments: readonly Segment[]): Plan {
  const names = segments.map(({ name }) => name);
  const measure: MeasureSetup = {
    ...given.measure,
    segments: names,
    intents: names.map(() => "buy"),
    rules: segments.map(shapeOf),
  };
  return { ...given, segments, measure, profiles: 500, policy: {}, twin: false };
}

function totalsOf(plan: Plan): Totals {
  const world = new World(plan);
  const totals = emptyTotals(plan.measure);
  for (let index = 0; index < plan.profiles; index++) fold(totals, plan.measure, world.live(index));
  return totals;
}

/** A segment of nothing but these conditions. */
function variant(name: string, parts: readonly Condition[]): Segment {
  const { span } = parts[0]!;
  const when: Condition = { kind: "and", span, conditions: parts };
  return { kind: "segment", span, name, named: true, when };
}

function variantsOf(segment: Segment): readonly Segment[] {
  const parts = topParts(segment);
  return [
    variant(`${segment.name} whole`, parts),
    ...parts.map((_, out) =>
      variant(
        `${segment.name} without ${out}`,
        parts.filter((_part, index) => index !== out),
      ),
    ),
    ...parts.map((_, last) => variant(`${segment.name} to ${last}`, parts.slice(0, last + 1))),
  ];
}

const segments = segmentsOf(RULES);
const plan = planWith(segments);
const totals = totalsOf(plan);

test("parts are what `and` joins at the top, a binding and a relaxed rule being one each", () => {
  expect(segments.map((each) => shapeOf(each).parts)).toEqual([
    [
      "device = mobile",
      "local time 18:00..21:00",
      "cart_views >= 2 in last 48h",
      "no opens in last 72h",
    ],
    [
      "device = mobile",
      "product_views >= 2 of the same product in last 48h and no orders of that product in last 7d",
      "local time 07:00..23:00",
    ],
    [
      "in segment again",
      "events >= 3 in last 7d",
      expect.stringMatching(
        /^cart_views >= 1 in last 24h and .* or cart_views >= 2 in last 24h and /,
      ),
    ],
    ["product_views >= 1 in last 2h", "not in segment offer"],
    ["cart_views >= 1 in last 24h"],
  ]);
});

test("every variant of the ladder is what that variant is as a segment of its own", () => {
  const many = segments.filter((each) => topParts(each).length > 1);
  const variants = many.flatMap(variantsOf);
  const brute = planWith([...segments, ...variants]);
  const measured = summarize(totalsOf(brute), brute.measure);
  const found = many.flatMap((segment) => {
    const index = segments.indexOf(segment);
    const ladder = ladderOf(totals.cutting.ladders[index]!, plan.measure, index)!;
    return [ladder.whole, ...ladder.without, ...ladder.upTo].map(({ reach, entered, right }) => ({
      reach,
      entered,
      right,
    }));
  });
  const really = measured.segments.slice(segments.length).map(({ reach, accuracy }) => {
    if (accuracy.status !== "estimated") throw new Error("no truth");
    const { of, precision } = accuracy.firstEntries.total;
    const right = precision.status === "estimated" ? precision.count : 0;
    return { reach: reach.members, entered: of, right };
  });
  expect(found).toEqual(really);
  // Conditions bind: not every variant is the whole.
  expect(new Set(found.map(({ reach }) => reach)).size).toBeGreaterThan(10);
});

test("up to its last part a rule is whole, and a rule without `until` reaches whom its segment does", () => {
  const measures = summarize(totals, plan.measure);
  for (const index of [0, 1, 2]) {
    const ladder = ladderOf(totals.cutting.ladders[index]!, plan.measure, index)!;
    expect({ ...ladder.upTo.at(-1), part: "" }).toEqual(ladder.whole);
    expect(ladder.whole.reach).toBe(measures.segments[index]!.reach.members);
  }
  expect(ladderOf(totals.cutting.ladders[4]!, plan.measure, 4)).toBeUndefined();
});
