import { describe, expect, test } from "vitest";
import { articleFeeds } from "../../src/feed/presets.ts";
import { FAULTS, repaired } from "../../src/feed/repair.ts";
import type { FeedTable } from "../../src/feed/settings.ts";
import { peopleOfPreset } from "../../src/journey/settings.ts";
import type { Event } from "../../src/model/event.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import type { Plan } from "../../src/simulation/plan.ts";
import { World } from "../../src/simulation/world.ts";
import { shippedPlan } from "../bench/simulation-bench.ts";
import { ALL_WRONG, WRONG } from "../feed/wrong.ts";

// What goes wrong in feeds reaches people through sends, and in no other way.

const given = shippedPlan("evening-offer.yaml");
const PROFILES = 100;
const people = {
  ...peopleOfPreset("us-general-retail"),
  numbers: {
    ...given.people.numbers,
    missionsPerWeek: 2,
    sharedDevice: 0.5,
    tripsPerYear: 30,
    unsubscribeNewsletter: 0.1,
    knownDevice: 0.3,
    form: 0.1,
  },
};
const loud: Plan = {
  ...given,
  twin: false,
  people,
  policy: {},
  segments: given.segments.map((segment) => ({ ...segment, coolOff: undefined })),
};
const silent: Plan = {
  ...loud,
  segments: loud.segments.map((segment) => ({ ...segment, then: undefined })),
};

interface Lived {
  readonly events: readonly TrueEvent[];
  readonly arrivals: readonly Event[];
  readonly sends: readonly number[];
}

function livesOf(plan: Plan, feeds: FeedTable): readonly Lived[] {
  const world = new World({ ...plan, feeds });
  return Array.from({ length: PROFILES }, (_, index) => {
    const events: TrueEvent[] = [];
    const arrivals: Event[] = [];
    const log = world.live(index, {
      happened: (event) => events.push(event),
      arrived: (event) => arrivals.push(event),
    });
    return { events, arrivals, sends: log.sends.map(({ at }) => at) };
  });
}

const truth = livesOf(silent, articleFeeds).map(({ events }) => JSON.stringify(events));
const seen = JSON.stringify(livesOf(silent, articleFeeds).map(({ arrivals }) => arrivals));

describe("with no rule that sends", () => {
  test.each([
    ...FAULTS.map((fault) => [fault, WRONG[fault]] as const),
    ["everything", ALL_WRONG] as const,
  ])("%s goes wrong, and what truly happens stays, to the byte", (fault, feeds) => {
    const lives = livesOf(silent, feeds);
    expect(lives.map(({ events }) => JSON.stringify(events))).toEqual(truth);
    const isInArticle = fault === "latency" || fault === "machines" || fault === "strangers";
    if (!isInArticle) expect(JSON.stringify(lives.map(({ arrivals }) => arrivals))).not.toBe(seen);
  });

  test.each(FAULTS)("all goes wrong but %s, and what truly happens stays", (fault) => {
    const lives = livesOf(silent, repaired(ALL_WRONG, fault));
    expect(lives.map(({ events }) => JSON.stringify(events))).toEqual(truth);
  });
});

test.each([
  ...FAULTS.map((fault) => [fault, WRONG[fault]] as const),
  ["everything", ALL_WRONG] as const,
])(
  "with sends, and %s wrong, what truly happens stays until the first send that differs",
  (_, feeds) => {
    for (const [index, { events, sends }] of livesOf(loud, feeds).entries()) {
      const until = (sends[0] ?? Infinity) + 1000;
      const own = JSON.parse(truth[index]!) as TrueEvent[];
      expect(JSON.stringify(events.filter(({ at }) => at < until))).toBe(
        JSON.stringify(own.filter(({ at }) => at < until)),
      );
    }
  },
);

/** What the shop has learnt of whether it may write: when it did, and from when on that holds. */
function consentsOf({ arrivals }: Lived) {
  return arrivals
    .flatMap(({ at: since, arrivedAt, properties }) =>
      "consent" in properties ? [{ since, arrivedAt, may: properties["consent"] === true }] : [],
    )
    .toSorted((a, b) => a.since - b.since);
}

test.each([
  ["the article's feeds", articleFeeds],
  ["everything wrong", ALL_WRONG],
] as const)("no send follows a refusal that has arrived: %s", (_, feeds) => {
  let [sent, refused] = [0, 0];
  for (const lived of livesOf(loud, feeds)) {
    const consents = consentsOf(lived);
    refused += consents.filter(
      ({ arrivedAt, may }) => !may && arrivedAt > given.measure.start,
    ).length;
    for (const at of lived.sends) {
      sent += 1;
      expect(consents.findLast((each) => each.arrivedAt <= at)?.may).toBe(true);
    }
  }
  expect(sent).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(3);
});
