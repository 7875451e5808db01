import { expect, test } from "vitest";
import type { Event, Values } from "../../src/model/event.ts";
import { planOf } from "../../src/scenario/plan.ts";
import { Mailable } from "../../src/simulation/mailable.ts";
import { World } from "../../src/simulation/world.ts";
import { NEVER, instant } from "../../src/time/instant.ts";
import { scenarioWith } from "../scenario/sources.ts";

let sequence = 0;

function event(
  name: string,
  at: number,
  given: { properties?: Values; arrivedAt?: number } = {},
): Event {
  const { properties = {}, arrivedAt = at } = given;
  sequence += 1;
  const times = { at: instant(at), arrivedAt: instant(arrivedAt), sequence };
  return { id: sequence, name, feed: "email", properties, ...times };
}

function stretchesOf(...events: readonly Event[]) {
  const mailable = new Mailable();
  mailable.reset();
  for (const each of events) mailable.take(each);
  return mailable.stretches.map(({ from, to }) => [from, to]);
}

const consent = (given: boolean) => ({ properties: { consent: given } });

test("who never said anything can be written to", () => {
  expect(stretchesOf(event("Cart Viewed", 1), event("Profile Updated", 2))).toEqual([]);
});

test("from an unsubscribe or a complaint on, and again from a new consent on", () => {
  const events = [
    event("Unsubscribed", 10),
    event("Email Marked as Spam", 11),
    event("Subscribed", 20),
    event("Profile Updated", 30, consent(false)),
  ];
  expect(stretchesOf(...events)).toEqual([
    [10, 20],
    [30, NEVER],
  ]);
});

test("it counts when it was heard of, and what is older than the newest statement changes nothing", () => {
  const late = event("Unsubscribed", 5, { arrivedAt: 50 });
  expect(stretchesOf(event("Subscribed", 20), late)).toEqual([]);
  expect(stretchesOf(event("Subscribed", 2), late)).toEqual([[50, NEVER]]);
});

test("a mailbox that is gone stays gone; one that was full does not count", () => {
  const bounce = (type: string) => ({ properties: { bounce_type: type } });
  expect(stretchesOf(event("Email Bounced", 1, bounce("soft")))).toEqual([]);
  const gone = event("Email Bounced", 10, bounce("hard"));
  expect(stretchesOf(gone, event("Subscribed", 20))).toEqual([[10, NEVER]]);
});

test("in a run, nobody is sent anything while consent is known to be withdrawn, and some members could not be written to", () => {
  const scenario = scenarioWith("feeds: field\n");
  const world = new World({ ...planOf(scenario), twin: false });
  let held = 0;
  for (let index = 0; index < 1500; index++) {
    const { decisions, unmailable } = world.live(index);
    for (const { at, outcome } of decisions) {
      const isUnmailable = unmailable.some(({ from, to }) => from < at && at < to);
      if (outcome === "consent") {
        expect(unmailable.some(({ from, to }) => from <= at && at <= to)).toBe(true);
        held += 1;
      } else if (isUnmailable) expect(outcome).not.toBe("consent");
    }
  }
  expect(held).toBeGreaterThan(20);
});
