import { expect, test } from "vitest";
import type { TrueEvent } from "../../src/model/truth.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { World } from "../../src/simulation/world.ts";
import { duration } from "../../src/time/duration.ts";
import { shippedPlan } from "../bench/simulation-bench.ts";

// Twin worlds: the same people with the rules' sends and without them.

const given = shippedPlan("evening-offer.yaml");
const plan: Plan = { ...given, profiles: 600 };
const silent: Plan = {
  ...plan,
  segments: plan.segments.map((segment) => ({ ...segment, then: undefined })),
};

function lifeOf(
  world: World,
  index: number,
): { readonly events: readonly TrueEvent[]; readonly sends: number; readonly firstSend: number } {
  const events: TrueEvent[] = [];
  const log = world.live(index, { happened: (event) => events.push(event) });
  return { events, sends: log.sends.length, firstSend: log.sends[0]?.at ?? Infinity };
}

const loud = new World(plan);
const quiet = new World(silent);
const pairs = Array.from({ length: plan.profiles }, (_, index) => ({
  index,
  on: lifeOf(loud, index),
  off: lifeOf(quiet, index),
}));

test("some are sent something, most are not, and without sends nobody is", () => {
  const sent = pairs.filter(({ on }) => on.sends > 0).length;
  expect(sent).toBeGreaterThan(5);
  expect(sent).toBeLessThan(plan.profiles / 2);
  expect(pairs.every(({ off }) => off.sends === 0)).toBe(true);
});

test("where nothing is sent the two worlds are identical, byte for byte", () => {
  for (const { on, off } of pairs) {
    if (on.sends === 0) expect(JSON.stringify(on.events)).toBe(JSON.stringify(off.events));
  }
});

test("up to a second after the first send they are identical too", () => {
  for (const { on, off } of pairs) {
    const until = on.firstSend + 1000;
    const early = (events: readonly TrueEvent[]): string =>
      JSON.stringify(events.filter(({ at }) => at < until));
    expect(early(on.events)).toBe(early(off.events));
  }
});

test("what the worlds share after a send is the same fact under the same id", () => {
  for (const { on, off } of pairs) {
    const facts = new Map(off.events.map((event) => [event.id, JSON.stringify(event)]));
    for (const event of on.events) {
      const twin = facts.get(event.id);
      if (
        twin !== undefined &&
        event.name.startsWith("Email") === false &&
        event.name !== "Profile Updated"
      ) {
        expect(JSON.parse(twin)).toMatchObject({ name: event.name });
      }
    }
  }
});

test("faults of the feeds never change the truth of who is sent nothing", () => {
  const slow = new World({
    ...silent,
    feeds: {
      ...silent.feeds,
      email: {
        mode: "batch",
        at: 0,
        zone: "UTC",
        latency: { dist: "uniform", min: 0, max: 0 },
        duplicates: 0.5,
      },
      "session-log": {
        mode: "incremental",
        every: duration(900_000),
        latency: { dist: "uniform", min: 0, max: 0 },
        duplicates: 0.5,
      },
    },
  });
  for (const { index, off } of pairs.slice(0, 150)) {
    expect(JSON.stringify(lifeOf(slow, index).events)).toBe(JSON.stringify(off.events));
  }
});
