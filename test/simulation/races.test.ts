import { expect, test } from "vitest";
import type { Event } from "../../src/model/event.ts";
import type { TrueEvent } from "../../src/model/truth.ts";
import { racesOf } from "../../src/simulation/races.ts";
import { at } from "../measure/logs.ts";

function happens(id: number, name: string, hour: number, flow = "offer"): TrueEvent {
  return {
    id,
    name,
    at: at(hour),
    sequence: 0,
    feed: "session-log",
    properties: { flow },
    cause: "human",
    device: undefined,
    place: undefined,
    zone: undefined,
  };
}

const known = (event: TrueEvent, hour: number): Event => ({ ...event, arrivedAt: at(hour) });
const sent = [{ segment: 0, message: { at: at(18), flow: "offer", ordinal: 0, subject: "Offer" } }];
const delivered = happens(1, "Email Delivered", 18.1);
const order = (hour: number): TrueEvent => happens(2, "Order Completed", hour);

test("an order before the delivery that was not known when the message was sent", () => {
  const before = order(17.9);
  const races = [{ segment: 0, at: at(18), orderedAt: at(17.9), deliveredAt: at(18.1) }];
  expect(racesOf(sent, [before, delivered], [known(before, 18.05)])).toEqual(races);
  expect(racesOf(sent, [before, delivered], [])).toEqual(races);
  const between = order(18.05);
  expect(racesOf(sent, [between, delivered], [known(between, 18.05)])).toHaveLength(1);
});

test("no race: the order was known, came after the delivery, or the message never came", () => {
  const before = order(17.9);
  expect(racesOf(sent, [before, delivered], [known(before, 18)])).toEqual([]);
  const after = order(18.1);
  expect(racesOf(sent, [delivered, after], [known(after, 18.2)])).toEqual([]);
  expect(racesOf(sent, [before], [known(before, 18.05)])).toEqual([]);
  const bounced = happens(3, "Email Bounced", 18.1);
  const later = happens(1, "Email Delivered", 22);
  expect(racesOf(sent, [before, bounced, later], [known(before, 18.05)])).toEqual([]);
  const other = happens(1, "Email Delivered", 18.1, "newsletter");
  expect(racesOf(sent, [before, other], [known(before, 18.05)])).toEqual([]);
});
