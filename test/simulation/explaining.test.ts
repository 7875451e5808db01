import { expect, test } from "vitest";
import type { Event } from "../../src/model/event.ts";
import { parseRules } from "../../src/rule/parser.ts";
import { defaultVocabulary } from "../../src/rule/vocabulary.ts";
import { type MembershipExplanation, explainMembership } from "../../src/simulation/explaining.ts";
import { hours } from "../../src/time/duration.ts";
import { type Instant, formatInstant, instant } from "../../src/time/instant.ts";

const RULES = `
segment parent
when device = mobile
  and cart_views >= 1 in last 48h

segment child
when in segment parent for 2h
  and orders >= 1 ever
until opens >= 1 since entry
then send email "Thank you"
cool off 72h

segment rival
when in segment parent for 2h
then send email "Rival"
priority 1
`;

const { segments } = parseRules({ path: "r.segment", text: RULES }, defaultVocabulary);
const start = Date.UTC(2026, 2, 10);

function at(hour: number): Instant {
  return instant(start + hours(hour));
}

/** Events by their hour of the day, known at once. */
function events(...happened: readonly (readonly [number, string])[]): readonly Event[] {
  return happened.map(([hour, name], index) => ({
    id: `${name} ${hour}`,
    name,
    at: at(hour),
    arrivedAt: at(hour),
    sequence: index,
    feed: name.startsWith("Email") ? "email" : "session-log",
    properties: {},
  }));
}

function explained(name: string, hour: number, happened: readonly Event[]): MembershipExplanation {
  const profile = { id: "ada", device: "mobile" };
  return explainMembership({
    segments,
    segment: segments.find((each) => each.name === name)!,
    policy: {},
    from: at(0),
    at: at(hour),
    knowledge: [
      { label: "by all data", history: { profile, defaultZone: "UTC", events: happened } },
    ],
  });
}

const ADA = events(
  [1, "Order Completed"],
  [2, "Cart Viewed"],
  [6, "Email Opened"],
  [60, "Cart Viewed"],
);

test("a rule that asks for another reads what that one really made", () => {
  const before = explained("child", 3, ADA);
  expect(before.readings[0]).toMatchObject({ isMember: false, explanation: { holds: false } });
  // Without a further event the two hours are up at four.
  expect(before.next).toEqual({
    at: at(4),
    entered: true,
    by: ["in segment parent for 2h"],
  });
  expect(explained("child", 4, ADA).readings[0]).toMatchObject({ isMember: true });
});

test("what ends a membership is told: why not yet, and when it has", () => {
  const during = explained("child", 5, ADA).readings[0];
  expect(during).toMatchObject({ isMember: true, until: { explanation: { holds: false } } });
  const after = explained("child", 7, ADA).readings[0];
  expect(after).toMatchObject({
    isMember: false,
    explanation: { holds: true },
    until: { explanation: { holds: true }, endedAt: at(6) },
  });
});

test("decisions around the instant are told, with the message or who went first", () => {
  const told = (name: string) =>
    explained(name, 5, [...ADA, ...events([70, "Page Viewed"])]).decisions.map(
      ({ decision, by, send }) =>
        `${formatInstant(decision.at).slice(8, 16)} ${decision.cause} ${decision.outcome} ${by ?? send?.subject}`,
    );
  expect(told("child")).toEqual([
    "10T04:00 entered priority rival",
    "12T14:00 re_entered priority rival",
  ]);
  expect(told("rival")).toEqual([
    "10T04:00 entered fired Rival",
    "12T14:00 re_entered fired Rival",
  ]);
});

test("decisions of others and those far away are not", () => {
  const { decisions } = explained("parent", 5, ADA);
  expect(decisions.map(({ decision }) => decision.segment)).toEqual([0, 0]);
  expect(explained("rival", 1, []).decisions).toEqual([]);
});
