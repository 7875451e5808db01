import fc from "fast-check";
import { expect, test } from "vitest";
import type { History } from "../../src/model/profile.ts";
import { holds } from "../../src/reference/holds.ts";
import type { Past } from "../../src/reference/moment.ts";
import { nextChange, transitions, turningInstants } from "../../src/reference/transitions.ts";
import type { Condition } from "../../src/rule/ast.ts";
import { days } from "../../src/time/duration.ts";
import { type Instant, formatInstant, instant } from "../../src/time/instant.ts";
import { after, before } from "../../src/time/window.ts";
import { condition as plain, conditionOf } from "../engine/arbitraries/condition.ts";
import { HALF_HOUR, NOWHERE, length } from "../engine/arbitraries/grid.ts";
import { occasion } from "../engine/arbitraries/history.ts";
import { leaf } from "../engine/arbitraries/leaf.ts";
import { arrivedAtOnce, asked } from "./asked.ts";

const at = (text: string): Instant => instant(Date.parse(text));

const VIEWED: History = {
  profile: { id: "ada", zone: "Europe/Berlin" },
  defaultZone: "UTC",
  events: [
    {
      id: 1,
      name: "Cart Viewed",
      at: at("2026-03-28T20:00Z"),
      arrivedAt: at("2026-03-28T20:00Z"),
      sequence: 1,
      feed: "session-log",
      properties: {},
    },
  ],
};

const STRETCH = { from: at("2026-03-28T12:00Z"), to: at("2026-03-30T12:00Z") };

test("a count turns as an event comes and as it leaves the window", () => {
  const viewed: Condition = {
    kind: "count",
    span: NOWHERE,
    metric: { word: "cart_views", quoted: false, events: ["Cart Viewed"] },
    comparator: ">=",
    number: 1,
    window: { kind: "last", length: days(1) },
  };
  expect(transitions(viewed, VIEWED, STRETCH)).toEqual([
    { at: at("2026-03-28T20:00Z"), entered: true },
    { at: at("2026-03-29T20:00Z"), entered: false },
  ]);
  const later = { ...STRETCH, from: at("2026-03-29T00:00Z") };
  expect(nextChange(viewed, VIEWED, later)).toBe(at("2026-03-29T20:00Z"));
});

test("the wall turns at the same reading on every day, whatever the clocks do", () => {
  const evening: Condition = {
    kind: "local_time",
    span: NOWHERE,
    from: 18 * 3_600_000,
    to: 21 * 3_600_000,
  };
  const turns = transitions(evening, VIEWED, STRETCH).map((each) => formatInstant(each.at));
  expect(turns).toEqual([
    "2026-03-28T17:00:00.000Z",
    "2026-03-28T20:00:00.000Z",
    "2026-03-29T16:00:00.000Z",
    "2026-03-29T19:00:00.000Z",
  ]);
});

const aboutSegments: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant("in_segment" as const),
    span: fc.constant(NOWHERE),
    segment: fc.constantFrom("anna", "bert"),
    for: fc.option(length, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant("segment_change" as const),
    span: fc.constant(NOWHERE),
    segment: fc.constantFrom("anna", "bert"),
    change: fc.constantFrom("entered" as const, "left" as const),
    length,
  }),
);

/** Conditions of every kind. */
const condition = fc.oneof(plain, conditionOf(fc.oneof(leaf, aboutSegments)));

/** What runs of other segments made around an instant. */
const pastAround = (base: Instant): fc.Arbitrary<Past> => {
  const changes = fc.uniqueArray(fc.integer({ min: -100, max: 60 }), { maxLength: 6 }).map((each) =>
    each
      .toSorted((a, b) => a - b)
      .map((halves, index) => ({
        at: instant(base + halves * HALF_HOUR),
        entered: index % 2 === 0,
      })),
  );
  return fc.record({
    changes: fc.tuple(changes, changes).map(
      ([anna, bert]) =>
        new Map([
          ["anna", anna],
          ["bert", bert],
        ]),
    ),
    anchor: fc.constantFrom(undefined, base),
  });
};

const situation = occasion.chain(({ history, base }) =>
  fc.record({ history: fc.constant(history), base: fc.constant(base), past: pastAround(base) }),
);

test("between two turning instants nothing turns", () => {
  const samples = fc.array(fc.tuple(fc.integer({ min: -144, max: 144 }), fc.nat(HALF_HOUR)), {
    minLength: 8,
    maxLength: 8,
  });
  fc.assert(
    fc.property(condition, situation, samples, (rule, { history, base, past }, offsets) => {
      const stretch = { from: before(base, days(3)), to: after(base, days(4)) };
      const turning = turningInstants(rule, history, stretch, past);
      for (const [halves, rest] of offsets) {
        const sample = instant(base + halves * HALF_HOUR + rest);
        const last = turning.findLast((each) => each <= sample)!;
        expect(holds(rule, history, sample, past)).toBe(holds(rule, history, last, past));
      }
    }),
    { numRuns: 1500 },
  );
});

test("the millisecond before a turning instant is like the last turning instant", () => {
  fc.assert(
    fc.property(condition, situation, (rule, { history, base, past }) => {
      const stretch = { from: before(base, days(2)), to: after(base, days(2)) };
      const turning = turningInstants(rule, history, stretch, past);
      for (const [index, next] of turning.slice(1).entries()) {
        const almost = holds(rule, history, instant(next - 1), past);
        expect(almost).toBe(holds(rule, history, turning[index]!, past));
      }
    }),
    { numRuns: 200 },
  );
});

test("what arrives later, or happens later, says nothing of now; what has arrived, says the same however late", () => {
  fc.assert(
    fc.property(condition, asked, (rule, { history, at: now }) => {
      expect(holds(rule, history, now)).toBe(holds(rule, arrivedAtOnce(history, now), now));
    }),
    { numRuns: 500 },
  );
});
