import { describe, expect, test } from "vitest";
import { fieldFeeds } from "../../src/feed/presets.ts";
import { repairsOf } from "../../src/feed/repair.ts";
import { stalenessErrorsOf } from "../../src/measure/staleness.ts";
import type { ProfileLog } from "../../src/model/log.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import { Hindsight, SAMPLE } from "../../src/simulation/hindsight.ts";
import { Observation } from "../../src/simulation/observation.ts";
import { perfectFeeds } from "../../src/feed/presets.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { World } from "../../src/simulation/world.ts";
import { shippedPlan } from "../bench/simulation-bench.ts";

// Lives observed again: what happened and what was sent stays, what is seen of it changes.

const late: Plan = { ...shippedPlan("evening-offer-late.yaml"), profiles: 1200 };
const field: Plan = { ...late, feeds: fieldFeeds, profiles: 400 };

interface Lived {
  readonly log: ProfileLog;
  readonly happened: readonly TrueEvent[];
}

function lived(plan: Plan): readonly Lived[] {
  const world = new World(plan);
  const hindsight = new Hindsight(plan);
  return Array.from({ length: plan.profiles }, (_, index) => {
    const log = world.live(index);
    const { happened } = world;
    return { log: hindsight.addTo(log, { index, id: log.id, happened }), happened };
  });
}

const nights = lived(late);
const errorsOf = (lives: readonly Lived[]) => lives.flatMap(({ log }) => log.truth?.blames ?? []);

describe.each([
  ["late", late],
  ["in the field", field],
])("%s", (_, plan) => {
  const lives = plan === late ? nights : lived(plan);

  test("observed through the same feeds, the engine says the same again", () => {
    const same = new Observation(plan, plan.feeds);
    for (const [index, { log, happened }] of lives.entries())
      expect(same.transitionsOf({ index, id: log.id, happened })).toEqual(log.transitions);
  });

  test("through perfect feeds it says what perfect data says", () => {
    const perfect = new Observation(plan, perfectFeeds);
    for (const [index, { log, happened }] of lives.entries())
      expect(perfect.transitionsOf({ index, id: log.id, happened })).toEqual(log.truth?.perfect);
  });

  test("every staleness error is blamed, on a repair that the feeds allow or on several faults", () => {
    const repairs = repairsOf(plan.feeds);
    for (const { log } of lives) {
      const blames = log.truth?.blames ?? [];
      const bare = blames.map(({ repairs: _repairs, ...error }) => error);
      expect(bare).toEqual(stalenessErrorsOf(log, plan.measure));
      for (const repair of blames.flatMap((each) => each.repairs))
        expect(repairs).toContainEqual(repair);
    }
    expect(errorsOf(lives).length).toBeGreaterThan(0);
  });
});

test("opens that arrive by night are to blame for who is wrongly in, machines for who is out", () => {
  const errors = errorsOf(nights);
  const wrong = errors.filter(({ kind }) => kind === "staleness_false_positive");
  const out = errors.filter(({ kind }) => kind === "staleness_false_negative");
  const blames = (fault: string) => (error: (typeof errors)[number]) =>
    error.repairs.some((each) => each.fault === fault && each.feed === "email");
  expect(wrong.length + out.length).toBeGreaterThan(5);
  expect(wrong.filter(blames("batch")).length).toBeGreaterThan(wrong.length / 2);
  expect(out.every(blames("machines"))).toBe(true);
});

test("perfect feeds leave nothing to blame", () => {
  expect(errorsOf(lived({ ...late, feeds: perfectFeeds, profiles: 300 }))).toEqual([]);
});

test("about a thousand are observed again under every sync, whoever else there is", () => {
  const sampled = nights.map(({ log }) => log.truth?.synced !== undefined);
  const number = sampled.filter(Boolean).length;
  // Four standard deviations of a binomial.
  const spread = Math.sqrt(SAMPLE * (1 - SAMPLE / late.profiles));
  expect(Math.abs(number - SAMPLE)).toBeLessThan(4 * spread);
  const other = lived({ ...late, policy: {}, segments: late.segments }).map(
    ({ log }) => log.truth?.synced !== undefined,
  );
  expect(other).toEqual(sampled);
});

test("the sync that a feed has already says what the engine said", () => {
  for (const { log } of nights) {
    const same = log.truth?.synced?.find(
      ({ feed, sync }) => feed === "email" && sync === "nightly",
    );
    if (same !== undefined) expect(same.transitions).toEqual(log.transitions);
  }
});
