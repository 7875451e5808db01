import fc from "fast-check";
import { expect, test } from "vitest";
import type { History } from "../../src/model/profile.ts";
import { nextTransition, runReference } from "../../src/reference/run.ts";
import type { Run } from "../../src/reference/run.ts";
import { transitions } from "../../src/reference/transitions.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { days } from "../../src/time/duration.ts";
import { type Instant, formatInstant, instant } from "../../src/time/instant.ts";
import { after, before } from "../../src/time/window.ts";
import { policyOptions, segmentsWithClauses } from "../engine/arbitraries/clauses.ts";
import { condition } from "../engine/arbitraries/condition.ts";
import { HALF_HOUR } from "../engine/arbitraries/grid.ts";
import { occasion } from "../engine/arbitraries/history.ts";
import { segmentOf } from "../engine/play.ts";

const at = (text: string): Instant => instant(Date.parse(text));

const RULES = parseRules(
  {
    path: "offers.segment",
    text: `
      segment looking when cart_views >= 1 in last 2h
      segment offer refines looking when in segment looking for 1h
        then send email "Yours" with plan = plan
        after 1h send email "Still yours"`,
  },
  defaultVocabulary,
).segments;

const VIEWED: History = {
  profile: { id: "ada", attributes: { plan: "gold" } },
  defaultZone: "UTC",
  events: ["2026-03-02T10:00Z", "2026-03-02T11:30Z"].map((text, index) => ({
    id: index,
    name: "Cart Viewed",
    at: at(text),
    arrivedAt: at(text),
    sequence: index,
    feed: "session-log" as const,
    properties: {},
  })),
};

const DAY = { from: at("2026-03-02T00:00Z"), to: at("2026-03-03T00:00Z") };

test("a run tells who was in, what was decided and what was sent, in the order of time", () => {
  const { transitions: turns, decisions, sends } = runReference(RULES, VIEWED, DAY);
  expect(turns.map((each) => `${formatInstant(each.at)} ${each.segment} ${each.kind}`)).toEqual([
    "2026-03-02T10:00:00.000Z 0 entered",
    "2026-03-02T11:00:00.000Z 1 entered",
    "2026-03-02T13:30:00.000Z 0 left",
    "2026-03-02T13:30:00.000Z 1 left",
  ]);
  expect(decisions).toEqual([
    { at: at("2026-03-02T10:00Z"), segment: 0, cause: "entered", outcome: "fired" },
    { at: at("2026-03-02T11:00Z"), segment: 1, cause: "entered", outcome: "fired" },
    {
      at: at("2026-03-02T12:00Z"),
      segment: 1,
      cause: "followed_up",
      outcome: "fired",
      followUp: 0,
    },
  ]);
  expect(sends.map((each) => [each.subject, each.payload])).toEqual([
    ["Yours", { plan: "gold" }],
    ["Still yours", {}],
  ]);
});

test("what comes next is asked of the past and of time alone", () => {
  const question = { stretch: DAY, segment: 1, at: at("2026-03-02T11:15Z") };
  const next = nextTransition(RULES, VIEWED, question);
  expect(next).toEqual({ at: at("2026-03-02T12:00Z"), entered: false });
});

const everything = fc.record({ segments: segmentsWithClauses, policy: policyOptions, occasion });

const daysAround = (base: Instant, size: number) => ({
  from: before(base, days(2)),
  to: after(base, days(size)),
});

const plain = ({ transitions: turns, decisions, sends }: Run): Omit<Run, "past"> => ({
  transitions: turns,
  decisions,
  sends,
});

test("a rule without clauses enters and leaves as its condition turns", () => {
  fc.assert(
    fc.property(condition, occasion, (when, { history, base }) => {
      const stretch = daysAround(base, 2);
      const run = runReference([segmentOf(when)], history, stretch);
      expect(run.transitions.map((each) => [each.at, each.kind === "entered"])).toEqual(
        transitions(when, history, stretch).map((each) => [each.at, each.entered]),
      );
    }),
    { numRuns: 200 },
  );
});

test("looking more often changes nothing: a silent rule that turns at other instants leaves the rest alone", () => {
  fc.assert(
    fc.property(everything, condition, (given, when) => {
      const { segments, policy } = given;
      const { history, base } = given.occasion;
      const stretch = daysAround(base, 1);
      const more = [...segments, segmentOf(when, "silent")];
      const { transitions: turns, decisions, sends } = runReference(more, history, stretch, policy);
      const isOther = ({ segment }: { readonly segment: number }): boolean =>
        segment < segments.length;
      expect({
        transitions: turns.filter(isOther),
        decisions: decisions.filter(isOther),
        sends,
      }).toEqual(plain(runReference(segments, history, stretch, policy)));
    }),
    { numRuns: 100 },
  );
});

test("what comes later, in time or on the feed, does not change what was made before", () => {
  fc.assert(
    fc.property(everything, fc.integer({ min: -96, max: 48 }), (given, halves) => {
      const { segments, policy } = given;
      const { history, base } = given.occasion;
      const stretch = daysAround(base, 1);
      const now = instant(base + halves * HALF_HOUR);
      const whole = runReference(segments, history, stretch, policy);
      const known = { ...history, events: history.events.filter((each) => each.arrivedAt <= now) };
      const part = runReference(segments, known, { ...stretch, to: now }, policy);
      const isPast = (each: { readonly at: Instant }): boolean => each.at <= now;
      expect(plain(part)).toEqual({
        transitions: whole.transitions.filter(isPast),
        decisions: whole.decisions.filter(isPast),
        sends: whole.sends.filter(isPast),
      });
    }),
    { numRuns: 100 },
  );
});

test("nothing turns before the next change, and it turns then", () => {
  fc.assert(
    fc.property(
      everything,
      fc.integer({ min: -96, max: 48 }),
      ({ segments, occasion: { history, base } }, halves) => {
        const now = instant(base + halves * HALF_HOUR);
        const stretch = daysAround(base, 3);
        const next = nextTransition(segments, history, { stretch, segment: 0, at: now });
        const known = {
          ...history,
          events: history.events.filter((each) => each.arrivedAt <= now),
        };
        const first = runReference(segments, known, stretch).transitions.find(
          (each) => each.segment === 0 && each.at > now,
        );
        expect(next).toEqual(first && { at: first.at, entered: first.kind === "entered" });
      },
    ),
    { numRuns: 100 },
  );
});
